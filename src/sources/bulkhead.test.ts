import { expect, test } from 'vitest'
import { createBulkhead, createLookingBulkhead } from './bulkhead.ts'

const { signal } = new AbortController()

test('hands places over in the order of coming', async () => {
  const bulkhead = createBulkhead(1, 2)
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
  const bulkhead = create(1, 1)
  await bulkhead.enter(signal)
  const waiting = bulkhead.enter(signal)
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([1, 1])
  bulkhead.leave()
  await waiting
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([1, 0])
})

test.each(kinds)('refuses what does not fit into the queue (%o)', async (create) => {
  const bulkhead = create(1, 0)
  await bulkhead.enter(signal)
  await expect(bulkhead.enter(signal)).rejects.toMatchObject({ verdict: { outcome: 'unavailable', reason: 'overload' } })
})

test.each(kinds)('leaves the queue when the signal fires (%o)', async (create) => {
  const bulkhead = create(1, 2)
  const controller = new AbortController()
  await bulkhead.enter(signal)
  const waiting = bulkhead.enter(controller.signal)
  controller.abort()
  await expect(waiting).rejects.toMatchObject({ verdict: { reason: 'timeout' } })
  bulkhead.leave()
  expect([bulkhead.inFlight(), bulkhead.queued()]).toEqual([0, 0])
})
