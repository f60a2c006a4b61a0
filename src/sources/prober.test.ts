import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Adapter } from '../../adapters/adapter.ts'
import { adapters as registered } from '../../adapters/index.ts'
import { adapterOf, askOf, type Script } from '../../test/support/ask-rig.ts'
import { dead, probed, probing } from '../../test/support/probing.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T05:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const failure = new SourceFailure({ outcome: 'unavailable', reason: 'http_5xx' }, 'no', 'x')

/** Five failures in a row open the breaker. */
async function opened(rig: ReturnType<typeof probing>) {
  const { breaker } = rig.lanes.of('diplomas')
  for (let count = 0; count < 5; count++) await breaker.execute(() => Promise.reject(failure)).catch(() => {})
}

describe('a source that nobody asks', () => {
  test('is told to be degraded within an interval after it died, and down once that is confirmed', async () => {
    const { health, seconds, seen } = probing(dead, { random: () => 0.99 })
    await seconds(60)
    expect(health()).toMatchObject({ state: 'degraded', blame: 'theirs', lastFailureReason: 'connect', lastSuccessAt: null })
    await seconds(13)
    expect(health()).toMatchObject({ state: 'down', blame: 'theirs', windows: { '24h': {} }, breaker: 'closed' })
    expect(seen.filter((one) => one === 'event diplomas probe_failed')).toHaveLength(1)
    expect(seen.filter((one) => one.startsWith('asked'))).toEqual([])
  })

  test('stays unknown where it is there, for it has answered nobody', async () => {
    const { health, seconds, calls, seen } = probing(async () => ({}))
    await seconds(200)
    expect(health()).toMatchObject({ state: 'unknown', lastSuccessAt: null, lastFailureAt: null, windows: { '24h': {} } })
    expect(calls.length).toBeGreaterThan(2)
    expect(seen.filter((one) => one !== 'probed diplomas reached null')).toEqual([])
  })

  test('is unknown again when it is back', async () => {
    let script = dead
    const { health, seconds } = probing((...call) => script(...call))
    await seconds(75)
    expect(health().state).toBe('down')
    script = async () => ({})
    await seconds(60)
    expect(health()).toMatchObject({ state: 'unknown', blame: 'none' })
  })

  test('is told to be ours to mend where it refuses us', async () => {
    const { health, seconds } = probing(() => Promise.reject(new SourceFailure({ outcome: 'unavailable', reason: 'auth' }, 'renew', 'x')))
    await seconds(75)
    expect(health()).toMatchObject({ state: 'down', blame: 'ours', lastFailureReason: 'auth' })
  })

  test('is there where it refuses one call too many', async () => {
    const many = new SourceFailure({ outcome: 'unavailable', reason: 'rate_limited' }, 'yes', 'x')
    const { health, seconds } = probing(() => Promise.reject(many))
    await seconds(75)
    expect(health().state).toBe('unknown')
  })
})

describe('a source that is asked', () => {
  const asked = (outcome: 'answered' | 'unavailable') => ({
    ...{ source: 'diplomas' as const, attempts: 1, durationMs: 5, askedAt: null, asOf: null, retryAfter: null },
    ...{ stale: false, exchangeId: null },
    ...(outcome === 'answered' ? { outcome, reason: null } : { outcome, reason: 'connect' as const }),
  })

  test('is not probed', async () => {
    const { board, calls, seconds } = probing(dead)
    for (let count = 0; count < 10; count++) {
      board.record(asked('answered'))
      await seconds(40)
    }
    expect(calls).toEqual([])
  })

  test('is what its answers say, whatever the probes said before', async () => {
    const { board, health, seconds } = probing(dead)
    await seconds(75)
    for (let count = 0; count < 5; count++) board.record(asked('answered'))
    expect(health().state).toBe('ok')
  })

  test('is still down by its probes after an ask that failed too', async () => {
    const { board, health, seconds } = probing(dead)
    await seconds(75)
    board.record(asked('unavailable'))
    expect(health().state).toBe('down')
  })

  test('is down by its probes although it answered in the last minutes', async () => {
    const { board, health, seconds } = probing(dead)
    for (let count = 0; count < 5; count++) board.record(asked('answered'))
    await seconds(60)
    expect(health().state).toBe('degraded')
    await seconds(15)
    expect(health()).toMatchObject({ state: 'down', windows: { '5m': { answered: 5 } } })
  })
})

