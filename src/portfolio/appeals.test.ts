import { expect, test } from 'vitest'
import type { FactValues } from '../../schemas/fact.ts'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'
import { replacedByAppeal } from './appeals.ts'

type Change = Partial<FactValues['test_attempt']>
const attempt = (certificateNumber: string, change: Change = {}) => draft.attempt({ certificateNumber, ...change })
const APPEAL = attempt('T-2', { kind: 'appeal' })

test.each<[string, Change, boolean]>([
  ['the attempt of that day, post and subject', {}, true],
  ['an early one too', { kind: 'early' }, true],
  ['one that does not tell its kind', { kind: null }, true],
  ['no attempt of another day', { takenOn: '2026-03-15' }, false],
  ['no attempt for another post', { post: 'HEAD' }, false],
  ['no attempt in another subject', { subject: 'MATH' }, false],
  ['no attempt without a day', { takenOn: null }, false],
  ['no other appeal', { kind: 'appeal' }, false],
])('finds replaced %s', (_, change, replaced) => {
  const [first, appeal] = [heldOf(attempt('T-1', change)), heldOf(APPEAL)]
  expect(replacedByAppeal([first, appeal])).toEqual(replaced ? [first] : [])
})

test('finds nothing replaced by an appeal without a day, nor by one that is not reported any more', () => {
  const undated = [heldOf(attempt('T-1', { takenOn: null })), heldOf(attempt('T-2', { kind: 'appeal', takenOn: null }))]
  expect(replacedByAppeal(undated)).toEqual([])
  const gone = heldOf(APPEAL)
  gone.fact.issues.push({ code: 'no_longer_reported', pointer: null, text: { kk: '', ru: '', en: '' } })
  expect(replacedByAppeal([heldOf(attempt('T-1')), gone])).toEqual([])
})

test('finds nothing replaced by an appeal that was annulled itself', () => {
  const [first, annulled] = [heldOf(attempt('T-1')), heldOf(attempt('T-2', { kind: 'appeal', annulled: true }))]
  expect(replacedByAppeal([first, annulled])).toEqual([])
  expect(replacedByAppeal([first, annulled, heldOf(attempt('T-3', { kind: 'appeal', annulled: null }))])).toEqual([first])
})

test('finds nothing among other records', () => {
  expect(replacedByAppeal([heldOf(draft.course()), heldOf(APPEAL)])).toEqual([])
})

test('notes on the first attempt that it was replaced, and asks nothing because of it', async () => {
  const portfolio = await portfolioOf({ said: { 'knowledge-test': [attempt('T-1', { score: null, percent: null }), APPEAL] } })
  const section = sectionOf(portfolio, 'knowledge_test')
  expect(section?.status).toBe('found')
  expect(section?.facts.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(['incomplete', 'replaced'])
  expect(portfolio.gaps.filter((gap) => gap.section === 'knowledge_test')).toEqual([])
})
