import type { Fact } from '../../schemas/fact.ts'
import { birthDateOf, sexOf } from '../../schemas/identifiers.ts'
import { type Completeness, type Portfolio, SCHEMA_VERSION, type Section } from '../../schemas/portfolio.ts'
import { SourceId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import { type IssueCode, issueText } from '../rulebook/texts/issues.ts'
import type { Findings, Judged } from './gaps.ts'
import type { Held, HeldFact } from './held.ts'
import { teacherTold } from './identity.ts'
import type { Merged, MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import { answered, codeOf } from './source-findings.ts'

/** Ten bullets and the last two digits. */
function masked(iin: string): string {
  return `••••••••••${iin.slice(-2)}`
}

/** A source of the contract of which nothing is held was not asked, and that is said. */
function notAsked(source: SourceId, { unconfigured }: Plan): SourceOutcome {
  const reason = unconfigured.has(source) ? 'not_configured' : 'not_needed'
  const times = { askedAt: null, asOf: null, retryAfter: null }
  return { source, outcome: 'not_asked', reason, attempts: 0, durationMs: 0, stale: false, exchangeId: null, ...times }
}

function sourcesOf(held: Held, planned: Plan): SourceOutcome[] {
  return SourceId.options.filter((source) => source !== 'platform').map((source) => held[source]?.status ?? notAsked(source, planned))
}

/** Where the register's person is not the one whom the number codes: numbers issued so exist, it is only said (domain page, 6.1). */
function unlikeNumber({ fact }: HeldFact, { request: { iin } }: Plan): readonly (readonly [IssueCode, string])[] {
  if (fact.type !== 'person' || iin.charAt(6) === '0') return []
  const { sex, birthDate } = fact.value
  const found: (readonly [IssueCode, string])[] = []
  if (sex !== null && sex !== sexOf(iin)) found.push(['unlike_number', '/sex'])
  if (birthDate !== null && birthDate !== birthDateOf(iin)) found.push(['unlike_number', '/birthDate'])
  return found
}

/** What is odd about a fact, as codes with the key concerned. */
function oddities(held: HeldFact, section: MergedSection, planned: Plan): readonly (readonly [IssueCode, string | null])[] {
  const { request } = planned
  const found: (readonly [IssueCode, string | null])[] = [...unlikeNumber(held, planned)]
  for (const pointer of section.missing.get(held) ?? []) found.push(['incomplete', pointer])
  if (section.mismatched.includes(held)) found.push(['identity_mismatch', null])
  if (!held.final) found.push(['not_final', null])
  if (section.replaced.includes(held)) found.push(['replaced', null])
  if (request.iin.charAt(6) === '0' && held.fact.provenance.origin === 'state') found.push(['century_unknown', null])
  return found
}

/** The fact as it is shown, with notes on what is odd about it. */
function shown(held: HeldFact, section: MergedSection, planned: Plan): Fact {
  const notes = oddities(held, section, planned)
  if (notes.length === 0) return held.fact
  return { ...held.fact, issues: [...held.fact.issues, ...notes.map(([code, pointer]) => ({ code, pointer, text: issueText(code) }))] }
}

function toSection({ section, status, rule }: Judged, planned: Plan): Section {
  const { id, title } = section.planned.rule
  const facts = section.facts.map((held) => shown(held, section, planned))
  const shownSection: Section = { id, title, status, rule, facts, conflicts: [...section.conflicts] }
  return section.dynamics && status !== 'not_applicable' ? { ...shownSection, dynamics: section.dynamics } : shownSection
}

/** A source of what is required to apply did not properly answer, even if an older answer stands in for it. */
function isUnansweredToApply({ section, unanswered }: Judged): boolean {
  const { required, stage } = section.planned.rule
  return required && stage === 'application' && unanswered.length > 0
}

/** What stands in the way of `ready`: the blocking gaps, and the sources without which the collection is not complete. */
function becauseOf(findings: Findings): string[] {
  const reasons = findings.sections.flatMap(({ section, gaps, unanswered }) => {
    const codes = [...gaps.filter((gap) => gap.blocking).map((gap) => gap.code), ...unanswered.map(codeOf)]
    return codes.map((code) => `${section.planned.rule.id}:${code}`)
  })
  return [...new Set(reasons)]
}

function completenessOf(findings: Findings, sources: readonly SourceOutcome[]): Completeness {
  const asked = sources.filter(({ outcome }) => outcome !== 'not_asked')
  const proper = asked.filter(answered)
  const blocking = findings.gaps.filter((gap) => gap.blocking)
  const complete = proper.length === asked.length
  return {
    asked: asked.length,
    answered: proper.length,
    complete,
    ready: complete && blocking.length === 0,
    readyToApply: !blocking.some((gap) => gap.stage === 'application') && !findings.sections.some(isUnansweredToApply),
    openGaps: findings.gaps.length,
    because: becauseOf(findings),
    unchecked: findings.sections
      .filter(({ section, status }) => section.planned.rule.unchecked && status !== 'not_applicable')
      .map(({ section }) => section.planned.rule.id),
  }
}

/** The body of the answer (API page, 4.2); its version is 0 until it is stored. */
export function respond({ planned }: Merged, findings: Findings, held: Held): Portfolio {
  const { request, edition, channel } = planned
  const sources = sourcesOf(held, planned)
  return {
    id: planned.portfolioId,
    version: 0,
    schemaVersion: SCHEMA_VERSION,
    edition: edition.id,
    channel,
    teacher: { iinMasked: masked(request.iin), ...teacherTold(planned, held) },
    claimed: {
      category: request.claimedCategory,
      post: request.post,
      attestation: request.attestation,
      organisationBin: request.organisationBin,
      region: request.region,
    },
    sections: findings.sections.map((judged) => toSection(judged, planned)),
    gaps: [...findings.gaps],
    advisories: [...findings.advisories],
    sources,
    completeness: completenessOf(findings, sources),
    collectedAt: planned.collectedAt,
  }
}
