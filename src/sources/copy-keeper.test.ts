import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { HttpCall, Part, RawRecord, Snapshot, Source } from '../../adapters/adapter.ts'
import { adapterOf, askOf, createRig, invented, type RigOptions, record, type Script } from '../../test/support/ask-rig.ts'
import { startCopyKeeper } from './copy-keeper.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ID = 'experience-generalisation'
const mine = invented(1)
const PART: Part = { scope: '19', tag: null, asOf: null }
/** A call that is never answered. */
const HANG: HttpCall = { method: 'GET', path: '/hangs' }
const FAILURE = new SourceFailure({ outcome: 'unavailable', reason: 'connect' }, 'no', 'x')

/** A list of one part whose rows are what the script answers. */
const delivery: Snapshot = {
  ...{ kind: 'snapshot', renewed: 'by_schedule', youngSeconds: 60, only: () => null, home: () => null },
  parts: async () => [PART],
  async *load(_, __, source) {
    yield (await source.json({ method: 'GET', path: '/' })).body as RawRecord[]
  },
  keys: (value) => [(value as { person: string }).person],
  asked: (teacher) => [teacher.iin],
}
const row = () => record({ number: '1', person: mine })

function rigOf(script: Script, options: RigOptions = {}, change: Partial<Snapshot> = {}) {
  const counted = { calls: 0 }
  const adapter = adapterOf({ id: ID, delivery: { ...delivery, ...change } })
  const counting: Script = (call, signal) => {
    counted.calls++
    return script(call, signal)
  }
  return { ...createRig({ script: counting, adapters: [adapter], ...options }), counted, adapter }
}

describe('a round', () => {
  test('loads a list before anybody asks, so that asking needs no call', async () => {
    const rig = rigOf(async () => [row()])
    await rig.keeper.tick()
    const [outcome] = await rig.askAll([askOf(rig.adapter)], 8000)
    expect(outcome).toMatchObject({ status: { outcome: 'answered', attempts: 0 }, records: [{}] })
    expect(rig.counted.calls).toBe(1)
  })

  test('renews where half of the time is over, not before', async () => {
    const rig = rigOf(async () => [row()])
    await rig.keeper.tick()
    await vi.advanceTimersByTimeAsync(29_000)
    await rig.keeper.tick()
    expect(rig.counted.calls).toBe(1)
    await vi.advanceTimersByTimeAsync(1000)
    await rig.keeper.tick()
    expect(rig.counted.calls).toBe(2)
  })

  test('shows a list that nobody could renew in time as one of a source that is not well', async () => {
    const rig = rigOf(async () => [row()])
    const state = () => rig.board.get(ID)?.state
    const asked = async () => {
      for (let count = 0; count < 5; count++) rig.board.record((await rig.askAll([askOf(rig.adapter)], 8000))[0]!.status)
    }
    await asked()
    expect(state()).toBe('ok')
    await vi.advanceTimersByTimeAsync(61_000)
    expect(state()).toBe('degraded')
  })

  test('leaves the former rows in use where the list fails, and tells the operator', async () => {
    let answer: () => Promise<unknown> = async () => [row()]
    const rig = rigOf(() => answer())
    await rig.keeper.tick()
    answer = () => Promise.reject(FAILURE)
    await vi.advanceTimersByTimeAsync(30_000)
    await rig.keeper.tick()
    expect(rig.seen.join('\n')).toContain(`event ${ID} copy_failed`)
    const [outcome] = await rig.askAll([askOf(rig.adapter)], 8000)
    expect(outcome).toMatchObject({ status: { outcome: 'answered', stale: false }, records: [{}] })
  })

  test('passes by what is asked for only, and what is switched off', async () => {
    const asked = rigOf(async () => [row()], {}, { renewed: 'when_asked' })
    const off = rigOf(async () => [row()], { settings: { url: null } })
    await Promise.all([asked.keeper.tick(), off.keeper.tick()])
    expect([asked.counted.calls, off.counted.calls]).toEqual([0, 0])
  })

  test('goes on with the next list after an error of our own', async () => {
    const broken = adapterOf({ id: 'courses', delivery: { ...delivery, parts: () => Promise.reject(new Error('ours')) } })
    const rig = rigOf(async () => [row()])
    const both = createRig({ script: async () => [row()], adapters: [broken, rig.adapter] })
    await both.keeper.tick()
    expect((await both.copies.parts(ID)).map(({ scope }) => scope)).toContain('19')
    expect(both.seen.join('\n')).toContain('"kind":"copy"')
  })

  test('is one for all who call while it is under way', async () => {
    const rig = rigOf(async () => [row()])
    await Promise.all([rig.keeper.tick(), rig.keeper.tick()])
    expect(rig.counted.calls).toBe(1)
  })
})

