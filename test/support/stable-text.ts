import type { Portfolio } from '../../schemas/portfolio.ts'
import { VOLATILE } from '../../src/cassettes/volatile.ts'

/** A portfolio as text without its volatile fields, for comparing two replays of one cassette. */
export function stableText(portfolio: Portfolio): string {
  return JSON.stringify(portfolio, (key, value: unknown) => (Object.hasOwn(VOLATILE, key) ? undefined : value))
}
