import type { SourceHealth } from '../../schemas/source-health.ts'
import { isClosed } from './breaker.ts'
import { isOurs } from './fault.ts'
import type { Probed } from './health-record.ts'

/** Under so many asks in five minutes nothing is claimed about a source. */
const LEAST_TRAFFIC = 5
const FAILURES: readonly string[] = ['unavailable', 'unreadable', 'foreign']

/** A share of empty answers is told only of so many answers, and is out of the usual from so much above it. */
const LEAST_ANSWERS = 20
const LEAST_BEFORE = 100
const MUCH_EMPTIER = 0.3

type Counts = Readonly<Record<string, number>>

/** So many probes in a row that failed are no accident. */
const SURELY = 2

/** What the state of a source is derived from. */
export interface Observed {
  /** Outcome → count of the last five minutes, and of the last day with them. */
  readonly counts: Counts
  readonly before: Counts
  readonly breaker: SourceHealth['breaker']
  readonly p95: number | null
  readonly timeoutMs: number
  /** Null: nothing of the source has an age that was promised. */
  readonly freshness: SourceHealth['freshness'] | null
  /** An operator wants it to get no calls. */
  readonly isPaused: boolean
  /** The owner works on it at this moment, as was announced. */
  readonly isAnnounced: boolean
  readonly probed: Probed
}

function answers(counts: Counts): number {
  return (counts.empty ?? 0) + (counts.answered ?? 0) + (counts.partial ?? 0)
}

/** A day without its last five minutes. */
function without(before: Counts, counts: Counts): Counts {
  return Object.fromEntries(Object.entries(before).map(([outcome, count]) => [outcome, count - (counts[outcome] ?? 0)]))
}

function emptyRate(counts: Counts): number | null {
  const all = answers(counts)
  return all === 0 ? null : (counts.empty ?? 0) / all
}

/** The share of `empty` among the answers of the last five minutes, and of the day before them; null without answers. */
export function emptyRates(counts: Counts, before: Counts): SourceHealth['emptyRate'] {
  return { current: emptyRate(counts), baseline: emptyRate(without(before, counts)) }
}

/** A source that answers, and says "nothing" far more often than it used to: the failure that looks like health. */
function isSilent({ counts, before }: Observed): boolean {
  const { current, baseline } = emptyRates(counts, before)
  if (answers(counts) < LEAST_ANSWERS || answers(without(before, counts)) < LEAST_BEFORE) return false
  return (current ?? 0) - (baseline ?? 0) >= MUCH_EMPTIER
}

/** Older than promised; null: nobody knows how old. */
function isOld({ freshness }: Observed): boolean | null {
  if (freshness?.promisedSeconds == null) return false
  return freshness.ageSeconds === null ? null : freshness.ageSeconds > freshness.promisedSeconds
}

function isImpaired(seen: Observed, failures: number, total: number): boolean {
  const isSlow = seen.p95 !== null && seen.p95 > seen.timeoutMs / 2
  return failures >= total * 0.1 || isSlow || seen.probed.failures > 0 || seen.breaker === 'half_open' || isSilent(seen)
}

/**
 * `paused` by an operator; `maintenance` in an announced window; `down` from 90 % failures, with an open breaker or after two probes that
 * failed; `degraded` from 10 %, when slow, when it says "nothing" far more often than usual or its list is older than promised, after one
 * probe that failed, and while it is there again but has answered nobody; `unknown` under too little traffic: never green by default.
 */
export function stateOf(seen: Observed): SourceHealth['state'] {
  if (seen.isPaused) return 'paused'
  if (seen.isAnnounced) return 'maintenance'
  if (seen.breaker === 'forced_open') return 'down'
  if (seen.breaker === 'open') return seen.probed.isBack ? 'degraded' : 'down'
  if (seen.probed.failures >= SURELY) return 'down'
  const total = Object.values(seen.counts).reduce((sum, count) => sum + count, 0)
  const old = isOld(seen)
  if (total < LEAST_TRAFFIC) return isClosed(seen.breaker) && old !== true && seen.probed.failures === 0 ? 'unknown' : 'degraded'
  const failures = FAILURES.reduce((sum, outcome) => sum + (seen.counts[outcome] ?? 0), 0)
  if (failures >= total * 0.9) return 'down'
  if (old || isImpaired(seen, failures, total)) return 'degraded'
  return old === null ? 'unknown' : 'ok'
}

type Blamed = Pick<SourceHealth, 'state' | 'breaker' | 'lastFailureReason'>

/** Who must act on a state that is not well: we, where it was an operator of ours who opened the breaker. */
export function blameOf({ state, breaker, lastFailureReason }: Blamed): SourceHealth['blame'] {
  if (state !== 'down' && state !== 'degraded') return 'none'
  return breaker === 'forced_open' || isOurs(lastFailureReason) ? 'ours' : 'theirs'
}

/** Whether an outcome is a failure of the ask. */
export function isFailure(outcome: string): boolean {
  return FAILURES.includes(outcome)
}
