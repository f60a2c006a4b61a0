import { codeOf } from './fault.ts'

/** The migration of a server that may be down when the gateway starts. */
export interface Migrating {
  /** Null once the tables are up to date; else `migrating`, or the code of the last failure. */
  pending(): string | null
  /** Resolves with the end of the first attempt, or after `ms`. */
  firstAttempt(ms: number): Promise<void>
  stop(): void
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000

/**
 * Tries until it succeeds. Pauses double up to 10 s, and `random` (0 up to 1) spreads them, so that processes which start together
 * do not come together again.
 */
export function startMigrating(attempt: () => Promise<void>, random: () => number): Migrating {
  let [code, stopped]: [string | null, boolean] = ['migrating', false]
  let wake = () => {}

  function pause(round: number): Promise<void> {
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** round, LONGEST_PAUSE_MS)
    return new Promise((resolve) => {
      wake = resolve
      setTimeout(resolve, longest * (0.5 + random() / 2)).unref()
    })
  }
  async function once(): Promise<void> {
    try {
      await attempt()
      code = null
    } catch (error) {
      code = codeOf(error)
    }
  }
  async function goOn(): Promise<void> {
    await first
    for (let round = 0; code !== null && !stopped; round++) {
      await pause(round)
      if (!stopped) await once()
    }
  }
  const first = once()
  void goOn()
  return {
    pending: () => code,
    async firstAttempt(ms) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, ms)
      await Promise.race([first, promise])
      clearTimeout(timer)
    },
    stop() {
      stopped = true
      wake()
    },
  }
}
