import { Portfolio } from '../../schemas/portfolio.ts'
import { type Change, changesBetween } from '../portfolio/changes.ts'
import type { Cassette } from './cassette.ts'

/** How a replayed portfolio compares with the expected one; null: nothing is expected yet. A portfolio of another shape differs as a whole. */
export function comparedWith(expected: Cassette['expected'], replayed: Portfolio): readonly Change[] | null {
  if (expected === null) return null
  const portfolio = Portfolio.safeParse(expected)
  // The replayed one as JSON has it: what is not there is not there.
  const now = Portfolio.parse(JSON.parse(JSON.stringify(replayed)))
  if (portfolio.success) return changesBetween(portfolio.data, now)
  return [{ pointer: '', op: 'replace', before: expected, after: now }]
}
