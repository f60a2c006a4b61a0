import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createGuard } from './guard.ts'

const LIMITS = { places: 2, queue: 3, waitMs: 500, timeoutMs: 3000 }
const code = (name: string) => expect.objectContaining({ name: 'StoreUnavailable', code: name })
/** What the promise rejects with; so that a rejection is never unhandled. */
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Work that ends when told to. */
function held() {
  const { promise, resolve } = Promise.withResolvers<string>()
  return { work: vi.fn(() => promise), end: () => resolve('done') }
}

test('runs as much at once as there are places, the rest in the order of coming', async () => {
  const guard = createGuard(LIMITS)
  const works = [held(), held(), held(), held()]
  const all = works.map(({ work }) => guard.run(work))
  const started = () => works.map(({ work }) => work.mock.calls.length)
  await vi.advanceTimersByTimeAsync(0)
  expect(started()).toEqual([1, 1, 0, 0])
  works[1]!.end()
  await vi.advanceTimersByTimeAsync(0)
  expect(started()).toEqual([1, 1, 1, 0])
  for (const { end } of works) end()
  expect(await Promise.all(all)).toEqual(['done', 'done', 'done', 'done'])
})

test('refuses at once what finds the queue full', async () => {
  const guard = createGuard(LIMITS)
  const one = held()
  for (let count = 0; count < 5; count++) void guard.run(one.work)
  await expect(guard.run(one.work)).rejects.toEqual(code('pool'))
  one.end()
  await vi.advanceTimersByTimeAsync(0)
  expect(await guard.run(one.work)).toBe('done')
})

test('refuses what waited too long, and gives its place to nobody', async () => {
  const guard = createGuard(LIMITS)
  const [busy, late, next] = [held(), held(), held()]
  for (let count = 0; count < 2; count++) void guard.run(busy.work)
  const refused = caught(guard.run(late.work))
  await vi.advanceTimersByTimeAsync(500)
  expect(await refused).toEqual(code('pool'))
  busy.end()
  next.end()
  expect(await guard.run(next.work)).toBe('done')
  expect(late.work).not.toHaveBeenCalled()
})

test('refuses the caller of a statement that hangs, and keeps its place until it ends', async () => {
  const guard = createGuard({ ...LIMITS, places: 1 })
  const [hung, next] = [held(), held()]
  const refused = caught(guard.run(hung.work))
  await vi.advanceTimersByTimeAsync(3000)
  expect(await refused).toEqual(code('timeout'))
  const waiting = guard.run(next.work)
  expect(next.work).not.toHaveBeenCalled()
  hung.end()
  next.end()
  expect(await waiting).toBe('done')
})

test('runs again, up to three times, where the database asks for it', async () => {
  const guard = createGuard(LIMITS)
  const deadlock = Object.assign(new Error('deadlock'), { code: '40P01' })
  const work = vi
    .fn(async () => 'done')
    .mockRejectedValueOnce(deadlock)
    .mockRejectedValueOnce(deadlock)
  expect(await guard.run(work)).toBe('done')
  work.mockClear().mockRejectedValue(deadlock)
  await expect(guard.run(work)).rejects.toEqual(code('40P01'))
  expect(work).toHaveBeenCalledTimes(3)
})

test('runs once what cannot be done twice, and whatever else fails', async () => {
  const guard = createGuard(LIMITS)
  const work = vi.fn().mockRejectedValue(Object.assign(new Error(), { code: '40001' }))
  await expect(guard.run(work, { timeoutMs: 1000, attempts: 1 })).rejects.toEqual(code('40001'))
  work.mockRejectedValue(Object.assign(new Error(), { code: '23505' }))
  await expect(guard.run(work)).rejects.toEqual(code('23505'))
  expect(work).toHaveBeenCalledTimes(2)
})
