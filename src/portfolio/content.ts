import type { Fact } from '../../schemas/fact.ts'
import type { Gap } from '../../schemas/gap.ts'
import type { Portfolio, Section } from '../../schemas/portfolio.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import { stableId } from './hash.ts'

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

const digests = new WeakMap<Trilingual, string>()

/** A text by its digest: texts are long, few, and shared by all portfolios. */
function digestOf(text: Trilingual): string {
  const known = digests.get(text)
  if (known) return known
  const digest = stableId('text', text.kk, text.ru, text.en)
  digests.set(text, digest)
  return digest
}

function issueList(issues: Fact['issues']): unknown {
  return issues.map(({ code, pointer, text }) => [code, pointer, digestOf(text)])
}

function factList(fact: Fact): unknown {
  const { origin, source, recordId, recordDate, adapterVersion, signature, repairs, ...rest } = fact.provenance
  const { enteredBy, order, evidence, confirmedBy, confirmedAt } = rest
  const carried = [
    origin,
    source,
    recordId,
    recordDate,
    adapterVersion,
    signature,
    repairs,
    enteredBy,
    order,
    evidence,
    confirmedBy,
    confirmedAt,
  ]
  return [fact.id, fact.type, contentOfValue(fact), fact.raw, issueList(fact.issues), carried]
}

function gapList(gap: Gap): unknown {
  const { id, code, section, pointer, sources, rule, blocking, stage, manualEntry, actor, deadline, form, text } = gap
  return [id, code, section, pointer, sources, rule, blocking, stage, manualEntry, actor, deadline, form, digestOf(text)]
}

function dynamicsList({ dynamics }: Section): unknown {
  if (!dynamics) return null
  const { formula, ...figures } = dynamics
  return [figures, digestOf(formula)]
}

/** The content as text, for comparing and hashing alone: lists in a fixed order in place of objects, since it is made at every collection. */
export function contentOf(portfolio: Portfolio): string {
  const { id, schemaVersion, edition, channel, teacher, claimed, sections, gaps, advisories, sources, completeness } = portfolio
  return JSON.stringify([
    [id, schemaVersion, edition, channel, teacher, claimed, completeness],
    sections.map((one) => [one.id, digestOf(one.title), one.status, one.rule, one.facts.map(factList), one.conflicts, dynamicsList(one)]),
    gaps.map(gapList),
    advisories.map(({ text, ...advisory }) => [advisory, digestOf(text)]),
    sources.map(({ source, outcome, reason, stale }) => [source, outcome, reason, stale]),
  ])
}
