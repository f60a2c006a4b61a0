import type { Ask, RawRecord } from '../../adapters/adapter.ts'
import type { SourceOutcome, Verdict } from '../../schemas/source-outcome.ts'
import type { Bulkhead } from './bulkhead.ts'
import type { Deadline } from './deadline.ts'
import type { Run, SourceFailure } from './failure.ts'
import type { Tally } from './run.ts'
import type { SourceSettings } from './settings.ts'

/** One ask on its way: what the three kinds of delivery work with. */
export interface Asking {
  readonly ask: Ask
  readonly settings: SourceSettings
  /** Why the source is not to be called at all: an operator has paused it; null: it may be. */
  readonly paused: SourceFailure | null
  /** The source's limit: its own one or 85 % of the budget, whichever is smaller. */
  readonly deadline: Deadline
  /** 85 % of the caller's budget. */
  readonly whole: Deadline
  readonly gate: Bulkhead | null
  readonly tally: Tally
  readonly run: Run
}

/** What a delivery came to, before times and attempts are stamped. */
export interface Answer {
  readonly verdict: Verdict
  readonly records: readonly RawRecord[]
  readonly asOf: string | null
  readonly stale: boolean
  /** Milliseconds from now. */
  readonly retryAfterMs: number | null
}

const NOTHING = { records: [], asOf: null, stale: false, retryAfterMs: null }

/** An answer of a verdict alone. */
export function bare(verdict: Verdict): Answer {
  return { verdict, ...NOTHING }
}

/** The answer that a failure is. */
export function failed(failure: SourceFailure): Answer {
  return { verdict: failure.verdict, ...NOTHING, retryAfterMs: failure.retryAfterMs }
}

/** When and how an ask was made: what is stamped on its answer. */
export interface Stamp {
  /** Milliseconds since 1970 at the end. */
  readonly endedAt: number
  readonly durationMs: number
  readonly askedAt: string | null
  readonly tally: Tally
}

/** The public outcome of an answer. */
export function statusOf(source: SourceOutcome['source'], answer: Answer, stamp: Stamp): SourceOutcome {
  const { tally } = stamp
  return {
    source,
    ...answer.verdict,
    attempts: tally.called ? 1 + tally.retries : 0,
    durationMs: Math.round(stamp.durationMs),
    askedAt: stamp.askedAt,
    asOf: answer.asOf,
    retryAfter: answer.retryAfterMs === null ? null : new Date(stamp.endedAt + Math.ceil(answer.retryAfterMs)).toISOString(),
    stale: answer.stale,
    exchangeId: answer.records.at(-1)?.exchange.id ?? tally.exchangeId,
  }
}