describe('an open breaker', () => {
  test('is not probed before its pause has run out, and then at most once in ten seconds', async () => {
    const rig = probing(dead)
    await opened(rig)
    await rig.seconds(600)
    expect(rig.calls[0]?.at).toBeGreaterThanOrEqual(10_000)
    const gaps = rig.calls.slice(1).map(({ at }, place) => at - (rig.calls[place]?.at ?? 0))
    expect(gaps.length).toBeGreaterThan(5)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10_000)
    expect(rig.health()).toMatchObject({ state: 'down', breaker: 'open' })
  })

  test('lets nobody else through while its probe is out, nor for ten seconds after one that failed', async () => {
    const rig = probing(dead, { random: () => 0 })
    await rig.seconds(9)
    await opened(rig)
    await rig.seconds(8)
    expect(rig.calls.map(({ at }) => at)).toEqual([1000, 17_000])
    const { breaker } = rig.lanes.of('diplomas')
    await rig.seconds(9)
    expect(() => breaker.admit()).toThrow(/breaker_open/)
    await rig.seconds(1)
    expect(() => breaker.admit()).not.toThrow()
  })

  test('stays open after a probe that was answered, and lets the next ask try', async () => {
    const rig = probing(async () => ({}), { random: () => 0 })
    await opened(rig)
    expect(rig.health().state).toBe('down')
    await rig.seconds(8)
    expect(rig.calls).toHaveLength(1)
    expect(rig.health()).toMatchObject({ state: 'degraded', breaker: 'open' })
    expect(() => rig.lanes.of('diplomas').breaker.admit()).not.toThrow()
  })
})

test('is not called back by a probe from before it went away', async () => {
  const rig = probing(async () => ({}), { random: () => 0 })
  await rig.seconds(9)
  expect(rig.calls).toHaveLength(1)
  await opened(rig)
  expect(rig.health()).toMatchObject({ state: 'down', breaker: 'open' })
})

test('keeps askers away as long as a source says that refuses a probe', async () => {
  const many = new SourceFailure({ outcome: 'unavailable', reason: 'rate_limited' }, 'yes', 'x', 120_000)
  const { lanes, seconds, calls } = probing(() => Promise.reject(many), { random: () => 0 })
  await seconds(2)
  expect(lanes.of('diplomas').quiet.until - performance.now()).toBeGreaterThan(100_000)
  await seconds(100)
  expect(calls).toHaveLength(1)
})

test('gives those that wait for a place their whole limit, and asks each of them once', async () => {
  const ids = registered.slice(0, 8).map(({ id }) => id)
  const hanging: readonly string[] = ids.slice(0, 6).map((id) => `/${id}`)
  const adapters = ids.map((id) => adapterOf({ id, probe: { method: 'GET', path: `/${id}` } }) as Adapter)
  const script: Script = ({ path }) => (hanging.includes(path) ? new Promise(() => {}) : Promise.resolve({}))
  const { board, calls, seconds } = probing(script, { adapters, random: () => 0, settings: { timeoutMs: 5000 } })
  await seconds(9)
  expect(calls.map(({ path }) => path)).toEqual(ids.map((id) => `/${id}`))
  expect(ids.map((id) => board.get(id)?.lastFailureReason)).toEqual([...hanging.map(() => 'timeout'), null, null])
})

test('spreads the probes of processes that start together over the whole interval', async () => {
  const firsts = await Promise.all(
    Array.from({ length: 10 }, async (_, place) => {
      const rig = probing(async () => ({}), { random: () => place / 10 })
      await rig.seconds(61)
      return rig.calls[0]?.at ?? 0
    }),
  )
  expect(new Set(firsts).size).toBe(10)
})

test('counts a hanging source as one that does not answer', async () => {
  const { health, seconds } = probing(() => new Promise(() => {}))
  await seconds(80)
  expect(health()).toMatchObject({ state: 'down', lastFailureReason: 'timeout' })
})

test('leaves the answers to those who ask', async () => {
  const { askAll, prober } = probing(async ({ path }) => (path === '/probe' ? {} : []))
  await prober.tick()
  const [outcome] = await askAll([askOf(probed)], 5000)
  expect(outcome?.status.outcome).toBe('empty')
})
