import { expect, test } from 'vitest'
import { TestAttempt } from '../../schemas/fact.ts'
import { normaliseAttempt } from './normalise.ts'
import { AttemptWire } from './wire.ts'

/** As the contract writes it. */
const COMPLETE = {
  testDate: '14.03.2026',
  attemptKind: 'regular',
  positionCode: 'TEACHER',
  subjectCode: 'PHYS',
  language: 'kk',
  modules: [{ code: 'SUBJECT', tasks: 50, maxScore: 50, score: 41 }],
  score: 41,
  maxScore: 50,
  certificateNo: 'ОЗП № 000045',
  annulled: false,
}

function draftOf(change: Record<string, unknown> = {}) {
  const [draft] = normaliseAttempt(AttemptWire.parse({ ...COMPLETE, ...change }))
  return { ...draft!, value: TestAttempt.parse(draft!.value) }
}

test('gives an attempt its canonical names, and computes nothing', () => {
  expect(draftOf()).toMatchObject({ section: 'knowledge_test', final: true, holder: null, recordId: 'ОЗП № 000045' })
  expect(draftOf().value).toEqual({
    ...{ takenOn: '2026-03-14', kind: 'regular', post: 'TEACHER', subject: 'PHYS', language: 'kk' },
    modules: [{ code: 'SUBJECT', score: 41, maxScore: 50 }],
    ...{ score: 41, maxScore: 50, percent: null, certificateNumber: 'ОЗП № 000045', annulled: false, validUntil: null },
  })
})

test.each([
  ['points as text', { score: '41', maxScore: '50,0' }, { score: 41, maxScore: 50 }],
  ['a percent that is sent', { percent: '82,0' }, { percent: 82 }],
  ['an end that is sent', { validUntil: '14.03.2027' }, { validUntil: '2027-03-14' }],
  ['a kind in capitals', { attemptKind: 'APPEAL' }, { kind: 'appeal' }],
  ['a part that was not asked', { modules: [null, { code: 'SUBJECT', score: null, maxScore: '' }] }, { modules: [{ code: 'SUBJECT' }] }],
  ['a number for a certificate', { certificateNo: 45 }, { certificateNumber: '45' }],
  ['numbers for codes', { positionCode: 1, subjectCode: 20 }, { post: '1', subject: '20' }],
  ['a number for the code of a part', { modules: [{ code: 3 }] }, { modules: [{ code: '3' }] }],
  ['no parts', { modules: null }, { modules: [] }],
  ['a truth value as text', { annulled: 'true' }, { annulled: true }],
  ['an attempt that does not tell whether it was annulled', { annulled: undefined }, { annulled: null }],
  ['zero points as zero', { score: 0 }, { score: 0 }],
])('reads %s', (_, sent, value) => {
  expect(draftOf(sent).value).toMatchObject(value)
})

test.each([
  ['a day that does not exist', { testDate: '31.02.2026' }],
  ['a word for points', { score: 'өтті' }],
  ['a list of lists', { modules: [['SUBJECT']] }],
  ['a list for a certificate', { certificateNo: [45] }],
])('refuses %s', (_, sent) => {
  expect(AttemptWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test.each([
  ['the same certificate written otherwise', { certificateNo: 'озп000045', score: 42 }, true],
  ['another certificate', { certificateNo: 'ОЗП № 000046' }, false],
  ['an appeal under the number of the first attempt', { attemptKind: 'appeal', score: 44 }, false],
])('sees as the same thing, or not: %s', (_, sent, same) => {
  expect(draftOf(sent).key === draftOf().key).toBe(same)
})

test.each([
  ['another score', { score: 42 }, true],
  ['another day', { testDate: '15.03.2026' }, false],
  ['another post', { positionCode: 'HEAD' }, false],
  ['another subject', { subjectCode: 'MATH' }, false],
  ['an appeal', { attemptKind: 'appeal' }, false],
])('without a certificate sees as the same thing, or not: %s', (_, sent, same) => {
  const without = { certificateNo: null }
  expect(draftOf({ ...without, ...sent }).key === draftOf(without).key).toBe(same)
})
