import { pause, timedOut } from './deadline.ts'
import { SourceFailure } from './failure.ts'

/** Bounds the calls in flight; the rest waits in a bounded queue, in the order of coming. */
export interface Bulkhead {
  /** Resolves when a place is free. Throws `unavailable`/`overload` where the queue is full, `timeout` when the signal fires. */
  enter(signal: AbortSignal): Promise<void>
  leave(): void
  inFlight(): number
  queued(): number
}

function overload(): SourceFailure {
  return new SourceFailure({ outcome: 'unavailable', reason: 'overload' }, 'no', 'our own queue is full')
}

/** `places` at once and `queue` waiting. Places are handed over, so that a newcomer never overtakes the queue. */
export function createBulkhead(places: number, queue: number): Bulkhead {
  const waiting = new Set<() => void>()
  let taken = 0

  function wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.delete(admit)
        reject(timedOut())
      }
      const admit = () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      waiting.add(admit)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }
  return {
    async enter(signal) {
      if (signal.aborted) throw timedOut()
      if (taken < places) {
        taken++
        return
      }
      if (waiting.size >= queue) throw overload()
      await wait(signal)
    },
    leave() {
      const [next] = waiting
      if (!next) {
        taken--
        return
      }
      waiting.delete(next)
      next()
    },
    inFlight: () => taken,
    queued: () => waiting.size,
  }
}

const LOOK_MS = 10

/**
 * The same without handing over: who waits looks again by a timer of his own. For Workers, where no request may settle the promise of
 * another one.
 */
export function createLookingBulkhead(places: number, queue: number): Bulkhead {
  let [taken, waiting] = [0, 0]
  return {
    async enter(signal) {
      if (signal.aborted) throw timedOut()
      if (taken >= places && waiting >= queue) throw overload()
      waiting++
      try {
        while (taken >= places) if (!(await pause(LOOK_MS, signal))) throw timedOut()
        taken++
      } finally {
        waiting--
      }
    },
    leave() {
      taken--
    },
    inFlight: () => taken,
    queued: () => waiting,
  }
}
