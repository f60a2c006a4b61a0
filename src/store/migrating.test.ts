import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startMigrating } from './migrating.ts'

const down = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('tells that it is done after the first attempt', async () => {
  const migrating = startMigrating(
    async () => {},
    () => 0.5,
  )
  expect(migrating.pending()).toBe('migrating')
  await migrating.firstAttempt(1000)
  expect(migrating.pending()).toBeNull()
})

test('tries again with growing pauses until it succeeds', async () => {
  const attempt = vi.fn(async () => {})
  for (let failure = 0; failure < 3; failure++) attempt.mockRejectedValueOnce(down)
  const migrating = startMigrating(attempt, () => 0)
  await migrating.firstAttempt(1000)
  expect(migrating.pending()).toBe('ECONNREFUSED')
  const calls: number[] = []
  for (const ms of [249, 1, 499, 1, 1000, 100_000]) {
    await vi.advanceTimersByTimeAsync(ms)
    calls.push(attempt.mock.calls.length)
  }
  expect(calls).toEqual([1, 2, 2, 3, 4, 4])
  expect(migrating.pending()).toBeNull()
})

test('lets the start go on where the first attempt takes too long', async () => {
  const migrating = startMigrating(
    () => new Promise(() => {}),
    () => 0,
  )
  const gone = migrating.firstAttempt(1000)
  await vi.advanceTimersByTimeAsync(1000)
  await expect(gone).resolves.toBeUndefined()
  expect(migrating.pending()).toBe('migrating')
})

test('tries no more once it is stopped', async () => {
  const attempt = vi.fn().mockRejectedValue(down)
  const migrating = startMigrating(attempt, () => 0)
  await migrating.firstAttempt(1000)
  migrating.stop()
  await vi.advanceTimersByTimeAsync(100_000)
  expect(attempt).toHaveBeenCalledTimes(1)
})
