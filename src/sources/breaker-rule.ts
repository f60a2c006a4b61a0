import { CircuitState, type IBreaker } from 'cockatiel'

const CONSECUTIVE = 5
const SHARE = 0.5
const SAMPLE = 20
const WINDOW_SECONDS = 30

interface Second {
  at: number
  calls: number
  failures: number
}

/** Opens after 5 failures in a row, or when half of at least 20 calls of the last 30 s failed (faults page, 5). `monotonic` in milliseconds. */
export class BreakerRule implements IBreaker {
  /** Not carried over: a restarted process learns anew within five calls. */
  state: unknown = null
  readonly #monotonic: () => number
  readonly #seconds: Second[] = Array.from({ length: WINDOW_SECONDS }, () => ({ at: -1, calls: 0, failures: 0 }))
  #inARow = 0

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic
  }

  success(state: CircuitState): void {
    this.#inARow = 0
    if (state === CircuitState.HalfOpen) for (const second of this.#seconds) second.at = -1
    this.#count(0)
  }

  failure(state: CircuitState): boolean {
    this.#inARow++
    const now = this.#count(1)
    if (state !== CircuitState.Closed || this.#inARow >= CONSECUTIVE) return true
    const recent = this.#seconds.filter((second) => second.at > now - WINDOW_SECONDS)
    const calls = recent.reduce((sum, second) => sum + second.calls, 0)
    const failures = recent.reduce((sum, second) => sum + second.failures, 0)
    return calls >= SAMPLE && failures >= calls * SHARE
  }

  #count(failures: number): number {
    const now = Math.floor(this.#monotonic() / 1000)
    const second = this.#seconds[now % WINDOW_SECONDS]
    if (!second) return now
    if (second.at !== now) Object.assign(second, { at: now, calls: 0, failures: 0 })
    second.calls++
    second.failures += failures
    return now
  }
}
