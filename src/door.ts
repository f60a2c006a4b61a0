/**
 * How many requests the gateway has in hand at once (faults page, 1.1 and P8). What is over that is refused before any work is done for
 * it, so that what is let in gets its answer in time.
 */
export interface Door {
  /** False: to be refused. `share` of the places is open to this kind of request: the less urgent has fewer. */
  enter(share: number): boolean
  leave(): void
  /** A source that is well had no room for a call of ours: there is more in hand than can be served well. */
  crowded(): void
  places(): number
}

/** What the door goes by. */
export interface DoorDeps {
  /** Never more requests in hand than this. */
  readonly most: number
  /** Milliseconds. */
  readonly monotonic: () => number
  /** How late the event loop ran since it was asked last, milliseconds. */
  readonly lateMs: () => number
}

/** So many are never too many: a busy machine alone shuts nobody out who asks for some portfolios at once. */
const LEAST = 128
/** Where sources that are well have no room, more than they can take would get portfolios whose gaps are our own doing. */
const LEAST_SERVED = 16
const LOOK_MS = 100
/** A loop as late as this has more ready to run than it can turn over while health checks wait (50 ms). */
const LATE_MS = 20
const SHRINK = 0.9
const GROW = 0.02

/**
 * Begins with all places, so that a burst at the start is served. Additive increase while the places are used, multiplicative decrease while the event loop is late or the sources have no room. By
 * Little's law that number of places, over the time that one request takes, is what can be served in a second.
 */
export function createDoor({ most, monotonic, lateMs }: DoorDeps): Door {
  let limit = most
  let [inHand, peak, isCrowded, lookedAt] = [0, 0, false, monotonic()]

  function look(): void {
    const now = monotonic()
    if (now - lookedAt < LOOK_MS) return
    lookedAt = now
    const isLate = lateMs() > LATE_MS
    const least = isCrowded ? LEAST_SERVED : LEAST
    // What is shrunk below the one floor is not lifted by the other.
    if (isCrowded || isLate) limit = Math.min(limit, Math.max(Math.min(least, most), Math.min(limit, peak) * SHRINK))
    else if (peak >= Math.floor(limit)) limit = Math.min(most, limit + Math.max(1, limit * GROW))
    peak = inHand
    isCrowded = false
  }
  return {
    enter(share) {
      look()
      if (inHand >= Math.floor(limit * share)) return false
      inHand++
      peak = Math.max(peak, inHand)
      return true
    },
    leave() {
      inHand--
      look()
    },
    crowded() {
      isCrowded = true
    },
    places: () => Math.floor(limit),
  }
}

/** A door that stands open: for Workers, where the platform itself starts as many isolates as there is work for. */
export const openDoor: Door = { enter: () => true, leave: () => {}, crowded: () => {}, places: () => Number.POSITIVE_INFINITY }
