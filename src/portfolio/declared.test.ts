import { expect, test } from 'vitest'
import { claim } from '../../test/support/line.ts'
import { codesIn, portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'

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
