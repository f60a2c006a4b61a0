import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Adapter, Snapshot } from '../../adapters/adapter.ts'
import { adapterOf, askOf, createRig, invented, type RigOptions, record, type Script } from '../../test/support/ask-rig.ts'
import type { Action } from './actions.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers().setSystemTime('2026-11-24T08:00:00Z'))
afterEach(() => void vi.useRealTimers())

type Bare<One> = One extends unknown ? Omit<One, 'by' | 'reason' | 'at'> : never
const END = '2026-11-24T09:00:00.000Z'
const fails: Script = () => Promise.reject(new SourceFailure({ outcome: 'unavailable', reason: 'http_5xx' }, 'no', 'x'))

const mayBeTriedAgain = () => new SourceFailure({ outcome: 'unavailable', reason: 'http_5xx' }, 'yes', 'x')

/** A source with its adapter; `calls` counts what reached it. */
function sourceOf(adapter: Adapter, script: Script, options: RigOptions = {}) {
  const counted = { calls: 0 }
  const counting: Script = (call, signal) => {
    counted.calls++
    return script(call, signal)
  }
  const rig = createRig({ script: counting, adapters: [adapter], ...options })
  const order = (action: Bare<Action>) => {
    const said = { ...action, by: 'operator-1', reason: 'x', at: new Date().toISOString() } as Action
    rig.actions.add({ id: crypto.randomUUID(), source: adapter.id, action: said })
  }
  const ask = async () => {
    const pending = rig.askAll([askOf(adapter)], 8000)
    await vi.runAllTimersAsync()
    const [outcome] = await pending
    rig.board.record(outcome!.status)
    return { ...outcome!.status, records: outcome!.records.length }
  }
  return { ...rig, counted, order, ask }
}

describe('a source that is paused', () => {
  test('is not called, tells when to ask again, and is asked by itself when the time is over', async () => {
    const { ask, order, counted, board } = sourceOf(adapterOf(), async () => [])
    order({ kind: 'pause', until: END })
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'paused', attempts: 0, retryAfter: END })
    expect([counted.calls, board.get('diplomas')?.windows['5m']]).toEqual([0, {}])
    vi.setSystemTime(END)
    expect(await ask()).toMatchObject({ outcome: 'empty' })
  })

  test('is asked again when it is resumed, and not before', async () => {
    const { ask, order, counted } = sourceOf(adapterOf(), async () => [])
    order({ kind: 'pause', until: null })
    expect(await ask()).toMatchObject({ reason: 'paused', retryAfter: null })
    order({ kind: 'resume' })
    expect([(await ask()).outcome, counted.calls]).toEqual(['empty', 1])
  })

  test('gets no further attempt of an ask that was under way', async () => {
    const { ask, order, counted } = sourceOf(adapterOf(), () => {
      order({ kind: 'pause', until: null })
      return Promise.reject(mayBeTriedAgain())
    })
    expect([(await ask()).outcome, counted.calls]).toEqual(['unavailable', 1])
  })

  test('gets no message and no poll, though it has a request of ours, and nobody hears of failures', async () => {
    const bus = { send: vi.fn(), take: vi.fn(async () => []), acknowledge: vi.fn() }
    const delivery = { kind: 'inbox', send: () => ({}), read: () => ({}) } as unknown as Adapter['delivery']
    const { ask, order, desk, adapters, seen } = sourceOf(adapterOf({ delivery }), fails, { bus })
    expect(await ask()).toMatchObject({ outcome: 'deferred', reason: 'async' })
    const before = [bus.send, bus.take].map(({ mock }) => mock.calls.length)
    order({ kind: 'pause', until: null })
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'paused' })
    const polled = expect(desk.poll(adapters[0]!)).rejects.toThrow('unavailable/paused')
    await vi.runAllTimersAsync()
    await polled
    expect([bus.send, bus.take].map(({ mock }) => mock.calls.length)).toEqual(before)
    expect(seen.filter((line) => line.startsWith('event'))).toEqual([])
  })
})

const list: Snapshot = {
  kind: 'snapshot',
  renewed: 'by_schedule',
  youngSeconds: 60,
  parts: async (_, __, source) => {
    await source.json({ method: 'GET', path: '/' })
    return [{ scope: 'all', tag: null, asOf: null }]
  },
  only: () => null,
  home: () => null,
  async *load() {
    yield [record({ number: '1' }, invented(1))]
  },
  keys: () => [invented(1)],
  asked: (teacher) => [teacher.iin],
}

