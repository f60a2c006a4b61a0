import { BrokenCircuitError, CircuitState, circuitBreaker, handleWhen, type IBackoff } from 'cockatiel'
import type { BreakerState } from '../../schemas/source-health.ts'
import { BreakerRule } from './breaker-rule.ts'
import { SourceFailure } from './failure.ts'
import { countsAgainst } from './fault.ts'

/** The circuit breaker of one source. */
export interface Breaker {
  state(): BreakerState
  /** Throws `unavailable`/`breaker_open` where a call would be refused now. */
  admit(): void
  /** Runs the call and counts its result; refused as in `admit`. */
  execute<Result>(call: () => Promise<Result>): Promise<Result>
  /** Where it is open, no call passes for so long, milliseconds: a probe is out. 0: it has come back well. */
  postpone(ms: number): void
}

/** Whether calls go as if nothing were wrong. */
export function isClosed(breaker: BreakerState): boolean {
  return breaker === 'closed' || breaker === 'forced_closed'
}

const FIRST_OPEN_MS = 10_000
const LONGEST_OPEN_MS = 300_000
/** What a caller is told to wait while the one probe is on its way. */
const PROBE_MS = 1000
const NAMES = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Isolated]: 'open',
} as const

/** Opens for 10 s, doubling up to 300 s, ±20 % by `random` (0 up to 1); half open it lets one probe pass and refuses the others at once. */
export function createBreaker(monotonic: () => number, random: () => number): Breaker {
  let openUntil = 0

  const opening = (ms: number): IBackoff<unknown> => ({
    duration: jittered(ms),
    next: () => opening(Math.min(ms * 2, LONGEST_OPEN_MS)),
  })
  function jittered(ms: number): number {
    const duration = Math.round(ms * (0.8 + 0.4 * random()))
    openUntil = monotonic() + duration
    return duration
  }
  const policy = circuitBreaker(handleWhen(countsAgainst), {
    breaker: new BreakerRule(monotonic),
    halfOpenAfter: { next: () => opening(FIRST_OPEN_MS) },
  })

  function refusal(): SourceFailure {
    const wait = Math.max(openUntil - monotonic(), PROBE_MS)
    return new SourceFailure({ outcome: 'unavailable', reason: 'breaker_open' }, 'no', 'the breaker is open', wait)
  }
  function admit(): void {
    const isOpen = policy.state === CircuitState.Open && monotonic() < openUntil
    if (isOpen || policy.state === CircuitState.HalfOpen) throw refusal()
  }
  return {
    state: () => NAMES[policy.state],
    admit,
    postpone(ms) {
      openUntil = monotonic() + ms
    },
    async execute(call) {
      admit()
      try {
        return await policy.execute(call)
      } catch (error) {
        throw error instanceof BrokenCircuitError ? refusal() : error
      }
    },
  }
}
