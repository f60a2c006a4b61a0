import type { GapCode } from '../../schemas/gap.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import type { Held } from './held.ts'
import type { MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import type { Finding } from './record-findings.ts'

/** What the sources of a section came to, all together. */
export interface Hearing {
  /** Asked, and did not properly answer. */
  readonly failed: readonly SourceOutcome[]
  /** Nobody could be asked at all. */
  readonly nobodyAsked: boolean
  /** Sources of the section that are not connected. */
  readonly unconfigured: readonly SourceId[]
}

const PROPER = new Set(['answered', 'empty', 'partial'])

/** Whether a source properly said what it has. */
export function answered({ outcome }: SourceOutcome): boolean {
  return PROPER.has(outcome)
}

/** What was heard from the sources of one section. The request itself (`platform`) has always answered. */
export function hear({ planned: { sources } }: MergedSection, planned: Plan, held: Held): Hearing {
  const statuses = sources.flatMap((source) => held[source]?.status ?? []).filter(({ outcome }) => outcome !== 'not_asked')
  return {
    failed: statuses.filter((status) => !answered(status)),
    nobodyAsked: statuses.length === 0 && !sources.includes('platform'),
    unconfigured: sources.filter((source) => planned.unconfigured.has(source)),
  }
}

/** The gap that an outcome leads to (API page, 4.2); null where its records have their own. */
function codeOf({ outcome, reason }: SourceOutcome): GapCode | null {
  if (outcome === 'deferred') return reason === 'not_final' ? null : 'deferred'
  if (outcome === 'unavailable') return 'source_unavailable'
  if (outcome === 'unreadable') return 'source_unreadable'
  if (outcome === 'foreign') return 'foreign_record'
  if (outcome === 'consent_missing') return reason === 'revoked' ? 'consent_revoked' : 'consent_missing'
  return null
}

/** Records that could not be used while their neighbours could. */
function rejectedFindings({ planned: { sources } }: MergedSection, held: Held): readonly Finding[] {
  return sources.flatMap((source) => {
    const one = held[source]
    if (one?.status.outcome !== 'partial') return []
    return one.rejected.map(({ pointer }) => ({ code: 'source_unreadable' as const, pointer, key: '', source }))
  })
}

/** What the sources of a section give cause for: `there` is whether what it asks for is there all the same. */
export function sourceFindings(section: MergedSection, there: boolean, held: Held, hearing: Hearing): readonly Finding[] {
  const rejected = rejectedFindings(section, held)
  if (there) return rejected
  const failed = hearing.failed.flatMap((status): Finding[] => {
    const code = codeOf(status)
    return code ? [{ code, pointer: null, key: '', source: status.source }] : []
  })
  if (hearing.nobodyAsked) return [{ code: 'not_integrated', pointer: null, key: '', source: null }]
  return [...rejected, ...failed]
}
