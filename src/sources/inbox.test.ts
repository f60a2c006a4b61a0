import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Reading } from '../../adapters/adapter.ts'
import { askOf, invented } from '../../test/support/ask-rig.ts'
import { adapter, application, failure, message, mine, polls, rigOf } from '../../test/support/inbox-rig.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an answer in time', () => {
  test('returns one record of the folded keys with the exchange of the RESPONSE', async () => {
    const { bus, ask, inboxStore } = rigOf()
    const response = message('m1', 'corr-1', application())
    bus.queue.push(response)
    const answer = await ask()
    expect(answer).toMatchObject({ outcome: 'answered', attempts: 1, durationMs: 300, exchangeId: response.exchange.id })
    expect(answer.records).toEqual([{ value: { number: '7' }, iin: mine, exchange: response.exchange }])
    expect((await inboxStore.request('egov-portal', 'pf_1'))?.open).toBe(false)
  })

  test('opens in the store before it sends, and keeps before it acknowledges', async () => {
    const { bus, ask, inboxStore } = rigOf()
    bus.queue.push(message('m1', 'corr-1', application()))
    await ask()
    expect(inboxStore.log).toEqual(['open corr-1', 'keep m1', 'acknowledged m1'])
    expect(bus.log.map((line) => line.split(' ')[0])).toEqual(['send', 'take', 'acknowledge'])
  })

  test('returns empty for the not-found answer', async () => {
    const { bus, ask } = rigOf()
    bus.queue.push(message('m1', 'corr-1', { kind: 'empty', iin: mine }))
    expect(await ask()).toMatchObject({ outcome: 'empty', reason: null, records: [] })
  })

  test.each<Reading>([application(invented(60)), { kind: 'empty', iin: invented(60) }])(
    'refuses an answer about somebody else: %o',
    async (reading) => {
      const { bus, ask, seen } = rigOf()
      bus.queue.push(message('m1', 'corr-1', reading))
      expect(await ask()).toMatchObject({ outcome: 'foreign', reason: 'subject_mismatch', records: [] })
      expect(seen).toContain('event egov-portal foreign_record')
    },
  )

  test('returns unreadable for a RESPONSE that cannot be read, and quarantines it', async () => {
    const { bus, ask, seen } = rigOf()
    bus.queue.push(message('m1', 'corr-1', application(), 'RESPONSE', false))
    expect(await ask()).toMatchObject({ outcome: 'unreadable', reason: 'protocol' })
    expect(seen).toContain('event egov-portal message_quarantined')
    expect(bus.queue).toEqual([])
  })

  test('sends anew when the former request was answered', async () => {
    const { bus, ask } = rigOf()
    bus.queue.push(message('m1', 'corr-1', application()))
    await ask()
    await ask()
    expect(bus.log.filter((line) => line.startsWith('send'))).toEqual(['send corr-1', 'send corr-2'])
  })
})

describe('an answer that does not come', () => {
  test('returns deferred at the end of the budget and polls at doubling intervals', async () => {
    const { bus, ask } = rigOf()
    expect(await ask()).toMatchObject({ outcome: 'deferred', reason: 'async', attempts: 1, records: [] })
    expect(polls(bus)).toEqual(['take 20 at 300', 'take 20 at 900', 'take 20 at 2100', 'take 20 at 3100'])
  })

  test('sends no second request while one is open', async () => {
    const { bus, ask } = rigOf()
    await ask()
    expect(await ask()).toMatchObject({ outcome: 'deferred', attempts: 0 })
    expect(bus.log.filter((line) => line.startsWith('send'))).toEqual(['send corr-1'])
  })

  test('finds at once what came between two asks', async () => {
    const { bus, ask, desk } = rigOf()
    await ask()
    bus.queue.push(message('m1', 'corr-1', application()))
    const pending = desk.poll(adapter)
    await vi.runAllTimersAsync()
    expect(await pending).toBe(1)
    expect(await ask()).toMatchObject({ outcome: 'answered', attempts: 0, durationMs: 0 })
  })

  test('stays deferred where polls alone fail', async () => {
    const { bus, ask, seen } = rigOf()
    bus.takeFails = failure('connect')
    expect(await ask()).toMatchObject({ outcome: 'deferred', reason: 'async' })
    expect(seen).toContain('event egov-portal poll_failed')
  })

  test('fails and takes the request back where it was surely not sent', async () => {
    const { bus, ask, inboxStore } = rigOf()
    bus.sendFails = new SourceFailure({ outcome: 'unavailable', reason: 'auth' }, 'no', 'x')
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'auth', attempts: 1 })
    expect(await inboxStore.request('egov-portal', 'pf_1')).toBeNull()
    expect(polls(bus)).toEqual([])
  })

  test('keeps a request known that may have been taken although sending failed', async () => {
    const { bus, ask, inboxStore } = rigOf()
    bus.sendFails = failure('connect')
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'connect', attempts: 1 })
    expect(await inboxStore.request('egov-portal', 'pf_1')).toMatchObject({ open: false })
    expect(polls(bus)).toEqual([])
  })

  test('sends one request where two askers open one at the same time', async () => {
    const { bus, askAll } = rigOf()
    const pending = askAll([askOf(adapter), askOf(adapter)], 4000)
    bus.queue.push(message('m1', 'corr-1', application()), message('m2', 'corr-2', application()))
    await vi.runAllTimersAsync()
    expect((await pending).map(({ status }) => status.outcome)).toEqual(['answered', 'answered'])
    expect(bus.log.filter((line) => line.startsWith('send'))).toHaveLength(1)
  })

  test('says that a portfolio is busy while it is asked and 3 s longer', async () => {
    const { desk, askAll } = rigOf()
    const pending = askAll([askOf(adapter)], 1000)
    expect(desk.isBusy('pf_1')).toBe(true)
    await vi.runAllTimersAsync()
    await pending
    await vi.advanceTimersByTimeAsync(2900)
    expect(desk.isBusy('pf_1')).toBe(true)
    await vi.advanceTimersByTimeAsync(3000)
    expect(desk.isBusy('pf_1')).toBe(false)
  })

  test('does not wait for a breaker that is open', async () => {
    const { bus, ask, desk } = rigOf()
    await ask()
    bus.takeFails = failure('connect')
    for (let index = 0; index < 5; index++) {
      const poll = desk.poll(adapter).catch(() => {})
      await vi.advanceTimersByTimeAsync(1000)
      await poll
    }
    expect(await ask()).toMatchObject({ outcome: 'deferred', durationMs: 300 })
  })
})

describe('recall', () => {
  test('answers from what is stored, without sending', async () => {
    const { bus, ask, desk, recallAll } = rigOf()
    await ask()
    bus.queue.push(message('m1', 'corr-1', application()))
    const pending = desk.poll(adapter)
    await vi.runAllTimersAsync()
    await pending
    bus.log.length = 0
    const [outcome] = await recallAll([askOf(adapter)], 0)
    expect(outcome?.status).toMatchObject({ outcome: 'answered', attempts: 0 })
    expect(bus.log).toEqual([])
  })

  test('stays deferred while the RESPONSE is not there', async () => {
    const { ask, recallAll } = rigOf()
    await ask()
    expect((await recallAll([askOf(adapter)], 0))[0]?.status).toMatchObject({ outcome: 'deferred', reason: 'async' })
  })
})
