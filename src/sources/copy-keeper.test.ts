import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Part, RawRecord, Snapshot } from '../../adapters/adapter.ts'
import { adapterOf, askOf, createRig, invented, type RigOptions, record, type Script } from '../../test/support/ask-rig.ts'
import { startCopyKeeper } from './copy-keeper.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ID = 'experience-generalisation'
const mine = invented(1)
const PART: Part = { scope: '19', tag: null, asOf: null }
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
