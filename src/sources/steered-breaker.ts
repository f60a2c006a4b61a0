import type { BreakerState } from '../../schemas/source-health.ts'
import type { InForce } from './actions.ts'
import type { Breaker } from './breaker.ts'
import { SourceFailure } from './failure.ts'

/** A breaker whose state can also be told of what is not said yet. */
export interface SteeredBreaker extends Breaker {
  state(held?: InForce): BreakerState
}

/** Milliseconds until something ends; null: nobody has said when. */
function left(until: string | null, now: number): number | null {
  return until === null ? null : Date.parse(until) - now
}

/** Why a source that operators have paused is not called; null: it is not paused. `now` in milliseconds since 1970. */
export function pausedFailure({ pause }: Pick<InForce, 'pause'>, now: number): SourceFailure | null {
  if (!pause) return null
  return new SourceFailure({ outcome: 'unavailable', reason: 'paused' }, 'no', 'an operator has paused the source', left(pause.until, now))
}

function heldOpen({ until }: { readonly until: string | null }, now: number): SourceFailure {
  return new SourceFailure({ outcome: 'unavailable', reason: 'breaker_open' }, 'no', 'an operator holds the breaker open', left(until, now))
}

/**
 * A breaker under the hand of operators. Every call of ours passes it, whoever makes it: askers, polls, lists, probes. What is called while
 * it is held closed teaches the breaker nothing. `now` in milliseconds since 1970.
 */
export function steered(own: Breaker, inForce: () => InForce, now: () => number): SteeredBreaker {
  /** Throws where an operator wants no call. True: an operator wants calls whatever becomes of them. */
  function isHeldClosed(): boolean {
    const held = inForce()
    const failure = pausedFailure(held, now())
    if (failure) throw failure
    if (held.breaker?.state === 'open') throw heldOpen(held.breaker, now())
    return held.breaker?.state === 'closed'
  }
  return {
    ...own,
    state({ breaker } = inForce()) {
      return breaker ? `forced_${breaker.state}` : own.state()
    },
    admit() {
      if (!isHeldClosed()) own.admit()
    },
    execute: async (call) => (isHeldClosed() ? call() : own.execute(call)),
  }
}
