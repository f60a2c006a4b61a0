import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { adapterOf, askOf, createRig, invented, type RigOptions, record, type Script, teacher } from '../../test/support/ask-rig.ts'
import { SourceFailure } from './failure.ts'

/* What becomes of a collection whose caller has gone. */

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const BUDGET_MS = 8000
const asking = (serial: number) => [askOf(adapterOf(), { teacher: teacher({ iin: invented(serial * 20) }) })]

/** A source that answers after a second, and how many of its calls were begun and given up. */
function slowRig(options: RigOptions = {}) {
  const counts = { begun: 0, givenUp: 0 }
  const script: Script = (_, signal) => {
    counts.begun++
    const giveUp = () => void counts.givenUp++
    signal.addEventListener('abort', giveUp)
    return new Promise((resolve) =>
      setTimeout(() => {
        signal.removeEventListener('abort', giveUp)
        resolve([record({ number: '1' })])
      }, 1000),
    )
  }
  return { ...createRig({ ...options, script }), counts }
}

test('gives up the call of a caller who has gone, and blames no source', async () => {
  const rig = slowRig()
  const caller = new AbortController()
  const pending = rig.askAll(asking(1), BUDGET_MS, { signal: caller.signal })
  await vi.advanceTimersByTimeAsync(100)
  caller.abort()
  await pending
  expect(rig.counts).toEqual({ begun: 1, givenUp: 1 })
  const { limit, breaker, bulkhead } = rig.lanes.of('diplomas')
  expect([limit.places(), breaker.state(), bulkhead.inFlight()]).toEqual([12, 'closed', 0])
})

test('begins no call of a caller who went away in the queue or before', async () => {
  const rig = slowRig({ settings: { concurrency: 1 } })
  const caller = new AbortController()
  const first = rig.askAll(asking(1), BUDGET_MS)
  const queued = rig.askAll(asking(2), BUDGET_MS, { signal: caller.signal })
  await vi.advanceTimersByTimeAsync(100)
  caller.abort()
  await queued
  await rig.askAll(asking(3), BUDGET_MS, { signal: caller.signal })
  await vi.runAllTimersAsync()
  await first
  expect(rig.counts).toEqual({ begun: 1, givenUp: 0 })
})

test('goes on with what another caller waits for', async () => {
  const rig = slowRig()
  const caller = new AbortController()
  const leading = rig.askAll(asking(1), BUDGET_MS, { signal: caller.signal })
  const joined = rig.askAll(asking(1), BUDGET_MS)
  await vi.advanceTimersByTimeAsync(100)
  caller.abort()
  await vi.runAllTimersAsync()
  expect([(await joined)[0]?.status.outcome, (await leading)[0]?.status.outcome]).toEqual(['answered', 'answered'])
  expect(rig.counts).toEqual({ begun: 1, givenUp: 0 })
})

test('gives up when the last of those who wait has gone', async () => {
  const rig = slowRig()
  const [one, other] = [new AbortController(), new AbortController()]
  const both = [one, other].map(({ signal }) => rig.askAll(asking(1), BUDGET_MS, { signal }))
  await vi.advanceTimersByTimeAsync(100)
  one.abort()
  expect(rig.counts.givenUp).toBe(0)
  other.abort()
  await Promise.all(both)
  expect(rig.counts).toEqual({ begun: 1, givenUp: 1 })
})

test('lets a probe of an open breaker tell whether the source is back', async () => {
  const rig = slowRig()
  const { breaker } = rig.lanes.of('diplomas')
  const down = new SourceFailure({ outcome: 'unavailable', reason: 'connect' }, 'no', 'x')
  for (let index = 0; index < 5; index++) await breaker.execute(() => Promise.reject(down)).catch(() => {})
  await vi.advanceTimersByTimeAsync(10_000)
  const caller = new AbortController()
  const probe = rig.askAll(asking(1), BUDGET_MS, { signal: caller.signal })
  await vi.advanceTimersByTimeAsync(100)
  caller.abort()
  expect(breaker.state()).toBe('half_open')
  await vi.advanceTimersByTimeAsync(1000)
  await probe
  expect([breaker.state(), rig.counts.givenUp]).toEqual(['closed', 0])
})
