import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'

const request = claim({ claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' })

test('closes every decision item for a member of the reserve, the proof stays', async () => {
  const portfolio = await portfolioOf({ request, said: { 'leadership-reserve': [draft.reserve()], 'knowledge-test': [] } })
  expect(sectionOf(portfolio, 'knowledge_test')).toMatchObject({ status: 'not_applicable', rule: 'p. 34' })
  expect(sectionOf(portfolio, 'teaching_quality')).toMatchObject({ status: 'not_applicable', rule: 'p. 34' })
  expect(sectionOf(portfolio, 'leadership_reserve')?.status).toBe('found')
  expect(sectionOf(portfolio, 'education')?.status).toBe('found')
  expect(portfolio.completeness.unchecked).toEqual([])
  expect(portfolio.completeness.because.filter((reason) => reason.startsWith('knowledge_test'))).toEqual([])
})

test('closes nothing for somebody whom the newest list excludes', async () => {
  const reserve = [draft.reserve({ year: 2023 }), draft.reserve({ year: 2025, status: 'excluded' })]
  const portfolio = await portfolioOf({ request, said: { 'leadership-reserve': reserve, 'knowledge-test': [] } })
  expect(sectionOf(portfolio, 'knowledge_test')?.status).toBe('empty')
})

test('closes nothing for a lower category', async () => {
  const lower = claim({ claimedCategory: 'head_2', post: 'head' })
  const portfolio = await portfolioOf({ request: lower, said: { 'leadership-reserve': [draft.reserve()], 'knowledge-test': [] } })
  expect(sectionOf(portfolio, 'knowledge_test')?.status).toBe('empty')
})

test('closes nothing where the list states no standing', async () => {
  const portfolio = await portfolioOf({ request, said: { 'leadership-reserve': [draft.reserve({ status: null })], 'knowledge-test': [] } })
  expect(sectionOf(portfolio, 'knowledge_test')?.status).toBe('empty')
})

test('believes the platform before the application', async () => {
  const said = { 'egov-portal': [draft.application(), draft.category({ category: 'researcher' })], 'knowledge-test': [] }
  const researcher = { claimedCategory: 'researcher' } as const
  const stated = await portfolioOf({ request: claim({ ...researcher, currentCategory: null }), said })
  expect(sectionOf(stated, 'knowledge_test')?.status).toBe('empty')
})
