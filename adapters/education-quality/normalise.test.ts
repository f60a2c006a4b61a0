import { expect, test } from 'vitest'
import { QualityRow } from '../../schemas/fact.ts'
import { normaliseQuality } from './normalise.ts'
import { QualityWire } from './wire.ts'

const COMPLETE = {
  teacherIin: 'not read',
  organisationBin: '000140000002',
  academicYear: '2024-2025',
  period: 'Q1',
  subject: { code: 'PHYS', kk: 'Физика', ru: 'Физика' },
  grade: 9,
  class: '9А',
  studentsTotal: 26,
  studentsAssessed: 25,
  marks: { m5: 9, m4: 10, m3: 6, m2: 0 },
  qualityPercent: '76,0',
  performancePercent: 100,
  vendor: 'Kundelik',
  calculatedAt: '2025-06-10T00:00:00',
}

function draftOf(change: Record<string, unknown>) {
  const [draft] = normaliseQuality(QualityWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: QualityRow.parse(draft!.value) }
}

test.each([
  ['a percent with a comma', {}, { qualityPercent: 76 }],
  ['a percent with a point as text', { performancePercent: '99.5' }, { performancePercent: 99.5 }],
  ['a school year by its first year', { academicYear: 2024 }, { schoolYear: '2024-2025' }],
  ['a school year by its first year as text', { academicYear: '2024' }, { schoolYear: '2024-2025' }],
  ['a school year with a slash', { academicYear: '2024/2025' }, { schoolYear: '2024-2025' }],
  ['a period in lower case', { period: 'year' }, { period: 'YEAR' }],
  ['counts as text', { grade: '9', studentsTotal: '26' }, { grade: 9, students: 26 }],
  ['a row without marks', { marks: null }, { marks: null }],
  ['marks of which none is counted as none', { marks: { m5: null, m4: '' } }, { marks: null }],
  ['zero as zero', { marks: { m5: 0 }, qualityPercent: 0 }, { marks: { m5: 0, m4: null, m3: null, m2: null }, qualityPercent: 0 }],
  ['blanks and dashes as null', { vendor: ' - ', class: '', qualityPercent: '-' }, { vendor: null, class: null, qualityPercent: null }],
  ['the day of calculation as it is written', { calculatedAt: '2025-06-10T23:30:00+06:00' }, { calculatedOn: '2025-06-10' }],
])('reads %s', (_, sent, value) => {
  expect(draftOf(sent).value).toMatchObject(value)
})

test.each([
  ['a school year that skips one', { academicYear: '2024-2026' }],
  ['a period that nobody knows', { period: 'H1' }],
  ['a fraction of a learner', { studentsTotal: 25.5 }],
  ['a word for a percent', { qualityPercent: 'көп' }],
  ['a list where an object is meant', { subject: [] }],
  ['text where counts are meant', { marks: '9/10/6/0' }],
])('refuses %s', (_, sent) => {
  expect(QualityWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test('accepts a row of which every key is missing', () => {
  expect(Object.values(QualityWire.parse({})).every((value) => value === null)).toBe(true)
})

test.each([
  ['another vendor', { vendor: 'BilimClass' }, true],
  ['other counts', { studentsAssessed: 24 }, true],
  ['another school', { organisationBin: '000240000001' }, false],
  ['another class', { class: '9Б' }, false],
  ['another grade where the class has no letter', { grade: 8 }, false],
  ['another quarter', { period: 'Q2' }, false],
])('sees %s as the same thing: %s', (_, sent, same) => {
  expect(draftOf(sent).key === draftOf({}).key).toBe(same)
})
