import { checkDigit } from '../../schemas/identifiers.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { claim } from '../support/line.ts'

/** Invented numbers (born in the 1800s), the first `count` that have a check digit. */
export function numbers(count: number): readonly string[] {
  const found: string[] = []
  for (let serial = 0; found.length < count; serial++) {
    const eleven = `8503122${String(serial).padStart(4, '0')}`
    const digit = checkDigit(eleven)
    if (digit !== null) found.push(`${eleven}${digit}`)
  }
  return found
}

/** Those who stand in the lists of the sources. */
export const LISTED = numbers(2)

/** Bodies of requests for that many people, each with a case of its own. */
export function claims(people: readonly string[], series: string, change: Partial<PortfolioRequest> = {}): readonly string[] {
  const currentCategorySince = '2022-06-01'
  return people.map((iin, index) => JSON.stringify(claim({ iin, caseId: `${series}-${index}`, currentCategorySince, ...change })))
}
