import type { Gap } from '../../schemas/gap.ts'
import type { Portfolio, Section } from '../../schemas/portfolio.ts'
import type { SectionId, SourceId } from '../../schemas/section.ts'
import * as draft from './drafts.ts'
import { type LineOptions, runLine } from './line.ts'

/* What tests of the line look at in a portfolio. */

/** The portfolio of a line in which everything required is there, but for what the test bends. */
export async function portfolioOf({ said = {}, ...options }: LineOptions = {}): Promise<Portfolio> {
  const { portfolio } = await runLine({ ...options, said: { ...draft.complete(), ...said } })
  return portfolio
}

export function sectionOf(portfolio: Portfolio, id: SectionId): Section | undefined {
  return portfolio.sections.find((section) => section.id === id)
}

export function gapsIn(portfolio: Portfolio, section: SectionId): readonly Gap[] {
  return portfolio.gaps.filter((gap) => gap.section === section)
}

/** The gaps of a section as `code` or `code /pointer`. */
export function codesIn(portfolio: Portfolio, section: SectionId): readonly string[] {
  return gapsIn(portfolio, section).map(({ code, pointer }) => (pointer === null ? code : `${code} ${pointer}`))
}

export function sourceIn(portfolio: Portfolio, id: SourceId): Portfolio['sources'][number] | undefined {
  return portfolio.sources.find(({ source }) => source === id)
}
