import { expect, test } from 'vitest'
import { createBulkhead, createLookingBulkhead } from './bulkhead.ts'

const { signal } = new AbortController()

test('hands places over in the order of coming', async () => {
  const bulkhead = createBulkhead({ places: () => 1, queue: 2 })
  const order: number[] = []
  await bulkhead.enter(signal)
  const waiting = [1, 2].map((index) => bulkhead.enter(signal).then(() => order.push(index)))
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([1, 2])
  bulkhead.leave()
  bulkhead.leave()
  await Promise.all(waiting)
  bulkhead.leave()
  expect([order, bulkhead.inFlight(), bulkhead.queued()]).toEqual([[1, 2], 0, 0])
})

const kinds = [createBulkhead, createLookingBulkhead]

test.each(kinds)('lets the next one in when a place is free (%o)', async (create) => {
  const bulkhead = create({ places: () => 1, queue: 1 })
  await bulkhead.enter(signal)
  const waiting = bulkhead.enter(signal)
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([1, 1])
  bulkhead.leave()
  await waiting
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([1, 0])
})

test.each(kinds)('refuses what does not fit into the queue (%o)', async (create) => {
  const bulkhead = create({ places: () => 1, queue: 0 })
  await bulkhead.enter(signal)
  await expect(bulkhead.enter(signal)).rejects.toMatchObject({ verdict: { outcome: 'unavailable', reason: 'overload' } })
})

test.each(kinds)('leaves the queue when the signal fires (%o)', async (create) => {
  const bulkhead = create({ places: () => 1, queue: 2 })
  const controller = new AbortController()
  await bulkhead.enter(signal)
  const waiting = bulkhead.enter(controller.signal)
  controller.abort()
  await expect(waiting).rejects.toMatchObject({ verdict: { reason: 'timeout' } })
  bulkhead.leave()
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([0, 0])
})

test.each(kinds)('lets the more urgent pass (%o)', async (create) => {
  const bulkhead = create({ places: () => 1, queue: 3 })
  const order: string[] = []
  await bulkhead.enter(signal)
  const waiting = (['background', 'refresh', 'interactive'] as const).map((priority) =>
    bulkhead.enter(signal, priority).then(() => {
      order.push(priority)
      bulkhead.leave()
    }),
  )
  bulkhead.leave()
  await Promise.all(waiting)
  expect(order).toEqual(['interactive', 'refresh', 'background'])
})

test('turns the least urgent out of a full queue, the last comer first', async () => {
  const bulkhead = createBulkhead({ places: () => 1, queue: 2 })
  await bulkhead.enter(signal)
  const [first, last] = [bulkhead.enter(signal, 'background'), bulkhead.enter(signal, 'background')]
  const urgent = bulkhead.enter(signal)
  await expect(last).rejects.toMatchObject({ verdict: { reason: 'overload' } })
  await expect(bulkhead.enter(signal, 'background')).rejects.toMatchObject({ verdict: { reason: 'overload' } })
  bulkhead.leave()
  await urgent
  bulkhead.leave()
  await first
})

test.each(kinds)('tells of a call that somebody waits for and that found no room (%o)', async (create) => {
  let told = 0
  const bulkhead = create({ places: () => 1, queue: 0, full: () => void told++ })
  await bulkhead.enter(signal)
  await expect(bulkhead.enter(signal, 'background')).rejects.toThrow('queue')
  expect(told).toBe(0)
  await expect(bulkhead.enter(signal, 'refresh')).rejects.toThrow('queue')
  expect(told).toBe(1)
})

test('hands over no place that is not there any more, and several where there are more', async () => {
  let places = 2
  const bulkhead = createBulkhead({ places: () => places, queue: 4 })
  await Promise.all([bulkhead.enter(signal), bulkhead.enter(signal)])
  const waiting = [1, 2, 3].map(() => bulkhead.enter(signal))
  places = 1
  bulkhead.leave()
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([1, 3])
  places = 3
  bulkhead.leave()
  await Promise.all(waiting)
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([3, 0])
})
