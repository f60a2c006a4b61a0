const SAMPLE = 512
const RECENT_MS = 300_000

/** Milliseconds; null without samples. */
export interface Percentiles {
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
}

/** Durations of the last asks: at most 512 of the last five minutes. */
export interface LatencySample {
  add(ms: number, now: number): void
  percentiles(now: number): Percentiles
}

/** A ring of samples, sorted only when it is looked at. */
export function createLatencySample(): LatencySample {
  const times = new Float64Array(SAMPLE)
  const durations = new Float64Array(SAMPLE)
  let count = 0
  return {
    add(ms, now) {
      times[count % SAMPLE] = now
      durations[count % SAMPLE] = ms
      count++
    },
    percentiles(now) {
      const filled = durations.subarray(0, Math.min(count, SAMPLE))
      const sorted = filled.filter((_, index) => now - (times[index] ?? 0) < RECENT_MS).sort()
      const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
      return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
    },
  }
}
