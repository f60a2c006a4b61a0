import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startRounds } from './rounds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('goes round at each tick, and not any more when it is stopped', async () => {
  const round = vi.fn(async () => {})
  const rounds = startRounds(round, 1000)
  await vi.advanceTimersByTimeAsync(3500)
  await rounds.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(round).toHaveBeenCalledTimes(3)
})

test('begins none while one is under way, goes on after it, and waits for it at the end', async () => {
  const ends: (() => void)[] = []
  const round = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)))
  const rounds = startRounds(round, 1000)
  await vi.advanceTimersByTimeAsync(4000)
  expect(round).toHaveBeenCalledTimes(1)
  ends[0]?.()
  await vi.advanceTimersByTimeAsync(1000)
  expect(round).toHaveBeenCalledTimes(2)
  let isStopped = false
  const stopped = rounds.stop().then(() => {
    isStopped = true
  })
  await vi.advanceTimersByTimeAsync(10)
  expect(isStopped).toBe(false)
  ends[1]?.()
  await stopped
})
