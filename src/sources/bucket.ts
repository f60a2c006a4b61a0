/** A token bucket (generic cell rate, ITU-T I.371): so many in a second, and up to `burst` of them at one moment. */
export interface Bucket {
  /** How long until one more may go, milliseconds; 0: now. */
  waitMs(): number
  /** One goes, now or when its turn comes. */
  take(): void
}

/** A full bucket. `monotonic` in milliseconds. */
export function createBucket(perSecond: number, burst: number, monotonic: () => number): Bucket {
  const interval = 1000 / perSecond
  let fullAt = 0
  return {
    waitMs() {
      const now = monotonic()
      return Math.max(0, Math.max(fullAt, now) + interval - burst * interval - now)
    },
    take() {
      fullAt = Math.max(fullAt, monotonic()) + interval
    },
  }
}
