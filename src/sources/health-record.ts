import type { SourceOutcome, Verdict } from '../../schemas/source-outcome.ts'
import { createLatencySample, type LatencySample } from './health-latency.ts'
import { isFailure } from './health-state.ts'
import { createOutcomeWindow, type OutcomeWindow } from './health-window.ts'

/** What was seen of one source. */
export interface SourceRecord {
  readonly outcomes: OutcomeWindow
  readonly latency: LatencySample
  /** Milliseconds since 1970. */
  lastSuccessAt: number | null
  lastFailureAt: number | null
  lastFailureReason: string | null
  copyLoadedAt: string | null
  /** When a call of an ask was told last, on the monotonic clock. */
  calledAt: number | null
  /** What the probes say since the source was last heard of. */
  probed: Probed
}

/** How many failed in a row, and whether one was answered after the last failure. */
export interface Probed {
  readonly failures: number
  readonly isBack: boolean
}

const NOT_PROBED: Probed = { failures: 0, isBack: false }

/** Nothing seen yet. */
export function newRecord(): SourceRecord {
  return {
    outcomes: createOutcomeWindow(),
    latency: createLatencySample(),
    lastSuccessAt: null,
    lastFailureAt: null,
    lastFailureReason: null,
    copyLoadedAt: null,
    calledAt: null,
    probed: NOT_PROBED,
  }
}

const SUCCESSES: readonly string[] = ['answered', 'empty', 'partial']

/** Notes one outcome. `now` in milliseconds since 1970. */
export function note(record: SourceRecord, status: SourceOutcome, now: number): void {
  // Announced work counts neither for nor against a source, and of one that is paused there is nothing to count.
  if (status.reason === 'maintenance' || status.reason === 'paused') return
  record.outcomes.add(status.outcome, now)
  // An answer out of a copy or an open breaker says nothing about the speed of the source.
  if (status.attempts > 0) record.latency.add(status.durationMs, now)
  if (SUCCESSES.includes(status.outcome)) record.lastSuccessAt = now
  // Who answers an ask is there whatever the probes say; who fails one is not back.
  if (status.attempts > 0) record.probed = isFailure(status.outcome) ? { ...record.probed, isBack: false } : NOT_PROBED
  if (!isFailure(status.outcome)) return
  record.lastFailureAt = now
  // While the breaker is open, why it opened is the thing to know.
  if (status.reason !== 'breaker_open' || record.lastFailureReason === null) record.lastFailureReason = status.reason
}

/** Notes what a probe came to; null: the source is there, which is no answer to anybody and so no success. Only who was away can be back. */
export function noteProbe(record: SourceRecord, failure: Verdict | null, wasAway: boolean, now: number): void {
  record.probed = failure ? { failures: record.probed.failures + 1, isBack: false } : { failures: 0, isBack: wasAway }
  if (!failure) return
  record.lastFailureAt = now
  record.lastFailureReason = failure.reason
}
