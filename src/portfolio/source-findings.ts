import type { GapCode } from '../../schemas/gap.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import type { Held } from './held.ts'
import type { MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import type { Finding } from './record-findings.ts'

/** A finding about records that could not be used, by their source. */
type Rejection = Finding & { readonly source: SourceId }

/** What the sources of a section came to, all together. */
export interface Hearing {
  /** Asked, and did not properly answer. */
  readonly failed: readonly SourceOutcome[]
  /** Nobody could be asked at all. */
  readonly nobodyAsked: boolean
  /** Records that could not be used while their neighbours could. */
  readonly rejected: readonly Rejection[]
}

const PROPER: ReadonlySet<string> = new Set(['answered', 'empty', 'partial'])

/** Whether a source properly said what it has. */
export function answered({ outcome }: SourceOutcome): boolean {
  return PROPER.has(outcome)
}

/** The gap that an outcome leads to (API page, 4.2). Only for one that is no proper answer. */
export function codeOf({ outcome, reason }: SourceOutcome): GapCode {
  if (outcome === 'deferred') return 'deferred'
  if (outcome === 'unreadable') return 'source_unreadable'
  if (outcome === 'foreign') return 'foreign_record'
  if (outcome === 'consent_missing') return reason === 'revoked' ? 'consent_revoked' : 'consent_missing'
  return 'source_unavailable'
}

function rejectedOf(source: SourceId, held: Held): readonly Rejection[] {
  const one = held[source]
  if (one?.status.outcome !== 'partial') return []
  // Its place is one of the wire, which no form has: the gap is about the record as a whole.
  return one.rejected.length === 0 ? [] : [{ code: 'source_unreadable', pointer: null, key: 'rejected', source }]
}

/** What was heard from the sources of one section. The request itself (`platform`) has always answered. */
export function hear({ planned: { sources } }: MergedSection, held: Held): Hearing {
  const statuses = sources.flatMap((source) => held[source]?.status ?? []).filter(({ outcome }) => outcome !== 'not_asked')
  return {
    failed: statuses.filter((status) => !answered(status)),
    nobodyAsked: statuses.length === 0 && !sources.includes('platform'),
    rejected: sources.flatMap((source) => rejectedOf(source, held)),
  }
}

/** The section in which the unreadable records of a source are named: the first that it fills and that is required. */
function isNamedHere({ planned: { rule } }: MergedSection, source: SourceId, planned: Plan): boolean {
  const filled = planned.sections.filter(({ closed, sources }) => closed === null && sources.includes(source))
  return (filled.find((section) => section.rule.required) ?? filled[0])?.rule.id === rule.id
}

/** What the sources of a section give cause for: `there` is whether what it asks for is there all the same. */
export function sourceFindings(section: MergedSection, there: boolean, hearing: Hearing, planned: Plan): readonly Finding[] {
  if (hearing.nobodyAsked && section.facts.length === 0) return [{ code: 'not_integrated', pointer: null, key: '', source: null }]
  const lacking = !there && section.planned.rule.required
  const rejected = hearing.rejected.filter(({ source }) => lacking || isNamedHere(section, source, planned))
  if (there) return rejected
  const failed = hearing.failed
    // Where nothing is final yet the records themselves say so.
    .filter(({ reason }) => reason !== 'not_final' || section.facts.every(({ final }) => final))
    .map((status): Finding => ({ code: codeOf(status), pointer: null, key: '', source: status.source }))
  return [...rejected, ...failed]
}
