import type { SourceOutcome } from '../../schemas/source-outcome.ts'

const MINUTES = 24 * 60

interface Minute {
  readonly at: number
  readonly counts: Map<string, number>
}

/** Outcomes of the last 24 hours, in minutes. */
export interface OutcomeWindow {
  add(outcome: SourceOutcome['outcome'], now: number): void
  /** Outcome → count over the last `minutes`, the running one included. */
  counts(minutes: number, now: number): Record<string, number>
}

/** A ring of minute buckets: its size does not grow with the traffic. `now` in milliseconds since 1970. */
export function createOutcomeWindow(): OutcomeWindow {
  const ring = new Map<number, Minute>()
  return {
    add(outcome, now) {
      const at = Math.floor(now / 60_000)
      const slot = at % MINUTES
      const known = ring.get(slot)
      const minute = known?.at === at ? known : { at, counts: new Map<string, number>() }
      ring.set(slot, minute)
      minute.counts.set(outcome, (minute.counts.get(outcome) ?? 0) + 1)
    },
    counts(minutes, now) {
      const newest = Math.floor(now / 60_000)
      const sums: Record<string, number> = {}
      for (const { at, counts } of ring.values()) {
        if (at <= newest - minutes || at > newest) continue
        for (const [outcome, count] of counts) sums[outcome] = (sums[outcome] ?? 0) + count
      }
      return sums
    },
  }
}
