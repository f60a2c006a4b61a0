import type { Fact } from '../../schemas/fact.ts'
import type { Gap } from '../../schemas/gap.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'

/** A total of service counts as changed only when its years or months are: the days move every night. */
function contentOfValue(fact: Fact): unknown {
  if (fact.type !== 'service_total') return fact.value
  const { days: _, ...rest } = fact.value
  return rest
}

function factContent(fact: Fact): unknown {
  const { obtainedAt: _o, exchangeId: _e, asOf: _a, payloadHash: _p, ...provenance } = fact.provenance
  return { ...fact, value: contentOfValue(fact), provenance }
}

function gapContent({ askedAt: _, ...gap }: Gap): unknown {
  return gap
}

function sourceContent({ source, outcome, reason, stale }: SourceOutcome): unknown {
  return { source, outcome, reason, stale }
}

/** What a version is about: everything but its number and the volatile times and ids (API page, end of 4.3). */
export function contentValue(portfolio: Portfolio): Record<string, unknown> {
  const { version: _v, collectedAt: _c, ...rest } = portfolio
  return {
    ...rest,
    sections: portfolio.sections.map((section) => ({ ...section, facts: section.facts.map(factContent) })),
    gaps: portfolio.gaps.map(gapContent),
    sources: portfolio.sources.map(sourceContent),
  }
}

/** The content as text, the same for the same content: keys stand in the order in which the line writes them. */
export function contentOf(portfolio: Portfolio): string {
  return JSON.stringify(contentValue(portfolio))
}