test('a list that is paused is neither renewed nor taken for an answer: its copy stands in with its age, however young', async () => {
  const { ask, order, counted, keeper, seen } = sourceOf(adapterOf({ id: 'teacher-achievements', delivery: list }), async () => [])
  expect(await ask()).toMatchObject({ outcome: 'answered', records: 1 })
  const before = counted.calls
  order({ kind: 'pause', until: null })
  expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'paused', records: 1, stale: true, asOf: expect.any(String) })
  vi.setSystemTime('2026-11-24T20:00:00Z')
  await keeper.tick()
  expect([(await ask()).reason, counted.calls]).toEqual(['paused', before])
  expect(seen.filter((line) => line.startsWith('event'))).toEqual([])
})

describe('a breaker that is held', () => {
  test('open lets no call pass, and is the reason even in planned work', async () => {
    const { ask, order, counted, board } = sourceOf(adapterOf(), async () => [])
    order({ kind: 'maintenance', from: '2026-11-24T07:00:00.000Z', to: END })
    order({ kind: 'breaker', state: 'open', until: null })
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'breaker_open', attempts: 0 })
    expect([counted.calls, board.get('diplomas')?.breaker]).toEqual([0, 'forced_open'])
  })

  test('open is no news of the source, which is well when it is let go', async () => {
    const { ask, order, board } = sourceOf(adapterOf(), async () => [])
    for (let round = 0; round < 5; round++) await ask()
    order({ kind: 'breaker', state: 'open', until: null })
    for (let round = 0; round < 20; round++) await ask()
    order({ kind: 'breaker', state: 'auto', until: null })
    expect(board.get('diplomas')).toMatchObject({ state: 'ok', lastFailureReason: null })
  })

  test('open leaves a list as it is without a word', async () => {
    const { order, keeper, seen } = sourceOf(adapterOf({ id: 'teacher-achievements', delivery: list }), async () => [])
    order({ kind: 'breaker', state: 'open', until: null })
    await keeper.tick()
    expect(seen.filter((line) => line.startsWith('event'))).toEqual([])
  })

  test('closed lets calls be tried again as if nothing were wrong', async () => {
    const { ask, order } = sourceOf(adapterOf(), () => Promise.reject(mayBeTriedAgain()))
    order({ kind: 'breaker', state: 'closed', until: null })
    expect((await ask()).attempts).toBeGreaterThan(1)
  })

  test('closed lets calls pass though they fail; left to itself it opens', async () => {
    const { ask, order, counted, board } = sourceOf(adapterOf(), fails)
    order({ kind: 'breaker', state: 'closed', until: null })
    for (let round = 0; round < 7; round++) expect((await ask()).reason).toBe('http_5xx')
    expect([counted.calls, board.get('diplomas')?.breaker]).toEqual([7, 'forced_closed'])
    order({ kind: 'breaker', state: 'auto', until: null })
    for (let round = 0; round < 7; round++) await ask()
    expect([counted.calls, board.get('diplomas')?.breaker]).toEqual([12, 'open'])
  })
})

test('planned work that an operator has told of is the reason where the source does not answer, until it is resumed', async () => {
  const { ask, order, counted } = sourceOf(adapterOf(), fails)
  order({ kind: 'maintenance', from: '2026-11-24T07:00:00.000Z', to: END })
  expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'maintenance', retryAfter: END })
  order({ kind: 'resume' })
  expect([(await ask()).reason, counted.calls]).toEqual(['http_5xx', 2])
})

test('a mute changes nothing but the mark on what is told', async () => {
  const { ask, order, counted, events, seen } = sourceOf(adapterOf(), fails)
  order({ kind: 'mute', until: END })
  expect([(await ask()).reason, counted.calls]).toEqual(['http_5xx', 1])
  events.happened('diplomas', 'copy_failed')
  events.defect('diplomas', new Error('x'))
  expect(seen.filter((line) => line.startsWith('log') && line.includes('"muted":true'))).toHaveLength(2)
  vi.setSystemTime(END)
  events.happened('diplomas', 'copy_failed')
  expect(seen.at(-1)).not.toContain('muted')
})
