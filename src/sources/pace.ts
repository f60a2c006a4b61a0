import { pause, timedOut } from './deadline.ts'
import { SourceFailure } from './failure.ts'

/** Keeps our calls to one source below its rate: resolves when the next call may go. */
export type Pace = (signal: AbortSignal, endsAt: number) => Promise<void>

/**
 * Token bucket of one second's worth of calls (at least one). A call whose turn comes after its limit is `unavailable`/`overload`
 * at once. `monotonic` in milliseconds.
 */
export function createPace(ratePerSecond: number | null, monotonic: () => number): Pace {
  if (ratePerSecond === null) return async () => {}
  const interval = 1000 / ratePerSecond
  const burst = Math.max(1, Math.floor(ratePerSecond)) * interval
  /** When the bucket would be full again (generic cell rate). */
  let fullAt = 0
  return async (signal, endsAt) => {
    const now = monotonic()
    const base = Math.max(fullAt, now)
    const wait = base + interval - burst - now
    if (now + wait >= endsAt) throw new SourceFailure({ outcome: 'unavailable', reason: 'overload' }, 'no', 'our own rate is used up')
    fullAt = base + interval
    if (wait > 0 && !(await pause(wait, signal))) throw timedOut()
  }
}
