import type { Clock } from './ports.ts'
import { createBucket } from './sources/bucket.ts'

/** Resolves when a piece of work of some milliseconds may begin. */
export type Turn = () => Promise<void>

/** Whose turn it is in our one thread. */
export interface Turns {
  readonly take: Turn
  /** For what is done in a moment but may be very much: where others wait for their turn, some of it goes between two of them. */
  readonly slip: Turn
  /** The longest that anybody waited for his turn since this was asked last, milliseconds. */
  lateMs(): number
}

/** A turn of the event loop is given this to such work, milliseconds; what began within it is not cut. */
const SHARE_MS = 5
/** Of those who want to connect, each turn of the loop lets in one, so while work waits some turns go to them alone. */
const BETWEEN = 3
/**
 * Of what is done in a moment, so much goes in such a turn. Callers who come again as soon as they are refused would leave no time for
 * those who were let in.
 */
const SLIPS = 2
/**
 * But so many in a second, and so many of them at one moment, wait for nobody: ten times too much is refused at once, and costs a
 * quarter of the time.
 */
const [AT_ONCE_PER_SECOND, AT_ONE_MOMENT] = [1000, 100]
const AT_ONCE = Promise.resolve()

interface Waiter {
  readonly since: number
  readonly begin: () => void
}

/**
 * Answers of many sources come in one turn of the event loop, and what waited for them would all be worked off before the next: a tenth
 * of a second and more, in which no health check is answered, no refusal given, and of all who want to connect only one is let in.
 * Here (docs/decisions/0027) such work goes piece by piece, in the order of coming, with everything else between. A gateway that is not busy waits for nothing.
 */
export function createTurns(monotonic: Clock['monotonic']): Turns {
  const waiting = new Set<Waiter>()
  const slipping = new Set<() => void>()
  let beganAt: number | null = null
  let longest = 0
  const bucket = createBucket(AT_ONCE_PER_SECOND, AT_ONE_MOMENT, monotonic)

  function mayGoAtOnce(): boolean {
    if (bucket.waitMs() > 0) return false
    bucket.take()
    return true
  }
  function begin(): void {
    beganAt = monotonic()
    setImmediate(rest, BETWEEN)
  }
  function slip(): void {
    let most = SLIPS
    for (const go of slipping) {
      if (most-- <= 0 && !mayGoAtOnce()) return
      slipping.delete(go)
      go()
    }
  }
  function rest(left: number): void {
    slip()
    if (waiting.size > 0 && left > 0) setImmediate(rest, left - 1)
    else end()
  }
  function end(): void {
    beganAt = null
    const [next] = waiting
    if (!next && slipping.size === 0) return
    // The one order for a turn of the loop stands as long as anybody waits.
    begin()
    if (!next) return
    waiting.delete(next)
    longest = Math.max(longest, monotonic() - next.since)
    next.begin()
  }
  return {
    take() {
      if (beganAt === null) begin()
      else if (waiting.size > 0 || monotonic() - beganAt >= SHARE_MS) {
        return new Promise((resolve) => waiting.add({ since: monotonic(), begin: resolve }))
      }
      return AT_ONCE
    },
    slip: () =>
      waiting.size + slipping.size === 0 || (slipping.size === 0 && mayGoAtOnce())
        ? AT_ONCE
        : new Promise((resolve) => slipping.add(resolve)),
    lateMs() {
      const [first] = waiting
      const late = Math.max(longest, first ? monotonic() - first.since : 0)
      longest = 0
      return late
    },
  }
}

/** The same, with whatever waits for its result in its turn. */
export function followedInTurn<Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>, turn: Turn) {
  return async (...args: Args): Promise<Result> => {
    const result = await work(...args)
    await turn()
    return result
  }
}

/** For Workers: the platform gives each request its share. */
export const noTurns: Turn = () => AT_ONCE
