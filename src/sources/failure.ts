import type { Verdict } from '../../schemas/source-outcome.ts'

/** Whether asking again may help: at all, once, after renewing the session token, or not. */
export type Retry = 'yes' | 'once' | 'renew' | 'no'

/** Why one attempt gave nothing usable. Thrown inside `src/sources` only; `ask` turns it into an outcome. */
export class SourceFailure extends Error {
  readonly verdict: Verdict
  readonly retry: Retry
  /** Earliest next attempt, milliseconds from now, where the source told one. */
  readonly retryAfterMs: number | null
  /** `detail` is in our own words: never the peer's text, a name or a number of a person. */
  constructor(verdict: Verdict, retry: Retry, detail: string, retryAfterMs: number | null = null) {
    super(`${verdict.outcome}/${verdict.reason ?? ''}: ${detail}`)
    this.name = 'SourceFailure'
    this.verdict = verdict
    this.retry = retry
    this.retryAfterMs = retryAfterMs
  }
}

/** A Fault of the bus, by its code (wire formats, 1.3). */
export class BusFault extends SourceFailure {
  readonly code: string
  constructor(code: string, detail: string) {
    super({ outcome: 'unavailable', reason: 'shep_fault' }, 'no', detail)
    this.code = code
  }
}

/** The policy that an attempt runs under: limit, bulkhead, breaker, retry. `attempt` gets the signal of the deadline. */
export type Run = <Result>(attempt: (signal: AbortSignal) => Promise<Result>) => Promise<Result>
