import { expect, test } from 'vitest'
import { LearnerAchievement } from '../../schemas/fact.ts'
import { invented, teacher } from '../../test/support/ask-rig.ts'
import { normaliseAchievement } from './normalise.ts'
import { AchievementWire } from './wire.ts'

const mine = teacher({ names: { surname: 'Үлгібаева', name: 'Айша', patronymic: 'Мысалқызы' } })
const COMPLETE = {
  id: 'a-1',
  participantRef: 'p-1',
  eventCode: 'OLYMP',
  eventNameKk: 'Олимпиада',
  eventNameRu: 'Олимпиада',
  eventListed: true,
  level: 3,
  result: 'winner',
  date: '2026-03-14',
  mentors: [{ iin: mine.iin, fio: 'ҮЛГІБАЕВА АЙША' }],
  documentNo: 'D-1',
  certificateUrl: 'https://mock.invalid/c/1',
  updatedAt: '2026-03-20T10:00:00+05:00',
}

function draftOf(change: Record<string, unknown>, region = '19') {
  const [draft] = normaliseAchievement(AchievementWire.parse({ ...COMPLETE, ...change }), { teacher: { ...mine, region } })
  return { ...draft!, value: LearnerAchievement.parse(draft!.value) }
}

test.each([
  ['a level as text', { level: 'Область' }, { level: 3 }],
  ['a level as a digit', { level: '4' }, { level: 4 }],
  ['a level of unknown words as null', { level: 'зональный' }, { level: null }],
  ['a level that does not exist as null', { level: 7 }, { level: null }],
  ['a day of an old row', { date: '14.03.2026' }, { date: '2026-03-14' }],
  ['nil and blanks as null', { documentNo: null, result: ' ', eventNameKk: '' }, { documentNumber: null, result: null }],
  ['one mentor as an object', { mentors: { iin: mine.iin } }, { mentorMatch: 'iin' }],
  ['an event that is on no list', { eventListed: 'false' }, { event: { listed: false } }],
])('reads %s', (_, sent, value) => {
  expect(draftOf(sent).value).toMatchObject(value)
})

test.each([
  ['19', 2],
  ['71', 3],
  ['75', 3],
  ['79', 3],
])('gives an event of a city in region %s the level %i', (region, level) => {
  expect(draftOf({ level: 2, cityLevel: true }, region).value.level).toBe(level)
})

test.each([
  ['the number', [{ iin: mine.iin, fio: 'Иной' }], 'iin'],
  ['a number without its zeros', [{ iin: Number(mine.iin) }], 'iin'],
  ['the name', [{ fio: 'Ульгибаева  Айша' }], 'name'],
  ['the name with the patronymic in another form', [{ fio: 'УЛГІБАЕВА АЙША МЫСАЛОВНА' }], 'name'],
  ['the name where the number is none', [{ iin: '1', fio: 'Үлгібаева Айша' }], 'name'],
  ['one of several', [{ iin: invented(500) }, { iin: mine.iin }], 'iin'],
])('finds the teacher by %s', (_, mentors, mentorMatch) => {
  expect(draftOf({ mentors }).value.mentorMatch).toBe(mentorMatch)
})

test.each([
  ['nobody', []],
  ['somebody else', [{ iin: invented(500), fio: 'Мысалов Т.' }]],
  ['a namesake with a number', [{ iin: invented(500), fio: 'Үлгібаева Айша Мысалқызы' }]],
])('gives no fact of a row about %s', (_, mentors) => {
  expect(normaliseAchievement(AchievementWire.parse({ ...COMPLETE, mentors }), { teacher: mine })).toEqual([])
})

test('holds no name and no number of a person', () => {
  const other = invented(500)
  const mentors = [{ iin: mine.iin, fio: 'Үлгібаева Айша' }, { fio: ' Мысалов Т. ' }, { iin: other }]
  const sent = { mentors, participantRef: other, documentNo: `D ${other}`, certificateUrl: `https://mock.invalid/${other}` }
  const parsed = AchievementWire.parse({ ...COMPLETE, ...sent })
  expect(JSON.stringify(normaliseAchievement(parsed, { teacher: mine }))).not.toMatch(/Мысалов|Үлгібаева|\d{12}/)
})

test('keeps of a mentor only the key, so that no name can reach `raw`', () => {
  expect(AchievementWire.parse({ mentors: [{ fio: ' Мысалов  Т. ' }] }).mentors).toEqual(['name:МИСАЛОВ Т.'])
})

test.each([
  ['a script for an address', { certificateUrl: 'javascript:alert(1)' }],
  ['a path for an address', { certificateUrl: '/c/1' }],
])('drops %s', (_, sent) => {
  expect(draftOf(sent).value.certificateUrl).toBeNull()
})

test.each([
  ['an object for a level', { level: {} }],
  ['text for a mentor', { mentors: 'Үлгібаева' }],
  ['a list for a name', { mentors: [{ fio: [] }] }],
  ['a day that does not exist', { date: '2026-02-30' }],
  ['a name of an event that lost letters', { eventNameKk: 'О?импиада' }],
  ['a name of a mentor that lost letters', { mentors: [{ fio: '?лгібаева' }] }],
])('refuses %s', (_, sent) => {
  expect(AchievementWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test.each([
  ['the same prize from another organiser', { id: 'a-2', date: '2026-03-15', updatedAt: null }, true],
  ['another participant', { participantRef: 'p-2' }, false],
  ['another result', { result: 'prize2' }, false],
  ['the next year', { date: '2027-03-14' }, false],
])('sees %s as the same thing: %s', (_, sent, same) => {
  expect(draftOf(sent).key === draftOf({}).key).toBe(same)
})
