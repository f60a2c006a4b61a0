import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { askOf } from '../../test/support/ask-rig.ts'
import { adapter, application, failure, message, polls, rigOf } from '../../test/support/inbox-rig.ts'
import { StoreUnavailable } from '../store/store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('polling', () => {
  test('shares one poll between all who wait', async () => {
    const { bus, askAll } = rigOf()
    const { take } = bus
    bus.take = (service, amount) => new Promise((resolve) => setTimeout(() => resolve(take(service, amount)), 10))
    const pending = askAll(
      [1, 2, 3].map((index) => askOf(adapter, { portfolioId: `pf_${index}` })),
      600,
    )
    await vi.runAllTimersAsync()
    await pending
    expect(polls(bus)).toEqual(['take 20 at 310'])
  })

  test('never polls more often than pollMs', async () => {
    const { bus, desk } = rigOf()
    const pending = (async () => {
      for (let index = 0; index < 3; index++) await desk.poll(adapter)
    })()
    await vi.runAllTimersAsync()
    await pending
    const times = polls(bus).map((line) => Number(line.split(' at ')[1]))
    expect(times.slice(1).map((time, index) => time - times[index]!)).toEqual([300, 300])
  })

  test('takes message by message where a batch is unreadable, and more again afterwards', async () => {
    const { bus, desk } = rigOf()
    bus.takeFails = failure('protocol')
    await desk.poll(adapter).catch(() => {})
    bus.takeFails = null
    const pending = desk.poll(adapter).then(() => desk.poll(adapter))
    await vi.runAllTimersAsync()
    await pending
    expect(polls(bus).map((line) => line.split(' ')[1])).toEqual(['20', '1', '2'])
  })

  test('acknowledges a message again that comes again, and keeps it once (U47)', async () => {
    const { bus, desk, inboxStore } = rigOf()
    const again = message('m9', 'unknown', application())
    for (let round = 0; round < 2; round++) {
      bus.queue.push(again)
      const pending = desk.poll(adapter)
      await vi.runAllTimersAsync()
      await pending
    }
    expect([inboxStore.kept.size, bus.queue.length]).toEqual([1, 0])
  })

  test('acknowledges nothing that could not be kept', async () => {
    const { bus, desk, inboxStore } = rigOf()
    bus.queue.push(message('m9', 'unknown', application()))
    inboxStore.keep = () => Promise.reject(new StoreUnavailable('08006'))
    await expect(desk.poll(adapter)).rejects.toThrow('store')
    expect(bus.queue).toHaveLength(1)
  })

  test('takes the messages of all who wait, whoever polls', async () => {
    const { bus, askAll } = rigOf()
    bus.queue.push(message('m2', 'corr-2', application()), message('m1', 'corr-1', application()))
    const pending = askAll(
      [1, 2].map((index) => askOf(adapter, { portfolioId: `pf_${index}` })),
      4000,
    )
    await vi.runAllTimersAsync()
    expect((await pending).map(({ status }) => status.outcome)).toEqual(['answered', 'answered'])
  })

  test('works without shared promises', async () => {
    const { bus, ask } = rigOf({ shared: false })
    bus.queue.push(message('m2', 'unknown', application()), message('m1', 'corr-1', application()))
    expect(await ask()).toMatchObject({ outcome: 'answered' })
    expect(bus.queue).toEqual([])
  })

  test('keeps and acknowledges messages that nobody asked for', async () => {
    const { bus, desk, inboxStore } = rigOf()
    bus.queue.push(message('m9', 'unknown', application()))
    const pending = desk.poll(adapter)
    await vi.runAllTimersAsync()
    await pending
    expect([...inboxStore.kept.keys(), ...bus.queue]).toEqual(['m9'])
  })
})
