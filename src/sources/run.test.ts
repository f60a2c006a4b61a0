import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { adapterOf, askOf, createRig, invented, type RigOptions, record, type Script, teacher } from '../../test/support/ask-rig.ts'
import { type Retry, SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const failure = (reason: 'http_5xx' | 'auth' | 'rate_limited', retry: Retry, waitMs: number | null = null) =>
  new SourceFailure({ outcome: 'unavailable', reason } as Verdict, retry, 'x', waitMs)

/** Fails with each error in turn, then answers. The times of the calls, and the outcome. */
async function failing(errors: readonly Error[], options: RigOptions = {}, budgetMs = 8000) {
  const calls: number[] = []
  const beganAt = performance.now()
  const script: Script = async () => {
    calls.push(performance.now() - beganAt)
    const error = errors[calls.length - 1]
    if (error) throw error
    return [record({ number: '1' })]
  }
  const rig = createRig({ ...options, script })
  const pending = rig.askAll([askOf(adapterOf())], budgetMs)
  await vi.runAllTimersAsync()
  const [outcome] = await pending
  return { calls, status: outcome!.status, seen: rig.seen }
}

describe('retry', () => {
  test('asks again after a failure that may pass, with jitter', async () => {
    const { calls, status } = await failing([failure('http_5xx', 'yes'), failure('http_5xx', 'yes')])
    expect(calls).toEqual([0, 50, 150])
    expect(status).toMatchObject({ outcome: 'answered', attempts: 3 })
  })

  test('gives up after three attempts', async () => {
    const { calls, status } = await failing(Array.from({ length: 9 }, () => failure('http_5xx', 'yes')))
    expect(calls).toHaveLength(3)
    expect(status).toMatchObject({ outcome: 'unavailable', reason: 'http_5xx', attempts: 3 })
  })

  test.each([
    ['once', 2],
    ['no', 1],
    ['renew', 1],
  ] as const)('asks as often as "%s" allows', async (retry, count) => {
    expect((await failing(Array.from({ length: 9 }, () => failure('auth', retry)))).calls).toHaveLength(count)
  })

  test('never repeats an error of our own', async () => {
    expect((await failing([new RangeError('x'), new RangeError('x')])).calls).toHaveLength(1)
  })

  test('counts retries by their reason', async () => {
    expect((await failing([failure('http_5xx', 'yes')])).seen).toContain('retried diplomas http_5xx')
  })

  test('waits as long as the source says', async () => {
    expect((await failing([failure('rate_limited', 'yes', 1500)])).calls).toEqual([0, 1500])
  })

  test('returns rate_limited with a point of time where the wait does not fit', async () => {
    const { status, calls } = await failing([failure('rate_limited', 'yes', 60_000)])
    expect(calls).toHaveLength(1)
    expect(status).toMatchObject({ outcome: 'unavailable', reason: 'rate_limited' })
    expect(Date.parse(status.retryAfter ?? '') - Date.parse(status.askedAt ?? '')).toBe(60_000)
  })

  test('keeps all askers away as long as the source says (U11)', async () => {
    let calls = 0
    const script: Script = async () => {
      calls++
      throw failure('rate_limited', 'yes', 30_000)
    }
    const rig = createRig({ script })
    const first = await rig.askAll([askOf(adapterOf())], 8000)
    await vi.advanceTimersByTimeAsync(29_000 - 8000)
    const second = await rig.askAll([askOf(adapterOf())], 8000)
    expect(second[0]?.status).toMatchObject({ reason: 'rate_limited', attempts: 0, retryAfter: first[0]?.status.retryAfter })
    expect(calls).toBe(1)
  })

  test('keeps its own failure where other calls opened the breaker while it waited', async () => {
    const rig = createRig({ script: async () => Promise.reject(failure('http_5xx', 'yes')), shared: false })
    const pending = rig.askAll(
      [...Array(4)].map((_, index) => askOf(adapterOf(), { teacher: teacher({ iin: invented(index) }) })),
      8000,
    )
    await vi.runAllTimersAsync()
    expect((await pending).map(({ status }) => status.reason)).toEqual(Array(4).fill('http_5xx'))
    expect(rig.lanes.of('diplomas').breaker.state()).toBe('open')
  })

  test('retries nothing past the limit', async () => {
    expect((await failing([failure('http_5xx', 'yes')], { settings: { timeoutMs: 50 } })).calls).toEqual([0])
  })
})

describe('retry budget', () => {
  test('keeps the load of a sick source within a tenth and three a second', async () => {
    let calls = 0
    // Every second call answers, so that the breaker stays closed.
    const script: Script = async () => {
      if (calls++ % 3 < 1) throw failure('http_5xx', 'yes')
      return []
    }
    const rig = createRig({ script, shared: false, settings: { concurrency: 1000 } })
    const asks = Array.from({ length: 600 }, (_, index) => askOf(adapterOf(), { teacher: teacher({ iin: invented(index) }) }))
    const pending = rig.askAll(asks, 8000)
    await vi.runAllTimersAsync()
    await pending
    // 30 in hand, and a tenth of 600 first attempts.
    expect(calls).toBeLessThanOrEqual(690)
    expect(calls).toBeGreaterThan(600)
  })
})

describe('bulkhead and rate', () => {
  const slow: Script = () => new Promise((resolve) => setTimeout(() => resolve([]), 100))

  /** As many different questions at once. */
  async function burst(count: number, options: RigOptions) {
    const rig = createRig({ ...options, script: options.script ?? slow })
    const asks = Array.from({ length: count }, (_, index) => askOf(adapterOf(), { teacher: teacher({ iin: invented(index * 20) }) }))
    const pending = rig.askAll(asks, 8000)
    await vi.runAllTimersAsync()
    return { statuses: (await pending).map(({ status }) => status), rig }
  }

  test('queues twice its places and refuses the rest as overload', async () => {
    const { statuses, rig } = await burst(40, {})
    expect(statuses.filter(({ reason }) => reason === 'overload')).toHaveLength(4)
    expect(statuses.filter(({ outcome }) => outcome === 'empty').map(({ durationMs }) => durationMs)).toContain(300)
    expect(rig.lanes.of('diplomas').breaker.state()).toBe('closed')
  })

  test('frees the places of calls that never end', async () => {
    const { rig } = await burst(12, { script: () => new Promise(() => {}), settings: { timeoutMs: 200 } })
    expect(rig.lanes.of('diplomas').bulkhead.inFlight()).toBe(0)
  })

  test('spreads calls over the seconds of a rate', async () => {
    const { statuses } = await burst(4, { script: async () => [], settings: { ratePerSecond: 2 } })
    expect(statuses.map(({ durationMs }) => durationMs)).toEqual([0, 0, 500, 1000])
  })

  test('refuses a call whose turn comes after its limit', async () => {
    const { statuses } = await burst(3, { script: async () => [], settings: { ratePerSecond: 0.1 } })
    expect(statuses.map(({ reason }) => reason)).toEqual([null, 'overload', 'overload'])
  })
})
