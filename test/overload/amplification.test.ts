import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { randomFrom } from '../../mocks/cast/random.ts'
import { SourceFailure } from '../../src/sources/failure.ts'
import { adapterOf, askOf, createRig, invented, type Script, teacher } from '../support/ask-rig.ts'

/*
 * Ten minutes of a sick source, with the real policy of asking and a clock that is not waited for: how many calls of ours reach it for
 * each question that was put to it (U12, U13).
 */

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINUTES = 10
const random = randomFrom('amplification')
const down = () => Promise.reject(new SourceFailure({ outcome: 'unavailable', reason: 'http_5xx' }, 'yes', 'x'))
const hung: Script = () => new Promise(() => {})
const well: Script = async () => []

/** So many questions a second for ten minutes; the times of the calls that reached the source, and of the questions. */
async function tenMinutes(perSecond: number, script: Script) {
  const calls: number[] = []
  const beganAt = performance.now()
  const counted: Script = (call, signal) => {
    calls.push(performance.now() - beganAt)
    return script(call, signal)
  }
  const rig = createRig({ script: counted, random })
  let asked = 0
  const ended: Promise<unknown>[] = []
  const timer = setInterval(() => {
    const who = teacher({ iin: invented(asked++ % 9000) })
    ended.push(rig.askAll([askOf(adapterOf(), { teacher: who })], 8000))
  }, 1000 / perSecond)
  await vi.advanceTimersByTimeAsync(MINUTES * 60_000)
  clearInterval(timer)
  await vi.advanceTimersByTimeAsync(10_000)
  await Promise.all(ended)
  return { calls, asked, breaker: rig.lanes.of('diplomas').breaker }
}

/** The most calls within any ten seconds after the breaker opened. */
function mostInTenSeconds(calls: readonly number[], openedAt: number): number {
  const probes = calls.filter((at) => at > openedAt)
  return Math.max(0, ...probes.map((from) => probes.filter((at) => at >= from && at < from + 10_000).length))
}

describe.each([1, 5])('at %i questions a second', (perSecond) => {
  test('calls a source that is down at most 1.1 times for each question, and once in ten seconds while the breaker is open', async () => {
    const { calls, asked, breaker } = await tenMinutes(perSecond, down)
    expect(breaker.state()).toBe('open')
    expect(calls.length / asked).toBeLessThanOrEqual(1.1)
    expect(mostInTenSeconds(calls, calls[4]!)).toBe(1)
  })

  test('calls a source that never answers at most 1.1 times for each question', async () => {
    const { calls, asked } = await tenMinutes(perSecond, hung)
    expect(calls.length / asked).toBeLessThanOrEqual(1.1)
  })

  test('calls a source that fails every second call at most 1.2 times for each question (U13)', async () => {
    const { calls, asked } = await tenMinutes(perSecond, (...call) => (random() < 0.5 ? down() : well(...call)))
    expect(calls.length / asked).toBeLessThanOrEqual(1.2)
  })

  test('calls a source that is gone and back every half minute at most 1.2 times for each question', async () => {
    const beganAt = performance.now()
    const isGone = () => Math.floor((performance.now() - beganAt) / 30_000) % 2 === 0
    const { calls, asked } = await tenMinutes(perSecond, (...call) => (isGone() ? down() : well(...call)))
    expect(calls.length / asked).toBeLessThanOrEqual(1.2)
  })
})
