import type { Clock } from '../ports.ts'
import { SourceFailure } from './failure.ts'

/** A limit that several calls may share: its signal fires once, `endsAt` is on the monotonic clock. */
export interface Deadline {
  readonly signal: AbortSignal
  readonly endsAt: number
  /** Called when it passes, before the signal fires: a set costs a fraction of the listeners of a signal. */
  readonly watchers: Set<(cause: SourceFailure) => void>
  /** Somebody else waits for what runs under it: it is not given up before he has let go. Returns the letting go. */
  hold(): () => void
}

/** The deadlines of one request: one timer for each distinct limit, whatever the number of sources. */
export interface Deadlines {
  /** `ms` after the request began. */
  at(ms: number): Deadline
  clear(): void
  /** All of them pass now. */
  expire(cause?: SourceFailure): void
  /** Whoever asked has gone: all of them pass as soon as nobody else waits for what runs under them. */
  abandon(): void
}

/** The failure of a limit that passed; not retried, for nothing is left to retry in. */
export function timedOut(): SourceFailure {
  return new SourceFailure({ outcome: 'unavailable', reason: 'timeout' }, 'no', 'the limit passed')
}

/** The failure of a caller who has gone: nobody sees it, and it says nothing about the source. */
export function abandoned(): SourceFailure {
  return new SourceFailure({ outcome: 'unavailable', reason: 'overload' }, 'no', 'the caller has gone')
}

/** Why a signal fired: the limit passed, unless it says otherwise. */
export function causeOf({ reason }: AbortSignal): SourceFailure {
  return reason instanceof SourceFailure ? reason : timedOut()
}

/** Starts counting at once. One shared `AbortController` and timer per limit: `AbortSignal.timeout` per call costs a quarter of the throughput. */
export function createDeadlines(clock: Clock): Deadlines {
  const beganAt = clock.monotonic()
  const made = new Map<number, Made>()
  let [holders, isAbandoned] = [0, false]

  const expire = (cause = timedOut()) => {
    for (const { pass } of made.values()) pass(cause)
  }
  const abandonIfFree = () => {
    if (isAbandoned && holders === 0) expire(abandoned())
  }
  function hold(): () => void {
    holders++
    return () => {
      holders--
      abandonIfFree()
    }
  }
  return {
    at(ms) {
      const known = made.get(ms) ?? makeDeadline(beganAt + ms, hold, clock)
      made.set(ms, known)
      return known.deadline
    },
    clear() {
      for (const { timer } of made.values()) clearTimeout(timer)
      made.clear()
    },
    expire,
    abandon() {
      isAbandoned = true
      abandonIfFree()
    },
  }
}

interface Made {
  readonly deadline: Deadline
  readonly timer: ReturnType<typeof setTimeout>
  readonly pass: (cause: SourceFailure) => void
}

function makeDeadline(endsAt: number, hold: Deadline['hold'], clock: Clock): Made {
  const controller = new AbortController()
  const watchers = new Set<(cause: SourceFailure) => void>()
  const pass = (cause: SourceFailure) => {
    for (const watcher of watchers) watcher(cause)
    controller.abort(cause)
  }
  const timer = setTimeout(() => pass(timedOut()), Math.max(0, endsAt - clock.monotonic()))
  return { deadline: { signal: controller.signal, endsAt, watchers, hold }, timer, pass }
}

/** The work, or `unavailable`/`timeout` when the deadline passes first; whichever came first stays. */
export function within<Result>({ signal, watchers }: Deadline, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const expire = (cause: SourceFailure) => reject(cause)
    if (signal.aborted) expire(causeOf(signal))
    else watchers.add(expire)
    work.then(
      (result) => {
        watchers.delete(expire)
        resolve(result)
      },
      (error: unknown) => {
        watchers.delete(expire)
        reject(error)
      },
    )
  })
}

/** Waits; false where the signal fired before the time was over. */
export function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false)
  if (ms <= 0) return Promise.resolve(true)
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer)
      resolve(false)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve(true)
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}
