import { createBucket } from './bucket.ts'
import { pause, timedOut } from './deadline.ts'
import { SourceFailure } from './failure.ts'

/** Keeps our calls to one source below its rate: resolves when the next call may go. */
export type Pace = (signal: AbortSignal, endsAt: number) => Promise<void>

/**
 * One second's worth of calls at once (at least one). A call whose turn comes after its limit is `unavailable`/`overload` at once.
 * `monotonic` in milliseconds.
 */
export function createPace(ratePerSecond: number | null, monotonic: () => number): Pace {
  if (ratePerSecond === null) return async () => {}
  const bucket = createBucket(ratePerSecond, Math.max(1, Math.floor(ratePerSecond)), monotonic)
  return async (signal, endsAt) => {
    const wait = bucket.waitMs()
    if (monotonic() + wait >= endsAt)
      throw new SourceFailure({ outcome: 'unavailable', reason: 'overload' }, 'no', 'our own rate is used up')
    bucket.take()
    if (wait > 0 && !(await pause(wait, signal))) throw timedOut()
  }
}
