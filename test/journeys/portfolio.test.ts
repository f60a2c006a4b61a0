import { afterAll, beforeAll, expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { Portfolio as PortfolioSchema } from '../../schemas/portfolio.ts'
import { createInboxTick } from '../../src/sources/inbox-poller.ts'
import type { Store } from '../../src/store/store.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { onEachStore } from '../support/stores.ts'

const silent = { info() {}, warn() {}, error() {} }

onEachStore((open) => {
  let store: Store
  let stack: Stack
  let run = 0
  beforeAll(async () => {
    store = await open()
    stack = createStack({ store })
  })
  afterAll(() => store.close())

  /** The claim of an archetype under a case of its own. */
  function claimOf(archetype: string): Record<string, unknown> {
    const person = stack.government.cast.find((one) => one.archetype === archetype)
    return { ...person?.claim, caseId: `journey-${Date.now()}-${run++}` }
  }
  const bodyOf = async (response: Response) => (await response.json()) as Portfolio

  test('collects a portfolio, serves it by its ETag and keeps its id', async () => {
    const claim = claimOf('expert-complete')
    const created = await stack.collect(claim)
    expect(created.status).toBe(201)
    const location = created.headers.get('location') ?? ''
    const etag = created.headers.get('etag') ?? ''
    const read = await stack.send('GET', location)
    expect(PortfolioSchema.safeParse(await read.json()).success).toBe(true)
    expect((await stack.send('GET', location, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const again = await stack.collect(claim)
    expect(again.status).toBe(200)
    expect(again.headers.get('etag')).toBe(etag)
  })

  test('makes a version when the claim changes and tells what changed', async () => {
    const claim = claimOf('expert-complete')
    const first = await bodyOf(await stack.collect(claim))
    const second = await bodyOf(await stack.collect({ ...claim, claimedCategory: 'moderator' }))
    expect(second).toMatchObject({ id: first.id, version: 2, claimed: { category: 'moderator' } })
    const history = (await (await stack.send('GET', `/v1/portfolios/${first.id}/history`)).json()) as {
      items: { cause: string; changes: { pointer: string }[] }[]
    }
    expect(history.items.map(({ cause }) => cause)).toEqual(['claim', 'create'])
    expect(history.items[0]?.changes).toContainEqual(expect.objectContaining({ pointer: '/claimed/category' }))
    expect(await bodyOf(await stack.send('GET', `/v1/portfolios/${first.id}/versions/1`))).toMatchObject({ version: 1 })
  })

  test('asks again what failed and keeps what was answered', async () => {
    const claim = claimOf('expert-foreign-diploma')
    stack.government.setScenario('diplomas', 'http-503')
    const first = await bodyOf(await stack.collect(claim))
    stack.government.setScenario('diplomas', null)
    const before = stack.government.journal.filter(({ source }) => source === 'education-quality').length
    const second = await bodyOf(await stack.send('POST', `/v1/portfolios/${first.id}/refresh`, { body: {} }))
    expect(first.sections.find(({ id }) => id === 'education')?.status).toBe('pending')
    expect(second.sections.find(({ id }) => id === 'education')?.status).toBe('found')
    expect(stack.government.journal.filter(({ source }) => source === 'education-quality')).toHaveLength(before)
  })

  test('keeps the last good answer, marked with its age, while the source is down', async () => {
    const claim = claimOf('expert-complete')
    await stack.collect(claim)
    stack.government.setScenario('diplomas', 'http-404')
    const second = await bodyOf(await stack.collect(claim))
    stack.government.setScenario('diplomas', null)
    const diplomas = second.sources.find(({ source }) => source === 'diplomas')
    expect(diplomas).toMatchObject({ outcome: 'unavailable', reason: 'http_4xx', stale: true, asOf: expect.any(String) })
    expect(second.sections.find(({ id }) => id === 'education')?.facts).toHaveLength(1)
    expect(second.completeness.complete).toBe(false)
  })

  test('takes up an application that comes after the caller has gone', async () => {
    const late = createStack({ store, government: { portalDelayMs: 1500 } })
    const person = late.government.cast.find(({ archetype }) => archetype === 'researcher-confirming')
    const claim = { ...person?.claim, caseId: `late-${Date.now()}` }
    const first = await bodyOf(await late.collect(claim, { prefer: 'wait=1' }))
    expect(first.sources.find(({ source }) => source === 'egov-portal')).toMatchObject({ outcome: 'deferred', reason: 'async' })
    await new Promise((resolve) => setTimeout(resolve, 1200))
    const tick = createInboxTick({ adapters, desk: late.line.desk, store: store.inbox, takeUp: late.line.collector.takeUp, log: silent })
    expect(await tick()).toBe(1)
    await tick()
    const second = await bodyOf(await late.send('GET', `/v1/portfolios/${first.id}`))
    expect(second).toMatchObject({
      version: 2,
      sections: expect.arrayContaining([expect.objectContaining({ id: 'application', status: 'found' })]),
    })
  })

  test('refuses to store half a portfolio for a strict caller', async () => {
    const claim = claimOf('expert-two-vendors')
    stack.government.setScenario('diplomas', 'http-503')
    const refused = await stack.collect(claim, { prefer: 'handling=strict' })
    stack.government.setScenario('diplomas', null)
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ code: 'portfolio.incomplete', retryable: true })
    expect((await stack.collect(claim, { prefer: 'handling=strict' })).status).toBe(201)
  })

  test('gives the first answer again for the same Idempotency-Key', async () => {
    const claim = claimOf('expert-complete')
    const headers = { 'idempotency-key': `key-${Date.now()}` }
    const [first, second] = [await stack.collect(claim, headers), await stack.collect(claim, headers)]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await second.text()).toBe(await first.text())
    expect((await stack.collect({ ...claim, subject: 'GEOG' }, headers)).status).toBe(422)
  })

  test('settles many writers of one portfolio on one version', async () => {
    const claim = claimOf('expert-complete')
    const answers = await Promise.all(Array.from({ length: 12 }, () => stack.collect(claim)))
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true)
    const bodies = await Promise.all(answers.map(bodyOf))
    expect(new Set(bodies.map(({ id, version }) => `${id} ${version}`)).size).toBe(1)
  })

  test('asks each source once for twenty identical requests', async () => {
    // Slow, so that the last of them still meets the question of the first on its way.
    const slow = createStack({ store, government: { slowMs: 2500, seed: `twins-${Date.now()}` } })
    for (const source of ['diplomas', 'education-quality', 'student-achievements'] as const) slow.government.setScenario(source, 'slow')
    const person = slow.government.cast[0]
    await Promise.all(Array.from({ length: 20 }, () => slow.collect({ ...person?.claim, caseId: 'twins' })))
    const asked = (source: string, operation: string) =>
      slow.government.journal.filter((entry) => entry.source === source && entry.operation === operation).length
    const quality = 'education-quality'
    expect([asked('diplomas', 'SendMessage'), asked(quality, 'search'), asked(quality, 'login')]).toEqual([1, 1, 1])
    expect(asked('student-achievements', 'list')).toBeLessThanOrEqual(1)
  })

  test('shows a portfolio to its teacher and its school only', async () => {
    const claim = claimOf('expert-complete')
    const { id } = await bodyOf(await stack.collect(claim))
    const status = async (token: string) => (await stack.send('GET', `/v1/portfolios/${id}`, { token })).status
    expect(await status(`teacher:${claim.iin}`)).toBe(200)
    expect(await status(`teacher:${stack.government.cast[1]?.iin}`)).toBe(404)
    expect(await status(`responsible_person:${claim.organisationBin}`)).toBe(200)
    expect(await status('operator')).toBe(403)
  })
})