describe('a list that takes its time', () => {
  const later = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(() => resolve([row()]), ms))

  test('does not take the time of the next one where a call of it hangs', async () => {
    const hangs = adapterOf({ id: 'courses', delivery: { ...delivery, parts: (_, __, source) => source.json(HANG) as never } })
    const rig = rigOf(async () => [row()])
    const script: Script = (call) => (call === HANG ? new Promise(() => {}) : Promise.resolve([row()]))
    const both = createRig({ script, adapters: [hangs, rig.adapter] })
    const round = both.keeper.tick()
    await vi.advanceTimersByTimeAsync(20_000)
    await round
    expect((await both.copies.parts(ID)).map(({ scope }) => scope)).toContain('19')
  })

  test('is there for the next asker where the first one could not wait for it', async () => {
    // Three pages of four seconds each; the asker has five.
    async function* load(_: Part, __: string | null, source: Source) {
      for (let page = 0; page < 3; page++) yield (await source.json({ method: 'GET', path: '/' })).body as RawRecord[]
    }
    const rig = rigOf(() => later(4000), { keepsLists: true }, { load })
    const first = rig.askAll([askOf(rig.adapter)], 8000)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await first).toMatchObject([{ status: { outcome: 'unavailable', reason: 'timeout' } }])
    await vi.advanceTimersByTimeAsync(8000)
    expect(await rig.askAll([askOf(rig.adapter)], 8000)).toMatchObject([{ status: { outcome: 'answered' }, records: [{}, {}, {}] }])
    expect(rig.counted.calls).toBe(3)
  })

  test('is left alone for a while where it is found broken at its end', async () => {
    async function* load(_: Part, __: string | null, source: Source) {
      yield (await source.json({ method: 'GET', path: '/' })).body as RawRecord[]
      yield { outcome: 'unreadable', reason: 'protocol' } as const
    }
    const rig = rigOf(() => later(3000), { keepsLists: true }, { load })
    const timer = startCopyKeeper(rig.keeper)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await rig.askAll([askOf(rig.adapter)], 8000)).toMatchObject([{ status: { outcome: 'unreadable', reason: 'protocol' } }])
    expect(rig.counted.calls).toBe(1)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(rig.counted.calls).toBe(2)
    await timer.stop()
  })
})

describe('two processes over one store', () => {
  test('load a list once', async () => {
    let calls = 0
    const slow: Script = () => {
      calls++
      return new Promise((resolve) => setTimeout(() => resolve([row()]), 500))
    }
    const one = rigOf(slow)
    const other = createRig({ script: slow, adapters: [one.adapter], copies: one.copies })
    const both = Promise.all([one.keeper.tick(), other.keeper.tick()])
    await vi.advanceTimersByTimeAsync(3000)
    await both
    expect(calls).toBe(1)
    expect(await other.askAll([askOf(one.adapter)], 8000)).toMatchObject([{ records: [{}], status: { attempts: 0 } }])
  })
})

describe('the timer', () => {
  test('begins at once and goes on', async () => {
    const rig = rigOf(async () => [row()])
    const timer = startCopyKeeper(rig.keeper)
    await vi.advanceTimersByTimeAsync(1)
    expect(rig.counted.calls).toBe(1)
    await vi.advanceTimersByTimeAsync(45_000)
    expect(rig.counted.calls).toBe(2)
    await timer.stop()
  })

  test('breaks off a round that is under way when it is stopped', async () => {
    const rig = rigOf(() => new Promise(() => {}))
    const timer = startCopyKeeper(rig.keeper)
    await vi.advanceTimersByTimeAsync(1)
    await timer.stop()
    await rig.keeper.tick()
    expect(rig.counted.calls).toBe(1)
    expect(await rig.copies.claim({ source: ID, scope: '' }, 1000)).toBe(true)
  })
})
