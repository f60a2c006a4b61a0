import { beforeEach, describe, expect, test } from 'vitest'
import type { InForce } from './actions.ts'
import { createBreaker } from './breaker.ts'
import { SourceFailure } from './failure.ts'
import { failureOf } from './fault.ts'
import { type SteeredBreaker, steered } from './steered-breaker.ts'

const NOTHING: InForce = { pause: null, mute: null, windows: [], breaker: null }
const said = { by: 'operator-1', reason: 'x', at: '2026-11-24T05:00:00Z' }
const NOW = Date.parse(said.at)
const paused = { ...NOTHING, pause: { kind: 'pause', until: '2026-11-24T05:10:00Z', ...said } } satisfies InForce
const held = (state: 'open' | 'closed'): InForce => ({ ...NOTHING, breaker: { kind: 'breaker', state, until: null, ...said } })

let ordered: InForce
let calls: number
let breaker: SteeredBreaker
beforeEach(() => {
  ;[ordered, calls] = [NOTHING, 0]
  breaker = steered(
    createBreaker(
      () => 0,
      () => 0.5,
    ),
    () => ordered,
    () => NOW,
  )
})

const fail = async () => {
  calls++
  throw new SourceFailure({ outcome: 'unavailable', reason: 'http_5xx' }, 'no', 'x')
}
/** Reason and waiting time of what a failing call comes to. */
const called = () =>
  breaker.execute(fail).catch((error: unknown) => [failureOf(error)?.verdict.reason, failureOf(error)?.retryAfterMs] as const)

describe('a breaker under the hand of operators', () => {
  test('lets no call pass while the source is paused, and tells when to ask again', async () => {
    ordered = paused
    expect(() => breaker.admit()).toThrow('unavailable/paused')
    expect([await called(), calls]).toEqual([['paused', 600_000], 0])
    expect(breaker.state()).toBe('closed')
  })

  test('lets no call pass while it is held open', async () => {
    ordered = held('open')
    expect(() => breaker.admit()).toThrow('unavailable/breaker_open')
    expect([await called(), calls, breaker.state()]).toEqual([['breaker_open', null], 0, 'forced_open'])
  })

  test('lets every call pass while it is held closed, though it had opened, and learns nothing', async () => {
    for (let failure = 0; failure < 5; failure++) await called()
    expect([breaker.state(), breaker.state(held('closed'))]).toEqual(['open', 'forced_closed'])
    ordered = held('closed')
    breaker.admit()
    for (let failure = 0; failure < 5; failure++) expect(await called()).toEqual(['http_5xx', null])
    expect([calls, breaker.state(), breaker.state(NOTHING)]).toEqual([10, 'forced_closed', 'open'])
  })

  test('stays closed to a pause though it is held closed', async () => {
    ordered = { ...held('closed'), pause: paused.pause }
    expect(await called()).toEqual(['paused', 600_000])
  })
})
