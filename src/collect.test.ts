import { expect, test } from 'vitest'
import type { Portfolio } from '../schemas/portfolio.ts'
import type { SourceHealth } from '../schemas/source-health.ts'
import { memoryStore } from '../test/support/memory-store.ts'
import { createStack, type Stack } from '../test/support/stack.ts'

const QUICK = { DIPLOMAS_TIMEOUT_MS: '400' }
const stackOf = (slowMs = 250) => createStack({ store: memoryStore(), environment: QUICK, government: { slowMs } })
const claimOf = (stack: Stack, index = 0) => ({ ...stack.government.cast[index]?.claim })
const bodyOf = async (response: Response) => (await response.json()) as Portfolio
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const statusIn = (portfolio: Portfolio, id: string) => portfolio.sections.find((section) => section.id === id)?.status

test('keeps a claim that came while a refresh was on its way', async () => {
  const stack = stackOf()
  const { id } = await bodyOf(await stack.collect(claimOf(stack)))
  stack.government.setScenario('diplomas', 'slow', { times: 1 })
  const refresh = stack.send('POST', `/v1/portfolios/${id}/refresh`, { body: { sources: ['diplomas'] } })
  await pause(50)
  const claimed = await stack.collect({ ...claimOf(stack), claimedCategory: 'moderator' })
  expect([claimed.status, (await refresh).status]).toEqual([200, 200])
  expect((await bodyOf(await stack.send('GET', `/v1/portfolios/${id}`))).claimed.category).toBe('moderator')
})

test('keeps what the platform told meanwhile even where it makes no version', async () => {
  const stack = stackOf()
  const { id } = await bodyOf(await stack.collect(claimOf(stack)))
  stack.government.setScenario('diplomas', 'slow', { times: 1 })
  const refresh = stack.send('POST', `/v1/portfolios/${id}/refresh`, { body: { sources: ['diplomas'] } })
  await pause(50)
  await stack.collect({ ...claimOf(stack), teachingSince: '2001-09-01' })
  await refresh
  expect(JSON.parse((await stack.store.portfolios.latest(id))?.request ?? '{}')).toMatchObject({ teachingSince: '2001-09-01' })
})

test('takes nothing away that another writer has heard while this one failed', async () => {
  const stack = stackOf()
  stack.government.setScenario('diplomas', 'http-404')
  const { id } = await bodyOf(await stack.collect(claimOf(stack)))
  stack.government.setScenario('diplomas', 'never', { times: 1 })
  const refresh = stack.send('POST', `/v1/portfolios/${id}/refresh`, { body: { sources: ['diplomas'] } })
  await pause(50)
  stack.government.setScenario('diplomas', null)
  // Another day of consent: another question, which does not join the one that hangs.
  await stack.collect({ ...claimOf(stack), consents: [{ service: 'diplomas', token: 'MOCK-1' }] })
  await refresh
  expect(statusIn(await bodyOf(await stack.send('GET', `/v1/portfolios/${id}`)), 'education')).toBe('found')
})

test('brings nothing back that another writer was refused while this one failed', async () => {
  const stack = stackOf()
  const { id } = await bodyOf(await stack.collect(claimOf(stack)))
  stack.government.setScenario('diplomas', 'never', { times: 1 })
  const refresh = stack.send('POST', `/v1/portfolios/${id}/refresh`, { body: { sources: ['diplomas'] } })
  await pause(50)
  stack.government.setScenario('diplomas', 'consent-revoked')
  await stack.collect({ ...claimOf(stack), consents: [{ service: 'diplomas', token: 'MOCK-1' }] })
  await refresh
  const portfolio = await bodyOf(await stack.send('GET', `/v1/portfolios/${id}`))
  expect(portfolio.sections.find((section) => section.id === 'education')?.facts).toEqual([])
  expect(portfolio.gaps.map(({ code }) => code)).toContain('consent_revoked')
})

test('tells of two first claims that met that the second changed the claim', async () => {
  const stack = stackOf()
  stack.government.setScenario('diplomas', 'slow', { times: 2 })
  const claims = ['expert', 'moderator'].map((claimedCategory) => stack.collect({ ...claimOf(stack), claimedCategory }))
  const [{ id }] = (await Promise.all((await Promise.all(claims)).map(bodyOf))) as [Portfolio]
  const history = (await (await stack.send('GET', `/v1/portfolios/${id}/history`)).json()) as { items: { cause: string }[] }
  expect(history.items.map(({ cause }) => cause)).toEqual(['claim', 'create'])
})

test('refuses a strict refresh only for a source that it asked', async () => {
  const stack = stackOf()
  stack.government.setScenario('education-quality', 'http-404')
  const { id } = await bodyOf(await stack.collect(claimOf(stack)))
  const strict = (sources: string[]) =>
    stack.send('POST', `/v1/portfolios/${id}/refresh`, { body: { sources }, headers: { prefer: 'handling=strict' } })
  expect((await strict(['diplomas'])).status).toBe(200)
  expect((await strict(['education-quality'])).status).toBe(503)
})

test('tells health and metrics what came of the records, not only of the call', async () => {
  const stack = stackOf()
  stack.government.setScenario('diplomas', 'corrupted-names')
  for (let index = 0; index < 6; index++) await stack.collect({ ...claimOf(stack), caseId: `h-${index}` })
  const health = (await (await stack.send('GET', '/v1/sources/diplomas', { token: 'operator' })).json()) as SourceHealth
  expect(health.windows['5m']).toEqual({ unreadable: 6 })
  expect(health.state).not.toBe('ok')
  expect(await stack.metrics()).toContain('outcome="unreadable",reason="drift"} 6')
})

test('leaves a portfolio without a version to a later round of the inbox', async () => {
  const stack = stackOf()
  expect(await stack.line.collector.takeUp('pf_nobody')).toBe(false)
})
