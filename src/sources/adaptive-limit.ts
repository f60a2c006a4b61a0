/** How many calls one source bears at once, learned from its answers: additive increase, multiplicative decrease (faults page, 1.1). */
export interface AdaptiveLimit {
  /** Calls at once now: never more than configured, never less than two (or one, where one is configured). */
  places(): number
  /** The source said something, whatever it was, after so many milliseconds. */
  answered(ms: number): void
  /** It did not answer in time, or asked for fewer calls. `ms`: how long it had; null where that says nothing. */
  refused(ms: number | null): void
  /** Whether it is as well as usual: nothing was taken off, and answers keep coming. */
  isWell(): boolean
}

const LEAST = 2
const SHRINK = 0.9
/** Averages over some 10 and some 600 answers, and what counts as far apart (Netflix Gradient2: 0.2, 600, 1.5). */
const SHORT = 0.2
const LONG_COUNT = 300
const FAR = 2
const FAR_MS = 50
/** Under so many answers nothing is known of a source. */
const KNOWN = 20
/** A source that has said nothing for so many of its usual answers is not just busy. */
const SILENT = 3

/** Starts at the configured number and is bounded by it. `monotonic` in milliseconds. */
export function createAdaptiveLimit(most: number, monotonic: () => number): AdaptiveLimit {
  const least = Math.min(LEAST, most)
  let limit = most
  let [count, short, long] = [0, 0, 0]
  let inWindow = 0
  let heardAt = Number.NEGATIVE_INFINITY

  const shrink = () => {
    limit = Math.max(least, limit * SHRINK)
    inWindow = 0
  }
  const isSlow = () => count >= KNOWN && short > long * FAR && short > long + FAR_MS
  function learn(ms: number): void {
    count++
    short = count === 1 ? ms : short + (ms - short) * SHORT
    long += (ms - long) / Math.min(count, LONG_COUNT)
  }
  return {
    places: () => Math.floor(limit),
    answered(ms) {
      heardAt = monotonic()
      learn(ms)
      inWindow++
      if (inWindow < Math.floor(limit)) return
      inWindow = 0
      if (isSlow()) shrink()
      else limit = Math.min(most, limit + 1)
    },
    refused(ms) {
      // A call that began late and had less time than an answer takes tells of our queue, not of the source.
      if (ms === null || ms >= long) shrink()
    },
    isWell: () => limit >= most && count >= KNOWN && monotonic() - heardAt <= SILENT * Math.max(long, FAR_MS),
  }
}
