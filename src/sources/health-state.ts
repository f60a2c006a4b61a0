import type { SourceHealth } from '../../schemas/source-health.ts'
import { isOurs } from './fault.ts'

/** Under so many asks in five minutes nothing is claimed about a source. */
const LEAST_TRAFFIC = 5
const FAILURES: readonly string[] = ['unavailable', 'unreadable', 'foreign']

/** What the state of a source is derived from. */
export interface Observed {
  /** Outcome → count of the last five minutes. */
  readonly counts: Readonly<Record<string, number>>
  readonly breaker: SourceHealth['breaker']
  readonly p95: number | null
  readonly timeoutMs: number
}

/** `down` from 90 % failures or with an open breaker, `degraded` from 10 % or when slow, `unknown` under too little traffic: never green by default. */
export function stateOf(seen: Observed): SourceHealth['state'] {
  if (seen.breaker === 'open') return 'down'
  const total = Object.values(seen.counts).reduce((sum, count) => sum + count, 0)
  if (total < LEAST_TRAFFIC) return seen.breaker === 'closed' ? 'unknown' : 'degraded'
  const failures = FAILURES.reduce((sum, outcome) => sum + (seen.counts[outcome] ?? 0), 0)
  if (failures >= total * 0.9) return 'down'
  const isSlow = seen.p95 !== null && seen.p95 > seen.timeoutMs / 2
  return failures >= total * 0.1 || isSlow || seen.breaker === 'half_open' ? 'degraded' : 'ok'
}

/** Who must act on a state that is not well. */
export function blameOf(state: SourceHealth['state'], lastFailureReason: string | null): SourceHealth['blame'] {
  if (state !== 'down' && state !== 'degraded') return 'none'
  return isOurs(lastFailureReason) ? 'ours' : 'theirs'
}

/** The share of `empty` among the answers; null without answers. */
export function emptyRate(counts: Readonly<Record<string, number>>): number | null {
  const empty = counts.empty ?? 0
  const answers = empty + (counts.answered ?? 0) + (counts.partial ?? 0)
  return answers === 0 ? null : empty / answers
}

/** Whether an outcome is a failure of the ask. */
export function isFailure(outcome: string): boolean {
  return FAILURES.includes(outcome)
}
