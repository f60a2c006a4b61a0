import { expect, test } from 'vitest'
import { Course } from '../../schemas/fact.ts'
import { normaliseCourse } from './normalise.ts'
import { CourseWire } from './wire.ts'

/** As the contract writes it. */
const COMPLETE = {
  iin: 'not read',
  certificateNo: 'KZ № 117',
  courseCode: 'PD-7',
  titleKk: 'Оқу сауаттылығы',
  titleRu: 'Читательская грамотность',
  provider: 'Өрлеу',
  hours: 72,
  startDate: '2025-03-02',
  finishDate: '2025-03-20',
  issuedAt: '2025-03-21T23:30:00+05:00',
  programmeAgreed: true,
  inProfile: false,
  status: 'valid',
}

function draftOf(change: Record<string, unknown> = {}) {
  const [draft] = normaliseCourse(CourseWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: Course.parse(draft!.value) }
}

test('gives a certificate its canonical names', () => {
  expect(draftOf()).toMatchObject({ section: 'courses', final: true, holder: null, recordId: 'KZ № 117' })
  expect(draftOf().value).toEqual({
    ...{ certificateNumber: 'KZ № 117', code: 'PD-7', title: { kk: 'Оқу сауаттылығы', ru: 'Читательская грамотность' } },
    ...{ provider: 'Өрлеу', hours: 72, startsOn: '2025-03-02', endsOn: '2025-03-20', issuedOn: '2025-03-21' },
    ...{ programmeAgreed: true, inProfile: false, status: 'valid' },
  })
})

test.each([
  [72, 72],
  [40.5, 40.5],
  [0, 0],
  ['72', 72],
  ['72 ч.', 72],
  ['72ч', 72],
  ['72 часа', 72],
  ['80 Часов', 80],
  ['72 сағ.', 72],
  ['72 сағат', 72],
  ['40,5 ч.', 40.5],
  ['80/16', null],
  ['72-108', null],
  ['72 + 36', null],
  ['72 дня', null],
  ['онлайн', null],
  ['', null],
  [' - ', null],
  [null, null],
  [undefined, null],
])('reads the hours %s as %s', (hours, read) => {
  expect(draftOf({ hours }).value.hours).toBe(read)
})

test.each([
  ['a title in one language', { titleKk: null }, { title: { kk: null, ru: 'Читательская грамотность' } }],
  ['an end before the beginning as it was sent', { finishDate: '01.03.2025' }, { startsOn: '2025-03-02', endsOn: '2025-03-01' }],
  ['truth values as text', { programmeAgreed: 'false', inProfile: '1' }, { programmeAgreed: false, inProfile: true }],
  ['silence about the programme', { programmeAgreed: undefined, inProfile: '' }, { programmeAgreed: null, inProfile: null }],
  ['truth values as numbers', { programmeAgreed: 0, inProfile: 1 }, { programmeAgreed: false, inProfile: true }],
  ['numbers for certificate and code', { certificateNo: 117, courseCode: 7 }, { certificateNumber: '117', code: '7' }],
  ['a title that is a question', { titleKk: 'Тема қандай?', titleRu: 'Как? Так' }, { title: { kk: 'Тема қандай?', ru: 'Как? Так' } }],
  ['a status as it was sent', { status: 'REVOKED' }, { status: 'REVOKED' }],
])('reads %s', (_, sent, value) => {
  expect(draftOf(sent).value).toMatchObject(value)
})

test.each([
  ['hours that are no text', { hours: { count: 72 } }],
  ['fewer hours than none', { hours: -72 }],
  ['a day that does not exist', { finishDate: '2025-02-30' }],
  ['a word for a truth value', { programmeAgreed: 'көп' }],
  ['a title that lost letters', { titleKk: 'О?у сауаттылы?ы' }],
])('refuses %s', (_, sent) => {
  expect(CourseWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test.each([
  ['the number written otherwise', { certificateNo: 'kz117', hours: 80 }, true],
  ['another number', { certificateNo: 'KZ 118' }, false],
  ['another provider', { provider: 'Талап' }, false],
])('sees as the same thing, or not: %s', (_, sent, same) => {
  expect(draftOf(sent).key === draftOf().key).toBe(same)
})

test.each([
  ['other hours', { hours: 80 }, true],
  ['another programme', { courseCode: 'PD-8' }, false],
  ['another end', { finishDate: '2026-03-20' }, false],
  ['no end', { finishDate: null }, false],
  ['a programme known by its title', { courseCode: null }, false],
])('without a number sees as the same thing, or not: %s', (_, sent, same) => {
  const without = { certificateNo: null }
  expect(draftOf({ ...without, ...sent }).key === draftOf(without).key).toBe(same)
})
