import { describe, expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { claim, TODAY } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'
import { editionFor, editions } from '../rulebook/index.ts'
import { merge } from './merge.ts'

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

describe('the edition', () => {
  const request = claim({ claimedCategory: 'master', currentCategory: 'researcher' })
  const [first] = editions
  const long = '1999-01-01'

  test('is that of the day of the application, where it states one', () => {
    const said = (submittedOn: string | null) => ({ 'egov-portal': [draft.category(), draft.application({ submittedOn })] })
    expect(lineNow({ request, said: said(long) }).merged.planned.edition).toBe(first)
    expect(lineNow({ request, said: said(null) }).merged.planned.edition).toBe(editionFor(TODAY))
    expect(lineNow({ request, said: { 'egov-portal': { outcome: 'unavailable', reason: 'timeout' } } }).portfolio.edition).toBe(
      editionFor(TODAY).id,
    )
    expect(lineNow({ request, adapters: [] }).portfolio.edition).toBe(editionFor(TODAY).id)
  })

  test('is that of the day of the request where an application has no part in it', () => {
    const { held } = lineNow({ request, said: { 'egov-portal': [draft.application({ submittedOn: long })] } })
    expect(lineNow({ held, only: [] }).merged.planned.edition).toBe(editionFor(TODAY))
  })
})

test('adds no total of service where no contract tells a day', async () => {
  const portfolio = await portfolioOf({ said: { employment: [draft.contract({ startsOn: null })] } })
  expect(sectionOf(portfolio, 'experience')?.facts).toEqual([])
})

test('says which keys each fact lacks, and of none that lacks none', () => {
  const { merged } = lineNow({ said: { diplomas: [draft.diploma(), draft.diploma({ number: null, level: null })] } })
  const education = merged.sections.find(({ planned }) => planned.rule.id === 'education')
  expect([...(education?.missing ?? [])].map(([{ key }, pointers]) => [key, pointers])).toEqual([['BD null', ['/number', '/level']]])
})

test('adds no total of service to a claim that shows no workplace', () => {
  const { merged, held } = lineNow({ said: { employment: [draft.contract()] } })
  const sections = merged.planned.sections.filter(({ rule }) => rule.id !== 'employment')
  const experience = merge({ ...merged.planned, sections }, held).sections.find(({ planned }) => planned.rule.id === 'experience')
  expect(experience?.facts).toEqual([])
})
