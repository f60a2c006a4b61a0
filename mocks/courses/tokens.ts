import type { World } from '../world.ts'

/** The life of a token, seconds. */
export const TOKEN_SECONDS = 300

/** Tokens that were given out, and which of them still hold. They say nothing. */
export interface Tokens {
  issue(): string
  holds(token: string): boolean
  /** Whether it was shown before; from then on it does not hold. */
  spend(token: string): boolean
  reset(): void
}

/** Tokens of one world. */
export function createTokens({ seed, now }: World): Tokens {
  const until = new Map<string, number>()
  const shown = new Set<string>()
  return {
    issue() {
      const token = `mock-${seed}-${until.size + 1}`
      until.set(token, now() + TOKEN_SECONDS * 1000)
      return token
    },
    holds: (token) => (until.get(token) ?? 0) > now(),
    spend(token) {
      if (!shown.has(token)) {
        shown.add(token)
        return false
      }
      until.set(token, 0)
      return true
    },
    reset() {
      until.clear()
      shown.clear()
    },
  }
}
