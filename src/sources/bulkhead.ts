import { causeOf, pause } from './deadline.ts'
import { SourceFailure } from './failure.ts'

/** Who waits for a place, the most urgent first: somebody's first collection, collecting anew, and what nobody waits for. */
const PRIORITIES = ['interactive', 'refresh', 'background'] as const
export type Priority = (typeof PRIORITIES)[number]

/** Bounds the calls in flight; the rest waits in a bounded queue: the more urgent first, within one priority in the order of coming. */
export interface Bulkhead {
  /**
   * Resolves when a place is free. Throws `unavailable`/`overload` where the queue is full or a more urgent call took the place in it, and
   * the cause of the signal when that fires.
   */
  enter(signal: AbortSignal, priority?: Priority): Promise<void>
  leave(): void
  inFlight(): number
  queued(): number
}

/** How a bulkhead is bounded. `places` may change while calls are in flight. */
export interface Bounds {
  readonly places: () => number
  readonly queue: number
  /** Told when a call that somebody waits for found no room. */
  readonly full?: () => void
}

interface Waiter {
  admit(): void
  turnOut(): void
}

function overload(): SourceFailure {
  return new SourceFailure({ outcome: 'unavailable', reason: 'overload' }, 'no', 'our own queue is full')
}

function wait(line: Set<Waiter>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      line.delete(waiter)
      signal.removeEventListener('abort', giveUp)
    }
    const giveUp = () => {
      end()
      reject(causeOf(signal))
    }
    const waiter: Waiter = {
      admit() {
        end()
        resolve()
      },
      turnOut() {
        end()
        reject(overload())
      },
    }
    line.add(waiter)
    signal.addEventListener('abort', giveUp, { once: true })
  })
}

/** Places are handed over, so that a newcomer never overtakes the queue of his own priority. */
export function createBulkhead({ places, queue, full = () => {} }: Bounds): Bulkhead {
  const lines = PRIORITIES.map(() => new Set<Waiter>())
  const queued = () => lines.reduce((sum, line) => sum + line.size, 0)
  let taken = 0

  /** The last comer of the least urgent line makes room for somebody more urgent. */
  function makeRoom(rank: number): boolean {
    const last = [...(lines.findLast((line, place) => place > rank && line.size > 0) ?? [])].at(-1)
    last?.turnOut()
    return last !== undefined
  }
  return {
    async enter(signal, priority = 'interactive') {
      if (signal.aborted) throw causeOf(signal)
      if (taken < places()) {
        taken++
        return
      }
      const rank = PRIORITIES.indexOf(priority)
      if (queued() >= queue) {
        if (priority !== 'background') full()
        if (!makeRoom(rank)) throw overload()
      }
      await wait(lines[rank] ?? new Set(), signal)
    },
    leave() {
      taken--
      for (const line of lines) {
        for (const next of line) {
          if (taken >= places()) return
          taken++
          next.admit()
        }
      }
    },
    inFlight: () => taken,
    queued,
  }
}

const LOOK_MS = 10

/**
 * The same without handing over: who waits looks again by a timer of his own. For Workers, where no request may settle the promise of
 * another one, so nobody is turned out either: the less urgent let the more urgent pass.
 */
export function createLookingBulkhead({ places, queue, full = () => {} }: Bounds): Bulkhead {
  const waiting = PRIORITIES.map(() => 0)
  const queued = () => waiting.reduce((sum, count) => sum + count, 0)
  let taken = 0

  const mustWait = (rank: number) => taken >= places() || waiting.slice(0, rank).some((count) => count > 0)
  const count = (rank: number, by: number) => {
    waiting[rank] = (waiting[rank] ?? 0) + by
  }
  return {
    async enter(signal, priority = 'interactive') {
      if (signal.aborted) throw causeOf(signal)
      const rank = PRIORITIES.indexOf(priority)
      if (mustWait(rank) && queued() >= queue) {
        if (priority !== 'background') full()
        throw overload()
      }
      count(rank, 1)
      try {
        while (mustWait(rank)) if (!(await pause(LOOK_MS, signal))) throw causeOf(signal)
        taken++
      } finally {
        count(rank, -1)
      }
    },
    leave() {
      taken--
    },
    inFlight: () => taken,
    queued,
  }
}
