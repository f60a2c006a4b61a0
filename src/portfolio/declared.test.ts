import { expect, test } from 'vitest'
import { claim, NOW } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { codesIn, portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'
import { declaredCategory } from './declared.ts'
import { stableId } from './hash.ts'

test.each([
  ['teacher', 'none'],
  ['expert', 'platform'],
] as const)('gives a category fact for a claim of %s (channel %s)', async (claimedCategory, channel) => {
  const portfolio = await portfolioOf({ request: claim({ claimedCategory, currentCategory: 'old_second' }) })
  expect(portfolio.channel).toBe(channel)
  expect(sectionOf(portfolio, 'category')?.facts).toMatchObject([{ value: { category: 'old_second' }, provenance: { origin: 'declared' } }])
})

test('gives none where the platform says that there is none', async () => {
  const portfolio = await portfolioOf({ request: claim({ currentCategory: null }) })
  expect(sectionOf(portfolio, 'category')).toMatchObject({ status: 'empty', facts: [] })
  expect(codesIn(portfolio, 'category')).toEqual([])
})

test('states a category as the request does, and nothing more', () => {
  const { planned } = lineNow({ request: claim({ currentCategory: 'moderator', currentCategoryValidUntil: '2027-06-01' }) }).merged
  const held = declaredCategory(planned)
  expect(held).toMatchObject({ section: 'category', key: 'moderator', holder: null, final: true })
  expect(held?.fact.id).toBe(stableId('fact', 'pf_test', 'category', 'category', 'moderator'))
  expect(held?.fact.provenance).toMatchObject({ obtainedAt: NOW, signature: 'absent', repairs: [], evidence: [], order: null })
  expect(held?.fact.value).toMatchObject({ category: 'moderator', post: 'teacher', validUntil: '2027-06-01', orderDate: null })
  const { currentCategoryValidUntil: _, ...undated } = planned.request
  const { fact } = declaredCategory({ ...planned, request: undated }) ?? {}
  expect(fact?.value).toMatchObject({ validUntil: null })
})
