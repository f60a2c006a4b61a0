/** Token bucket for retries of one source. */
export interface RetryBudget {
  /** One first attempt was made: a tenth of a retry is earned. */
  earn(): void
  /** False where retrying now would multiply the load of a sick source. */
  spend(): boolean
}

/** In tenths of a retry, so that sums stay whole. */
const EARNED = 1
const COST = 10
const PER_SECOND = 30
const LIFE_SECONDS = 10

/** Retries up to 10 % of the calls plus 3 a second; credit lives 10 s (faults page, 1.1). `monotonic` in milliseconds. */
export function createRetryBudget(monotonic: () => number): RetryBudget {
  const balances = new Float64Array(LIFE_SECONDS)
  let newest = Math.floor(monotonic() / 1000)

  /** The slot of this second; the slots of seconds that passed begin anew. */
  function slot(): number {
    const second = Math.floor(monotonic() / 1000)
    for (let step = Math.max(newest + 1, second - LIFE_SECONDS + 1); step <= second; step++) balances[step % LIFE_SECONDS] = 0
    newest = Math.max(newest, second)
    return newest % LIFE_SECONDS
  }
  const add = (index: number, amount: number) => {
    balances[index] = (balances[index] ?? 0) + amount
  }
  return {
    earn: () => add(slot(), EARNED),
    spend() {
      const index = slot()
      const balance = balances.reduce((sum, part) => sum + part, PER_SECOND * LIFE_SECONDS)
      if (balance < COST) return false
      add(index, -COST)
      return true
    },
  }
}
