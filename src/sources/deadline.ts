import type { Clock } from '../ports.ts'
import { SourceFailure } from './failure.ts'

/** A limit that several calls may share: its signal fires once, `endsAt` is on the monotonic clock. */
export interface Deadline {
  readonly signal: AbortSignal
  readonly endsAt: number
  /** Called when it passes, before the signal fires: a set costs a fraction of the listeners of a signal. */
  readonly watchers: Set<() => void>
}

/** The deadlines of one request: one timer for each distinct limit, whatever the number of sources. */
export interface Deadlines {
  /** `ms` after the request began. */
  at(ms: number): Deadline
  clear(): void
  /** All of them pass now. */
  expire(): void
}

/** The failure of a limit that passed; not retried, for nothing is left to retry in. */
export function timedOut(): SourceFailure {
  return new SourceFailure({ outcome: 'unavailable', reason: 'timeout' }, 'no', 'the limit passed')
}

/** Starts counting at once. One shared `AbortController` and timer per limit: `AbortSignal.timeout` per call costs a quarter of the throughput. */
export function createDeadlines(clock: Clock): Deadlines {
  const beganAt = clock.monotonic()
  const made = new Map<
    number,
    { readonly deadline: Deadline; readonly timer: ReturnType<typeof setTimeout>; readonly expire: () => void }
  >()
  return {
    at(ms) {
      const known = made.get(ms)
      if (known) return known.deadline
      const controller = new AbortController()
      const endsAt = beganAt + ms
      const watchers = new Set<() => void>()
      const expire = () => {
        for (const watcher of watchers) watcher()
        controller.abort(timedOut())
      }
      const timer = setTimeout(expire, Math.max(0, endsAt - clock.monotonic()))
      const deadline = { signal: controller.signal, endsAt, watchers }
      made.set(ms, { deadline, timer, expire })
      return deadline
    },
    clear() {
      for (const { timer } of made.values()) clearTimeout(timer)
      made.clear()
    },
    expire() {
      for (const { expire } of made.values()) expire()
    },
  }
}

/** The work, or `unavailable`/`timeout` when the deadline passes first; whichever came first stays. */
export function within<Result>({ signal, watchers }: Deadline, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const expire = () => reject(timedOut())
    if (signal.aborted) expire()
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
