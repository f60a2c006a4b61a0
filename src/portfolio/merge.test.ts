import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'

test('states where a declared category comes from', async () => {
  const portfolio = await portfolioOf({ request: claim({ currentCategory: 'moderator', currentCategoryValidUntil: '2027-06-01' }) })
  const [fact] = sectionOf(portfolio, 'category')?.facts ?? []
  expect(fact?.value).toMatchObject({ category: 'moderator', post: 'teacher', validUntil: '2027-06-01', orderNumber: null })
  expect(fact?.provenance).toMatchObject({ origin: 'declared', source: 'platform', exchangeId: null })
})

test('takes no category from the request on the portal channel', async () => {
  const request = claim({ claimedCategory: 'master', currentCategory: 'researcher' })
  expect(sectionOf(await portfolioOf({ request }), 'category')?.facts).toEqual([])
})

test('adds up the service once the contracts are merged', async () => {
  const portfolio = await portfolioOf({ said: { employment: [draft.contract(), draft.contract()] } })
  const [contract] = sectionOf(portfolio, 'employment')?.facts ?? []
  const [total] = sectionOf(portfolio, 'experience')?.facts ?? []
  const periods = [{ startsOn: '2021-09-01', endsOn: null, factId: contract?.id }]
  expect(total).toMatchObject({ type: 'service_total', value: { years: 5, months: 2, days: 23, periods, firstVisibleOn: '2021-09-01' } })
  expect(total?.provenance).toMatchObject({ origin: 'computed', source: 'employment', recordId: null })
})

test('leaves facts of sections that the claim does not show', async () => {
  const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma(), draft.reserve()] } })
  expect(sectionOf(portfolio, 'leadership_reserve')).toBeUndefined()
  expect(sectionOf(portfolio, 'education')?.facts).toHaveLength(1)
})
