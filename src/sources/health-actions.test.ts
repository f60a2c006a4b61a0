import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SourceHealth } from '../../schemas/source-health.ts'
import { createRig, type RigOptions } from '../../test/support/ask-rig.ts'
import type { Action } from './actions.ts'

beforeEach(() => void vi.useFakeTimers().setSystemTime('2026-11-24T08:30:00Z'))
afterEach(() => void vi.useRealTimers())

type Bare<One> = One extends unknown ? Omit<One, 'by' | 'reason' | 'at'> : never
const AT = '2026-11-24T08:00:00.000Z'
const END = '2026-11-24T09:00:00.000Z'

/** The health of a source after these words. */
function healthAfter(words: readonly Bare<Action>[], settings: RigOptions['settings'] = {}) {
  const { actions, board } = createRig({ settings })
  for (const word of words) {
    const action = { ...word, by: 'operator-1', reason: 'known', at: AT } as Action
    actions.add({ id: crypto.randomUUID(), source: 'diplomas', action })
  }
  return () => SourceHealth.parse(board.get('diplomas'))
}
const pause = { kind: 'pause', until: END } as const
const work = (from: string, to: string) => ({ kind: 'maintenance' as const, from, to })

describe('the health', () => {
  test('is paused until then, with who and why, over planned work', () => {
    const health = healthAfter([pause, work(AT, END)])
    const shown = { kind: 'pause', state: null, reason: 'known', by: 'operator-1', since: AT, until: END }
    expect(health()).toMatchObject({ state: 'paused', blame: 'none', actions: [shown] })
    vi.setSystemTime(END)
    expect(health()).toMatchObject({ state: 'unknown', actions: [], maintenance: [] })
  })

  test('shows a mute, which changes no state', () => {
    expect(healthAfter([{ kind: 'mute', until: null }])()).toMatchObject({ state: 'unknown', actions: [{ kind: 'mute', until: null }] })
  })

  test.each([
    ['open', 'forced_open', 'down', 'ours'],
    ['closed', 'forced_closed', 'unknown', 'none'],
  ] as const)('shows a breaker that is held %s', (state, breaker, shown, blame) => {
    const health = healthAfter([{ kind: 'breaker', state, until: null }])()
    expect(health).toMatchObject({ state: shown, blame, breaker, actions: [{ kind: 'breaker', state, by: 'operator-1' }] })
  })

  test('shows planned work of operators among that of the settings, the earliest first', () => {
    const daily = { maintenance: [{ from: 14 * 60, to: 15 * 60 }] }
    const health = healthAfter([work('2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z'), work(AT, END)], daily)()
    expect(health.state).toBe('maintenance')
    expect(health.maintenance.map(({ from, by, reason }) => [from, by, reason])).toEqual([
      [AT, 'operator-1', 'known'],
      ['2026-11-24T09:00:00.000Z', null, 'announced'],
      ['2026-12-01T00:00:00.000Z', 'operator-1', 'known'],
    ])
  })
})
