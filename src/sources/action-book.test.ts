import { describe, expect, test, vi } from 'vitest'
import { diplomas } from '../../adapters/diplomas/index.ts'
import { health } from '../../test/support/gateway-rig.ts'
import { memoryActions } from '../store/memory.ts'
import { type ActionStore, StoreUnavailable } from '../store/store.ts'
import { createActionBook } from './action-book.ts'
import { type Action, createActions } from './actions.ts'
import { actionsShown } from './health-actions.ts'

const clock = { at: Date.parse('2026-11-24T05:00:00Z'), now: () => clock.at, monotonic: () => clock.at }
const word = (kind: 'pause' | 'mute' = 'pause'): Action => {
  return { kind, until: null, by: 'operator-1', reason: 'known', at: new Date(clock.now()).toISOString() }
}
let ids = 0

/** A process over a store; its source is in `state`. */
function processOver(store: ActionStore) {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const seen: { state: ReturnType<typeof health>['state'] } = { state: 'unknown' }
  const actions = createActions(clock)
  const board = {
    get: (_: string, inForce = actions.of('diplomas')) => ({ ...health('diplomas'), state: seen.state, actions: actionsShown(inForce) }),
  }
  const book = createActionBook({ store, actions, adapters: [diplomas], board, clock, log, newId: () => `id-${++ids}` })
  const held = () => actions.of('diplomas')
  return { book, held, seen, log }
}
const unavailable = () => Promise.reject(new StoreUnavailable('08006'))

describe('a book of operators', () => {
  test('keeps a word, answers with what holds from now on, and reaches another process within five seconds', async () => {
    const store = memoryActions()
    const [one, other] = [processOver(store), processOver(store)]
    await other.book.refresh()
    const acted = await one.book.act('diplomas', word(), null)
    expect(JSON.parse('body' in acted ? acted.body : '')).toMatchObject({
      actions: [{ kind: 'pause', by: 'operator-1' }],
    })
    expect([one.held().pause?.reason, other.held().pause]).toEqual(['known', null])
    clock.at += 5000
    await other.book.refresh()
    expect(other.held().pause?.reason).toBe('known')
  })

  test('is what a process finds that starts again', async () => {
    const store = memoryActions()
    await processOver(store).book.act('diplomas', word(), null)
    const again = processOver(store)
    await again.book.refresh()
    expect(again.held().pause?.by).toBe('operator-1')
  })

  test('knows no other source', async () => {
    const store = memoryActions()
    expect(await processOver(store).book.act('nowhere', word(), null)).toEqual({ refused: 'source' })
    expect(store.said).toEqual([])
  })

  test('holds what it knew last while the store is down, and takes no word then', async () => {
    const store = memoryActions()
    const { book, held, log } = processOver(store)
    await book.act('diplomas', word(), null)
    Object.assign(store, { newest: unavailable, append: unavailable })
    clock.at += 5000
    await book.refresh()
    expect(held().pause?.reason).toBe('known')
    expect(log.warn).toHaveBeenCalledWith({ stage: 'actions', code: '08006' }, 'operator actions')
    await expect(book.act('diplomas', word('mute'), null)).rejects.toBeInstanceOf(StoreUnavailable)
    expect(held().mute).toBeNull()
  })

  test('does not forget a word that is said while the store is read', async () => {
    const store = memoryActions()
    const { book, held } = processOver(store)
    const { promise, resolve } = Promise.withResolvers<[]>()
    vi.spyOn(store, 'newest').mockReturnValueOnce(promise)
    const reading = book.refresh()
    await book.act('diplomas', word(), null)
    resolve([])
    await reading
    expect(held().pause).not.toBeNull()
  })

  test('knows that a window was taken back for as long as the window would be found, whatever is taken back later', async () => {
    const store = memoryActions()
    const { book } = processOver(store)
    const later = (hours: number) => new Date(clock.now() + hours * 3_600_000).toISOString()
    const { reason, by, at } = word()
    const windows = [1, 3].map((hours) => ({ kind: 'maintenance' as const, from: later(hours), to: later(hours + 1), reason, by, at }))
    for (const window of windows) await book.act('diplomas', window, null)
    for (const { from } of windows) await book.act('diplomas', { kind: 'withdrawal', from, reason, by, at }, null)
    expect(store.said.map(({ kind, endsAt }) => [kind, endsAt])).toEqual([
      ...windows.map(({ to }) => ['maintenance', to]),
      ...windows.map(({ to }) => ['withdrawal', to]),
    ])
    const again = processOver(store)
    await again.book.refresh()
    expect(again.held().windows).toEqual([])
    expect(await again.book.act('diplomas', { kind: 'withdrawal', from: later(1), reason, by, at }, null)).toEqual({ refused: 'unplanned' })
    expect(store.said).toHaveLength(4)
  })

  test('leaves out what it cannot read, and sources that are gone', async () => {
    const store = memoryActions()
    const action = JSON.stringify(word())
    for (const [source, text] of [
      ['diplomas', 'no JSON'],
      ['diplomas', '{"kind":"other"}'],
      ['gone', action],
    ] as const) {
      await store.append({ id: `${source}${text}`, source, kind: 'pause', endsAt: null, action: text }, null)
    }
    const { book, held } = processOver(store)
    await book.refresh()
    expect(held().pause).toBeNull()
  })
})

describe('a mute', () => {
  /** A muted source in this state, so many minutes later. */
  async function later(minutes: number, state: ReturnType<typeof health>['state']) {
    const store = memoryActions()
    const muted = processOver(store)
    await muted.book.act('diplomas', word('mute'), null)
    muted.seen.state = state
    clock.at += minutes * 60_000
    await muted.book.refresh()
    return { ...muted, store }
  }

  test('ends where the source has been well for five minutes, for all processes', async () => {
    const { held, store, book } = await later(5, 'ok')
    expect([held().mute, store.said.map(({ kind }) => kind)]).toEqual([null, ['mute', 'recovery']])
    const other = processOver(store)
    await other.book.refresh()
    expect(other.held().mute).toBeNull()
    await book.act('diplomas', word('mute'), null)
    expect(held().mute).not.toBeNull()
  })

  test.each([
    [4, 'ok'],
    [60, 'degraded'],
    [60, 'unknown'],
    [60, 'paused'],
  ] as const)('goes on %i minutes later where the source is %s', async (minutes, state) => {
    expect((await later(minutes, state)).held().mute).not.toBeNull()
  })
})
