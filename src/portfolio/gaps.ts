import type { Gap } from '../../schemas/gap.ts'
import type { Advisory } from '../../schemas/portfolio.ts'
import type { SectionStatus } from '../../schemas/section.ts'
import { advise } from './advisories.ts'
import { closuresOf } from './closures.ts'
import type { Held } from './held.ts'
import type { Merged, MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import { type Finding, recordFindings } from './record-findings.ts'
import { isSatisfied } from './satisfied.ts'
import { type Hearing, hear, sourceFindings } from './source-findings.ts'
import { type Judging, toGap } from './to-gap.ts'

/** The verdict on one section. */
export interface Judged {
  readonly section: MergedSection
  readonly status: SectionStatus
  /** The paragraph that asks for it, or that closes it. */
  readonly rule: string
  readonly gaps: readonly Gap[]
  /** Sources that could fill it, were asked, and did not properly answer. */
  readonly unanswered: Hearing['failed']
}

/** The verdicts on all sections, their gaps in one list, and the advice. */
export interface Findings {
  readonly sections: readonly Judged[]
  readonly gaps: readonly Gap[]
  readonly advisories: readonly Advisory[]
}

/** Part of the service lies before the day on which its register began (API page, 4.2: only where what is visible falls short). */
function liesBefore({ planned: { rule, sources } }: MergedSection, { request, edition }: Plan): boolean {
  if (rule.id !== 'experience' || !request.teachingSince) return false
  const began = request.teachingSince
  return sources.some((source) => began < (edition.registers[source]?.since ?? ''))
}

/** What is missing although everybody who could tell has answered; null: nothing, or a gap says it already. */
function lackIn(section: MergedSection, there: boolean, gaps: readonly Gap[], hearing: Hearing, planned: Plan): Finding | null {
  const { rule } = section.planned
  const nothing = section.facts.length === 0
  if (there || !rule.emptyIsGap || hearing.failed.length > 0 || (hearing.nobodyAsked && nothing)) return null
  // The platform says that there is no category yet.
  if (rule.id === 'category' && nothing && planned.request.currentCategory === null) return null
  // Whose record it is, is another matter: with a silent register nobody would be asked for more.
  const said = gaps.some(({ blocking, code }) => (blocking && code !== 'identity_mismatch') || code === 'source_unreadable')
  if (said || !(rule.required || nothing)) return null
  return { code: liesBefore(section, planned) ? 'not_digitised' : 'not_found', pointer: null, key: '', source: null }
}

function statusOf(section: MergedSection, there: boolean, gaps: readonly Gap[], hearing: Hearing): SectionStatus {
  const nothing = section.facts.length === 0
  const unheard = hearing.failed.length > 0 || (nothing && hearing.rejected.length > 0)
  if (!there && unheard) return 'pending'
  if (nothing) return hearing.nobodyAsked ? 'not_asked' : 'empty'
  return gaps.some((gap) => gap.blocking) ? 'partial' : 'found'
}

/**
 * Nobody is asked to type while a source that could fill the section has not properly answered (API page, 4.2: `pending`).
 * An old test beside a valid one is no lack; and nobody is missed in a section that is neither required nor typed (the reserve).
 */
function isWanted({ code }: Finding, { planned: { rule } }: MergedSection, there: boolean, hearing: Hearing, { edition }: Plan): boolean {
  if (!there && hearing.failed.length > 0) return !edition.gaps[code].manualEntry
  if (code === 'expired') return !there
  return code !== 'not_integrated' || rule.emptyIsGap || !edition.neverTyped.includes(rule.id)
}

function judge(section: MergedSection, closing: string | null, planned: Plan, held: Held): Judged {
  const hearing = hear(section, held)
  // A source that was asked before the facts closed its section leaves the collection incomplete all the same, and that is said.
  if (closing !== null) return { section, status: 'not_applicable', rule: closing, gaps: [], unanswered: hearing.failed }
  const there = isSatisfied(section, planned)
  const judging: Judging = { section, there, planned, held }
  const found = [...recordFindings(section, hearing.rejected.length === 0, planned), ...sourceFindings(section, there, hearing, planned)]
  const gaps = found.filter((finding) => isWanted(finding, section, there, hearing, planned)).map((finding) => toGap(finding, judging))
  const lack = lackIn(section, there, gaps, hearing, planned)
  if (lack) gaps.push(toGap(lack, judging))
  const unique = [...new Map(gaps.map((gap) => [gap.id, gap])).values()]
  return {
    section,
    status: statusOf(section, there, unique, hearing),
    rule: section.planned.rule.rule,
    gaps: unique,
    unanswered: hearing.failed,
  }
}

/** What is missing in each section, why, and who must act; pure, from sections, outcomes and the rulebook alone. */
export function findGaps(merged: Merged, held: Held): Findings {
  const { planned } = merged
  const closedLater = closuresOf(planned, merged)
  const sections = merged.sections.map((section) =>
    judge(section, section.planned.closed ?? closedLater(section.planned.rule), planned, held),
  )
  return { sections, gaps: sections.flatMap((judged) => judged.gaps), advisories: advise(planned, sections) }
}
