import { isTransient, toUnavailable } from './fault.ts'
import { StoreUnavailable } from './store.ts'

/** How much may be under way in the store at once; times in milliseconds. */
export interface Limits {
  /** Statements at once: the connections of the pool. */
  readonly places: number
  readonly queue: number
  readonly waitMs: number
  /** After this the caller is refused, whatever the server does. */
  readonly timeoutMs: number
}

/** Every access to the database goes through here. */
export interface Guard {
  /**
   * Runs the work when a place is free, up to three times where another attempt may succeed (40001, 40P01, 57P01, 57P05).
   * Throws only `StoreUnavailable`: `pool` (no place in time), `timeout`, or the driver's code.
   */
  run<T>(work: () => Promise<T>, effort?: Effort): Promise<T>
}

/** What is different for work that is no single statement. */
export interface Effort {
  readonly timeoutMs: number
  /** 1 where the work cannot be done twice. */
  readonly attempts: number
}

const ATTEMPTS = 3

async function again<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw toUnavailable(error)
    }
  }
}

/** Refuses with this code unless the promise settles in time. The promise itself goes on. */
function within<T>(promise: Promise<T>, ms: number, code: string, giveUp?: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      giveUp?.()
      reject(new StoreUnavailable(code))
    }, ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** A guard with these limits. A place is free again when its statement has ended, not when its caller has given up. */
export function createGuard(limits: Limits): Guard {
  const waiting = new Set<() => void>()
  let taken = 0

  function enter(): Promise<void> {
    if (taken < limits.places) {
      taken++
      return Promise.resolve()
    }
    if (waiting.size >= limits.queue) return Promise.reject(new StoreUnavailable('pool'))
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.add(resolve)
    return within(promise, limits.waitMs, 'pool', () => waiting.delete(resolve))
  }
  /** Hands the place over, so that a newcomer never overtakes the queue. */
  function leave(): void {
    const [next] = waiting
    if (!next) {
      taken--
      return
    }
    waiting.delete(next)
    next()
  }
  return {
    async run(work, effort = { timeoutMs: limits.timeoutMs, attempts: ATTEMPTS }) {
      await enter()
      return within(again(work, effort.attempts).finally(leave), effort.timeoutMs, 'timeout')
    },
  }
}
