import type { Fact } from '../../schemas/fact.ts'
import { type Completeness, type Names, type Portfolio, SCHEMA_VERSION, type Section } from '../../schemas/portfolio.ts'
import { SourceId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import { issueText } from '../rulebook/texts/issues.ts'
import type { Findings, Judged } from './gaps.ts'
import type { Held, HeldFact } from './held.ts'
import { missingKeys } from './mandatory.ts'
import type { MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import { answered } from './source-findings.ts'

/** Ten bullets and the last two digits. */
function masked(iin: string): string {
  return `••••••••••${iin.slice(-2)}`
}

/** A source of the contract without an adapter or an address was not asked, and that is said. */
function notConfigured(source: SourceId): SourceOutcome {
  const times = { askedAt: null, asOf: null, retryAfter: null }
  return { source, outcome: 'not_asked', reason: 'not_configured', attempts: 0, durationMs: 0, stale: false, exchangeId: null, ...times }
}

function sourcesOf(held: Held): SourceOutcome[] {
  return SourceId.options.filter((source) => source !== 'platform').map((source) => held[source]?.status ?? notConfigured(source))
}

/** The fact as it is shown, with notes on what is odd about it. */
function shown(held: HeldFact, section: MergedSection, planned: Plan): Fact {
  const notes = missingKeys(held.fact, planned.edition).map((pointer) => ({ code: 'incomplete' as const, pointer }))
  const all = [
    ...notes,
    ...(section.mismatched.includes(held) ? [{ code: 'identity_mismatch' as const, pointer: null }] : []),
    ...(held.final ? [] : [{ code: 'not_final' as const, pointer: null }]),
  ]
  if (all.length === 0) return held.fact
  return { ...held.fact, issues: [...held.fact.issues, ...all.map((note) => ({ ...note, text: issueText(note.code) }))] }
}

function toSection({ section, status, rule }: Judged, planned: Plan): Section {
  const { id, title } = section.planned.rule
  const facts = section.facts.map((held) => shown(held, section, planned))
  return { id, title, status, rule, facts, conflicts: [...section.conflicts] }
}

function completenessOf(findings: Findings, sources: readonly SourceOutcome[]): Completeness {
  const asked = sources.filter(({ outcome }) => outcome !== 'not_asked')
  const proper = asked.filter(answered)
  const blocking = findings.gaps.filter((gap) => gap.blocking)
  const toApply = findings.sections.filter(({ section }) => section.planned.rule.required && section.planned.rule.stage === 'application')
  const complete = proper.length === asked.length
  return {
    asked: asked.length,
    answered: proper.length,
    complete,
    ready: complete && blocking.length === 0,
    readyToApply: !blocking.some((gap) => gap.stage === 'application') && !toApply.some((judged) => judged.unanswered),
    openGaps: findings.gaps.length,
    because: [...new Set(blocking.map((gap) => `${gap.section}:${gap.code}`))],
    unchecked: findings.sections
      .filter(({ section, status }) => section.planned.rule.unchecked && status !== 'not_applicable')
      .map(({ section }) => section.planned.rule.id),
  }
}

/** The register's person where it answered, else what the platform stated; null where nobody did. */
function teacherOf({ request }: Plan, held: Held): { names: Names | null; birthDate: string | null } {
  const person = held['population-register']?.facts[0]?.fact
  if (person?.type === 'person') {
    const { surname, name, patronymic, birthDate } = person.value
    return { names: { surname, name, patronymic }, birthDate }
  }
  const { names } = request
  if (!names) return { names: null, birthDate: null }
  return {
    names: { surname: names.surname, name: names.name ?? null, patronymic: names.patronymic ?? null },
    birthDate: names.birthDate ?? null,
  }
}

/** The body of the answer (API page, 4.2); its version is 0 until it is stored. */
export function respond(planned: Plan, findings: Findings, held: Held): Portfolio {
  const { request, edition, channel } = planned
  const sources = sourcesOf(held)
  return {
    id: planned.portfolioId,
    version: 0,
    schemaVersion: SCHEMA_VERSION,
    edition: edition.id,
    channel,
    teacher: { iinMasked: masked(request.iin), ...teacherOf(planned, held) },
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
