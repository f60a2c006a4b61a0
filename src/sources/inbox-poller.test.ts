import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { adapterOf, createRig } from '../../test/support/ask-rig.ts'
import { memoryInbox } from '../store/memory.ts'
import { SourceFailure } from './failure.ts'
import { createInboxTick, startInboxPoller } from './inbox-poller.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const adapter = adapterOf({
  id: 'egov-portal',
  delivery: { kind: 'inbox', send: () => expect.fail('sent'), read: () => ({ kind: 'unreadable' }) },
})

/** A poller with one message stored for one portfolio. */
async function poller() {
  const { log, seen } = createRig()
  const store = memoryInbox(() => 0)
  const state = {
    busy: false,
    taken: [] as string[],
    polls: 0,
    pollFails: null as Error | null,
    takeUpFails: null as Error | null,
    noVersion: false,
  }
  await store.openRequest('egov-portal', 'pf_1', 'c1')
  await store.keep('egov-portal', { messageId: 'm1', correlationId: 'c1', messageType: 'RESPONSE', messageDate: null, body: '{}' })
  const desk = {
    isBusy: () => state.busy,
    async poll() {
      state.polls++
      if (state.pollFails) throw state.pollFails
      return 0
    },
  }
  const takeUp = async (id: string) => {
    state.taken.push(id)
    if (state.takeUpFails) throw state.takeUpFails
    return !state.noVersion
  }
  return { deps: { adapters: [adapter, adapterOf()], desk, store, takeUp, log }, state, seen }
}

test('takes up every stored message once', async () => {
  const { deps, state } = await poller()
  const tick = createInboxTick(deps)
  expect([await tick(), await tick()]).toEqual([1, 0])
  expect(state).toMatchObject({ taken: ['pf_1'], polls: 2 })
})

test('takes up what is stored even where polling fails', async () => {
  const { deps, state } = await poller()
  state.pollFails = new SourceFailure({ outcome: 'unavailable', reason: 'connect' }, 'no', 'x')
  expect(await createInboxTick(deps)()).toBe(1)
})

test('tries again where taking up failed, and tells it', async () => {
  const { deps, state, seen } = await poller()
  const tick = createInboxTick(deps)
  state.takeUpFails = new Error('store')
  expect(await tick()).toBe(0)
  state.takeUpFails = null
  expect(await tick()).toBe(1)
  expect(seen.filter((line) => line.includes('take_up'))).toHaveLength(1)
})

test('keeps a message for later while its portfolio has no version', async () => {
  const { deps, state } = await poller()
  const tick = createInboxTick(deps)
  state.noVersion = true
  expect(await tick()).toBe(0)
  state.noVersion = false
  expect([await tick(), await tick()]).toEqual([1, 0])
})

test('takes up once more when the portfolio is no longer busy', async () => {
  const { deps, state } = await poller()
  const tick = createInboxTick(deps)
  state.busy = true
  await tick()
  await tick()
  expect(state.taken).toEqual(['pf_1'])
  state.busy = false
  await tick()
  await tick()
  expect(state.taken).toEqual(['pf_1', 'pf_1'])
})

test('runs every five seconds until it is stopped', async () => {
  const { deps, state } = await poller()
  const running = startInboxPoller(deps)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(state.polls).toBe(3)
  await running.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(state.polls).toBe(3)
})

test('never overlaps its rounds, and waits for the one under way when it stops', async () => {
  const { deps, state } = await poller()
  let finish = () => {}
  const poll = () => {
    state.polls++
    return new Promise<number>((resolve) => (finish = () => resolve(0)))
  }
  const running = startInboxPoller({ ...deps, desk: { ...deps.desk, poll } })
  const ticks = [running.tick(), running.tick()]
  const stopped = running.stop()
  finish()
  await stopped
  expect(await Promise.all(ticks)).toEqual([1, 1])
  expect(state.polls).toBe(1)
})
