import { describe, expect, test } from 'vitest'
import { type Action, createActions } from './actions.ts'

const START = Date.parse('2026-11-24T05:00:00.000Z')
const MINUTE = 60_000
const instant = (minutes: number) => new Date(START + minutes * MINUTE).toISOString()

type Bare<One> = One extends unknown ? Omit<One, 'by' | 'reason' | 'at'> : never

/** What is known of the diplomas after these words, one a minute; `at` looks so many minutes after the first. */
function knownAfter(...words: readonly Bare<Action>[]) {
  let now = START
  const actions = createActions({ now: () => now, monotonic: () => now })
  words.forEach((word, minute) => {
    const action = { ...word, by: 'operator-1', reason: 'known', at: instant(minute) } as Action
    actions.add({ id: `${minute}`, source: 'diplomas', action })
  })
  const at = (minutes: number) => {
    now = START + minutes * MINUTE
    return actions.of('diplomas')
  }
  return { actions, at }
}
const pause = (until: string | null = null) => ({ kind: 'pause' as const, until })
const work = (from: number, to: number) => ({ kind: 'maintenance' as const, from: instant(from), to: instant(to) })

describe('what operators have ordered', () => {
  test('holds for its source alone, until another word is said', () => {
    const { actions, at } = knownAfter(pause(), { kind: 'mute', until: null })
    expect([at(9).pause?.by, at(9).mute?.id, actions.of('courses').pause]).toEqual(['operator-1', '1', null])
    expect(knownAfter(pause(), { kind: 'resume' }).at(9).pause).toBeNull()
  })

  test.each(['pause', 'mute'] as const)('ends by itself: a %s', (kind) => {
    const { at } = knownAfter({ kind, until: instant(10) })
    expect([at(9)[kind]?.until, at(10)[kind]]).toEqual([instant(10), null])
  })

  test('holds the breaker until it is left to itself, or until then', () => {
    const held = { kind: 'breaker' as const, state: 'open' as const, until: instant(10) }
    expect([knownAfter(held).at(9).breaker?.state, knownAfter(held).at(10).breaker]).toEqual(['open', null])
    expect(knownAfter(held, { ...held, state: 'auto' }).at(5).breaker).toBeNull()
  })

  test('keeps windows side by side; resuming ends those that are under way alone', () => {
    const { at } = knownAfter(work(0, 30), work(20, 40), { kind: 'resume' })
    expect(at(5).windows.map(({ from }) => from)).toEqual([instant(20)])
    expect(knownAfter(work(0, 30), work(20, 40)).at(35).windows).toHaveLength(1)
  })

  test('takes back the window that begins then, and leaves the pause and the others', () => {
    const { at } = knownAfter(pause(), work(20, 40), work(30, 50), { kind: 'withdrawal', from: instant(20) })
    expect([at(5).windows.map(({ from }) => from), at(5).pause?.by]).toEqual([[instant(30)], 'operator-1'])
  })

  test('lets a later word take the place of an earlier one, shorter or longer', () => {
    expect(knownAfter(pause(), pause(instant(10))).at(10).pause).toBeNull()
    expect(knownAfter(pause(instant(10)), pause()).at(10).pause).not.toBeNull()
  })

  test('ends the mute that a recovery names, and no later one', () => {
    const [mute, recovery] = [
      { kind: 'mute' as const, until: null },
      { kind: 'recovery' as const, of: '0' },
    ]
    expect(knownAfter(mute, recovery).at(5).mute).toBeNull()
    expect(knownAfter(mute, mute, recovery).at(5).mute?.id).toBe('1')
  })

  test('holds once what was read before it was said here', () => {
    const { actions, at } = knownAfter()
    const action = { ...work(0, 30), by: 'operator-1', reason: 'x', at: instant(0) } as Action
    actions.take([{ id: 'read', source: 'diplomas', action }])
    actions.add({ id: 'read', source: 'diplomas', action })
    expect(at(1).windows).toHaveLength(1)
  })

  test('tells what would hold without saying it', () => {
    const { actions, at } = knownAfter()
    const action: Action = { ...pause(), by: 'operator-2', reason: 'x', at: instant(0) }
    expect(actions.with({ id: 'x', source: 'diplomas', action }).pause?.by).toBe('operator-2')
    expect(at(0).pause).toBeNull()
  })
})
