import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Adapter } from '../../adapters/adapter.ts'
import { adapterOf, type RigOptions } from '../../test/support/ask-rig.ts'
import { dead, probing } from '../../test/support/probing.ts'
import type { Action } from './actions.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T05:00:00Z') }))
afterEach(() => void vi.useRealTimers())

describe('nothing is asked', () => {
  const window = { from: 10 * 60, to: 11 * 60 }
  const nothing: readonly (readonly [string, RigOptions])[] = [
    ['where it is switched off', { settings: { probeSeconds: 0 } }],
    ['where the source is', { settings: { url: null } }],
    ['in an announced window', { settings: { maintenance: [window] } }],
    ['where nothing can be asked without a person', { adapters: [adapterOf() as Adapter] }],
  ]
  test.each(nothing)('%s', async (_, options) => {
    const { calls, health, seconds } = probing(dead, options)
    await seconds(300)
    expect(calls).toEqual([])
    expect(['unknown', 'maintenance']).toContain(health().state)
  })

  test('asks nothing of a source that wants to be left alone', async () => {
    const { calls, lanes, seconds } = probing(dead)
    lanes.of('diplomas').quiet.until = performance.now() + 120_000
    await seconds(115)
    expect(calls).toEqual([])
    await seconds(10)
    expect(calls).not.toEqual([])
  })

  const at = '2026-11-24T05:00:00.000Z'
  const word = { by: 'operator-1', reason: 'known', at, until: null }
  const orders: readonly (readonly [string, Action])[] = [
    ['has paused it', { kind: 'pause', ...word }],
    ['holds its breaker open', { kind: 'breaker', state: 'open', ...word }],
    ['has told of work', { kind: 'maintenance', from: at, to: '2026-11-24T06:00:00.000Z', by: 'operator-1', reason: 'known', at }],
  ]
  test.each(orders)('asks nothing of a source where an operator %s', async (_, action) => {
    const { calls, actions, seconds } = probing(dead)
    actions.add({ id: '1', source: 'diplomas', action })
    await seconds(300)
    expect(calls).toEqual([])
  })

  test('says nothing of a source that is paused while its probe waits for its rate', async () => {
    const { calls, actions, health, lanes, seconds, seen } = probing(dead)
    const { pace } = lanes.of('diplomas')
    Object.assign(lanes.of('diplomas'), {
      pace: async (...limits: Parameters<typeof pace>) => {
        actions.add({ id: '1', source: 'diplomas', action: { kind: 'pause', ...word } })
        return pace(...limits)
      },
    })
    await seconds(300)
    expect([calls, seen, health().state]).toEqual([[], [], 'paused'])
  })

  test('asks nothing before it is known what operators have ordered', async () => {
    const { calls, actions, seconds } = probing(dead)
    vi.spyOn(actions, 'takenAt').mockReturnValue(null)
    await seconds(300)
    expect(calls).toEqual([])
  })

  test('asks nothing after it was stopped, and gives up what is under way without a word', async () => {
    const { calls, timer, seconds, seen } = probing(() => new Promise(() => {}), { random: () => 0 })
    await seconds(2)
    expect(calls).toHaveLength(1)
    await timer.stop()
    await seconds(120)
    expect(calls).toHaveLength(1)
    expect(seen).toEqual([])
  })
})
