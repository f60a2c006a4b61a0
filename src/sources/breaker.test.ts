import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { adapterOf, askOf, createRig, type Script } from '../../test/support/ask-rig.ts'
import { createBreaker } from './breaker.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const monotonic = () => performance.now()
const fail = (verdict: Verdict) => () => Promise.reject(new SourceFailure(verdict, 'no', 'x'))
const down = fail({ outcome: 'unavailable', reason: 'connect' })
const fine = async () => 'fine'

/** A breaker without jitter; `times` runs calls one after another and forgets what they throw. */
function breakerAt(random = 0.5) {
  const breaker = createBreaker(monotonic, () => random)
  const times = async (count: number, call: () => Promise<unknown>) => {
    for (let index = 0; index < count; index++) await breaker.execute(call).catch(() => {})
  }
  return { breaker, times }
}

describe('opening', () => {
  test('opens after five failures in a row', async () => {
    const { breaker, times } = breakerAt()
    await times(4, down)
    expect(breaker.state()).toBe('closed')
    await times(1, down)
    expect(breaker.state()).toBe('open')
  })

  test('opens at half of twenty calls within 30 s', async () => {
    const { breaker, times } = breakerAt()
    for (let pair = 0; pair < 10; pair++) {
      expect(breaker.state()).toBe('closed')
      await times(1, fine)
      await times(1, down)
    }
    expect(breaker.state()).toBe('open')
  })

  test('forgets failures older than 30 s', async () => {
    const { breaker, times } = breakerAt()
    for (let pair = 0; pair < 15; pair++) {
      await times(1, fine)
      await times(1, down)
      await vi.advanceTimersByTimeAsync(4000)
    }
    expect(breaker.state()).toBe('closed')
  })

  test.each<Verdict>([
    { outcome: 'unavailable', reason: 'auth' },
    { outcome: 'unavailable', reason: 'rate_limited' },
    { outcome: 'unavailable', reason: 'overload' },
    { outcome: 'unavailable', reason: 'http_4xx' },
    { outcome: 'consent_missing', reason: 'refused' },
  ])('does not count $outcome $reason', async (verdict) => {
    const { breaker, times } = breakerAt()
    await times(20, fail(verdict))
    expect(breaker.state()).toBe('closed')
  })

  test.each<Verdict>([
    { outcome: 'unavailable', reason: 'timeout' },
    { outcome: 'unavailable', reason: 'html' },
    { outcome: 'unavailable', reason: 'shep_fault' },
    { outcome: 'unreadable', reason: 'protocol' },
  ])('counts $outcome $reason', async (verdict) => {
    const { breaker, times } = breakerAt()
    await times(5, fail(verdict))
    expect(breaker.state()).toBe('open')
  })
})

describe('half open', () => {
  test('lets one probe pass and refuses the others at once', async () => {
    const { breaker, times } = breakerAt()
    await times(5, down)
    await vi.advanceTimersByTimeAsync(10_000)
    let answer = (_: string) => {}
    const probe = breaker.execute(() => new Promise<string>((resolve) => (answer = resolve)))
    await expect(breaker.execute(fine)).rejects.toMatchObject({ verdict: { reason: 'breaker_open' } })
    answer('well')
    expect(await probe).toBe('well')
    expect(breaker.state()).toBe('closed')
  })

  test('doubles the time up to 300 s when probes fail', async () => {
    const { breaker, times } = breakerAt()
    await times(5, down)
    for (const seconds of [10, 20, 40, 80, 160, 300, 300]) {
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
      expect(() => breaker.admit()).toThrow('breaker')
      await vi.advanceTimersByTimeAsync(1)
      await times(1, down)
    }
  })

  test.each([
    [0, 8000],
    [1, 12_000],
  ])('varies the time by a fifth (random %d: %i ms)', async (random, ms) => {
    const { breaker, times } = breakerAt(random)
    await times(5, down)
    await vi.advanceTimersByTimeAsync(ms - 1)
    expect(() => breaker.admit()).toThrow('breaker')
    await vi.advanceTimersByTimeAsync(1)
    expect(() => breaker.admit()).not.toThrow()
  })
})

describe('U1 a dead source', () => {
  test('answers breaker_open at once, with the time of the next try, and does not call', async () => {
    let calls = 0
    const script: Script = () => {
      calls++
      return down()
    }
    const rig = createRig({ script })
    for (let index = 0; index < 1000; index++) await rig.askAll([askOf(adapterOf())], 8000)
    const [outcome] = await rig.askAll([askOf(adapterOf())], 8000)
    expect(calls).toBe(5)
    expect(outcome?.status).toMatchObject({ outcome: 'unavailable', reason: 'breaker_open', attempts: 0, durationMs: 0 })
    expect(Date.parse(outcome?.status.retryAfter ?? '') - Date.now()).toBe(10_000)
  })

  test('keeps the failure that opened it as the outcome of that ask', async () => {
    const rig = createRig({ script: () => Promise.reject(new SourceFailure({ outcome: 'unavailable', reason: 'connect' }, 'yes', 'x')) })
    const reasons: unknown[] = []
    for (let index = 0; index < 3; index++) {
      const pending = rig.askAll([askOf(adapterOf())], 8000)
      await vi.advanceTimersByTimeAsync(1000)
      reasons.push((await pending)[0]?.status.reason)
    }
    expect(reasons).toEqual(['connect', 'connect', 'breaker_open'])
  })
})
