import { expect, test } from 'vitest'
import { Portfolio } from '../../schemas/portfolio.ts'
import { SourceId } from '../../schemas/section.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim, IIN } from '../../test/support/line.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'

test('gives a body of the contract', async () => {
  const portfolio = await portfolioOf()
  expect(Portfolio.safeParse(portfolio).error).toBeUndefined()
  expect(portfolio).toMatchObject({ id: 'pf_test', version: 0, edition: 'order-32-2025-02-25', channel: 'platform' })
})

test('shows two digits of the person number and nothing more of it', async () => {
  const portfolio = await portfolioOf()
  expect(portfolio.teacher.iinMasked).toBe('••••••••••16')
  expect(JSON.stringify(portfolio)).not.toContain(IIN)
})

test('lists every source of the contract but the request', async () => {
  const portfolio = await portfolioOf({ adapters: [] })
  expect(portfolio.sources.map(({ source }) => source)).toEqual(SourceId.options.filter((id) => id !== 'platform'))
  expect(new Set(portfolio.sources.map(({ reason }) => reason))).toEqual(new Set(['not_configured']))
})

test('is ready when everything required is there', async () => {
  const { completeness, gaps } = await portfolioOf()
  expect(completeness).toMatchObject({ complete: true, ready: true, readyToApply: true, because: [], unchecked: ['lesson_observation'] })
  // On the platform channel everything but the portal and the reserve is asked.
  expect(completeness).toMatchObject({ asked: 9, answered: 9, openGaps: gaps.length })
})

test('is ready to apply before the decision is', async () => {
  const { completeness } = await portfolioOf({ said: { 'knowledge-test': [] } })
  expect(completeness).toMatchObject({ complete: true, ready: false, readyToApply: true, because: ['knowledge_test:not_found'] })
})

test('takes the person from the register, else from the request', async () => {
  const request = claim({ names: { surname: 'Үлгі', birthDate: '1885-03-12' } })
  const [registered, stated] = [await portfolioOf({ request }), await portfolioOf({ request, said: { 'population-register': [] } })]
  expect(registered.teacher).toMatchObject({ names: { surname: 'ҮЛГІБАЕВА' }, birthDate: '1885-03-12' })
  expect(stated.teacher.names).toEqual({ surname: 'Үлгі', name: null, patronymic: null })
  expect((await portfolioOf({ said: { 'population-register': [] } })).teacher).toMatchObject({ names: null, birthDate: null })
})

test('notes on a fact what is odd about it', async () => {
  const odd = draft.diploma({ number: null, status: '3' })
  const facts = sectionOf(await portfolioOf({ said: { diplomas: [odd] } }), 'education')?.facts ?? []
  expect(facts[0]?.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['incomplete', '/number'],
    ['not_final', null],
  ])
})

test('notes a number that names neither century nor sex', async () => {
  const portfolio = await portfolioOf({ request: claim({ iin: `${IIN.slice(0, 6)}0${IIN.slice(7)}` }) })
  expect(sectionOf(portfolio, 'education')?.facts[0]?.issues).toMatchObject([{ code: 'century_unknown' }])
})

test('warns where the register tells another sex or birth date than the number codes', async () => {
  const issuesOf = async (change: Parameters<typeof draft.person>[0]) => {
    const portfolio = await portfolioOf({ said: { 'population-register': [draft.person(change)] } })
    return sectionOf(portfolio, 'identity')?.facts[0]?.issues.map(({ code, pointer }) => [code, pointer])
  }
  expect(await issuesOf({ sex: 'female', birthDate: '1885-03-12' })).toEqual([])
  expect(await issuesOf({ sex: null, birthDate: '1885-03-12' })).toEqual([])
  expect(await issuesOf({ sex: 'male' })).toContainEqual(['unlike_number', '/sex'])
  expect(await issuesOf({ birthDate: '1885-03-13' })).toContainEqual(['unlike_number', '/birthDate'])
})

test('compares no sex or birth date with a number that leaves the century open', async () => {
  const request = claim({ iin: '850312000011' })
  const portfolio = await portfolioOf({ request, said: { 'population-register': [draft.person({ sex: 'male' })] } })
  expect(sectionOf(portfolio, 'identity')?.facts[0]?.issues.map(({ code }) => code)).not.toContain('unlike_number')
})
