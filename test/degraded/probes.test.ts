import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { createPretendGovernment } from '../../mocks/host.ts'
import type { SourceHealth } from '../../schemas/source-health.ts'
import type { HttpRequest } from '../../src/ports.ts'
import { isNamed } from '../../src/rulebook/index.ts'
import { fetchTransport } from '../../src/sources/http-fetch.ts'
import { memoryStore } from '../support/memory-store.ts'
import { namesIn, numbersIn } from '../support/said.ts'
import { createStack, TODAY } from '../support/stack.ts'

/* Sources that nobody asks: what the pretend government is then sent, and what an operator is told. */

const START = Date.parse(`${TODAY}T05:00:00Z`)
beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** A gateway whose clock stands until a test moves it, with all that it sent. All sources are due at once, as under a cron trigger. */
function probing(environment: Readonly<Record<string, string>> = {}) {
  const clock = { now: () => Date.now(), monotonic: () => Date.now() - START }
  const government = createPretendGovernment({ seed: 'journeys', today: TODAY, now: clock.now })
  const sent: HttpRequest[] = []
  const fetching = fetchTransport((request) => government.fetch(request))
  const transport = (request: HttpRequest) => {
    sent.push(request)
    return fetching(request)
  }
  const sockets = { url: 'http://government.test', transport }
  const stack = createStack({ store: memoryStore(), clock, sockets, environment, worker: true })
  async function health(): Promise<readonly SourceHealth[]> {
    const answer = await stack.send('GET', '/v1/sources', { token: 'operator' })
    return ((await answer.json()) as { items: SourceHealth[] }).items
  }
  async function probe(seconds = 0): Promise<readonly SourceHealth[]> {
    vi.setSystemTime(Date.now() + seconds * 1000)
    await stack.line.actions.refresh()
    await stack.line.prober.tick()
    return health()
  }
  return { stack, government, sent, health, probe }
}

const SOURCES = adapters.map(({ id }) => id).filter(isNamed)

describe('all sources that nobody asks', () => {
  test('are each sent one thing that names no person', async () => {
    const { government, probe, sent } = probing()
    await probe()
    const asked = new Set(sent.map(({ url }) => new URL(url).pathname.split('/')[1]))
    expect([...asked].toSorted()).toEqual(SOURCES.toSorted())
    expect(sent).toHaveLength(SOURCES.length)
    const said = sent.map(({ url, headers, body }) => `${url} ${JSON.stringify(headers)} ${body}`).join('\n')
    expect([...numbersIn(said), ...(said.match(/(?<!\d)\d{12}(?!\d)/g) ?? []), ...namesIn(said, government.cast)]).toEqual([])
    expect(government.journal.map(({ person }) => person)).toEqual(SOURCES.map(() => null))
  })

  test('are unknown while they are there, and the figures of the asks know nothing of it', async () => {
    const { probe, stack } = probing()
    const items = await probe()
    expect(items.map(({ state, lastSuccessAt, windows }) => [state, lastSuccessAt, windows['24h']])).toEqual(
      items.map(() => ['unknown', null, {}]),
    )
    const metrics = await stack.metrics()
    for (const source of SOURCES) expect(metrics).toContain(`gateway_source_probes_total{source="${source}",outcome="reached",reason=""} 1`)
    expect(metrics).not.toMatch(/^gateway_source_requests_total\{/m)
    expect(stack.logged.filter((line) => !line.includes('"route"'))).toEqual([])
  })

  test('are left alone until the next minute', async () => {
    const { probe, sent } = probing()
    await probe()
    await probe(47)
    expect(sent).toHaveLength(SOURCES.length)
    await probe(1)
    expect(sent).toHaveLength(2 * SOURCES.length)
  })
})

const DEATHS = [
  ['down', 'connect', 'theirs'],
  ['http-503', 'http_5xx', 'theirs'],
  ['html-200', 'html', 'theirs'],
  ['http-401', 'auth', 'ours'],
  ['empty-200', 'protocol', 'theirs'],
] as const

describe.each(SOURCES)('%s, which nobody asks', (source) => {
  test.each(DEATHS)('is told with its reason under %s', async (scenario, reason, blame) => {
    const { government, probe, stack } = probing()
    government.setScenario(source, scenario)
    const one = async (seconds: number) => (await probe(seconds)).find(({ id }) => id === source)
    expect(await one(0)).toMatchObject({ state: 'degraded', blame, lastFailureReason: reason, lastSuccessAt: null })
    expect(await one(10)).toMatchObject({ state: 'down', blame, windows: { '24h': {} } })
    government.setScenario(source, null)
    expect(await one(60)).toMatchObject({ state: 'unknown', blame: 'none' })
    expect(stack.logged.filter((line) => line.includes('probe_failed'))).toHaveLength(1)
  })
})

test('asks nothing where it is switched off, for all or for one', async () => {
  const { probe, sent } = probing({ PROBE_SECONDS: '0', DIPLOMAS_PROBE_SECONDS: '10' })
  await probe()
  expect(sent.map(({ url }) => url)).toEqual(['http://government.test/diplomas/'])
})
