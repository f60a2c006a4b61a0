import type { Gap } from '../../schemas/gap.ts'
import type { Advisory } from '../../schemas/portfolio.ts'
import type { SectionId, SectionStatus, SourceId } from '../../schemas/section.ts'
import type { GapRule } from '../rulebook/edition.ts'
import { gapText } from '../rulebook/texts/gaps.ts'
import { advise } from './advisories.ts'
import { stableId } from './hash.ts'
import type { Held } from './held.ts'
import type { Merged, MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import { type Finding, recordFindings } from './record-findings.ts'
import { closedByReserve } from './reserve.ts'
import { isSatisfied } from './satisfied.ts'
import { type Hearing, hear, sourceFindings } from './source-findings.ts'

/** The verdict on one section. */
export interface Judged {
  readonly section: MergedSection
  readonly status: SectionStatus
  /** The paragraph that asks for it, or that closes it. */
  readonly rule: string
  readonly gaps: readonly Gap[]
  /** A source that could fill it was asked and did not properly answer. */
  readonly unanswered: boolean
}

export interface Findings {
  readonly sections: readonly Judged[]
  readonly gaps: readonly Gap[]
  readonly advisories: readonly Advisory[]
}

function blocks(rule: GapRule, section: MergedSection, satisfied: boolean): boolean {
  if (!section.planned.rule.required || rule.blocking === 'never') return false
  return rule.blocking === 'if_required' || !satisfied
}

/** Who acts: nothing is typed in some sections and in the portal channel; sources and operators keep their part. */
function actorOf(rule: GapRule, typed: boolean, { edition }: Plan): GapRule['actor'] {
  return typed || edition.actorsKept.includes(rule.actor) ? rule.actor : 'teacher'
}

function toGap(finding: Finding, section: MergedSection, satisfied: boolean, planned: Plan, held: Held): Gap {
  const { rule: sectionRule, sources } = section.planned
  const { edition, channel, portfolioId } = planned
  const { code, pointer, key } = finding
  const rule = edition.gaps[code]
  const neverTyped = edition.neverTyped.includes(sectionRule.id)
  const typed = !neverTyped && channel !== 'portal'
  const manualEntry = rule.manualEntry && typed
  const actor = actorOf(rule, typed, planned)
  const concerned = finding.source === null ? sources : [finding.source as SourceId]
  return {
    id: stableId('gap', portfolioId, sectionRule.id, code, pointer ?? '', key),
    code,
    section: sectionRule.id,
    pointer,
    sources: [...concerned],
    askedAt: concerned.map((source) => held[source]?.status.askedAt ?? null).find((at) => at !== null) ?? null,
    rule: sectionRule.rule,
    blocking: blocks(rule, section, satisfied),
    stage: sectionRule.stage,
    manualEntry,
    actor,
    deadline: null,
    form: manualEntry ? `${sectionRule.id}.${sectionRule.factType}` : null,
    text: gapText({ code, title: sectionRule.title, pointer, actor, manualEntry, portal: channel === 'portal', neverTyped }),
  }
}

/** `not_found`: everybody who could fill the section answered, and what it asks for is not there (API page, 4.2). */
function nothingFound(section: MergedSection, there: boolean, gaps: readonly Gap[], hearing: Hearing, planned: Plan): boolean {
  const { rule } = section.planned
  if (there || !rule.emptyIsGap || hearing.failed.length > 0 || hearing.nobodyAsked) return false
  if (rule.id === 'category' && planned.channel !== 'portal' && planned.request.currentCategory === null) return false
  return !gaps.some((gap) => gap.blocking) && (rule.required || section.facts.length === 0)
}

function statusOf(section: MergedSection, satisfied: boolean, gaps: readonly Gap[], hearing: Hearing): SectionStatus {
  const hasFacts = section.facts.length > 0
  if (!satisfied && hearing.failed.length > 0) return 'pending'
  if (hearing.nobodyAsked && !hasFacts) return 'not_asked'
  if (!hasFacts) return 'empty'
  return gaps.some((gap) => gap.blocking) ? 'partial' : 'found'
}

/** Nobody is missed in a section that is neither found nor typed, such as the reserve. */
function isWanted(finding: Finding, section: MergedSection, planned: Plan): boolean {
  const { rule } = section.planned
  return !(finding.code === 'not_integrated' && !rule.emptyIsGap && planned.edition.neverTyped.includes(rule.id))
}

function judge(section: MergedSection, planned: Plan, held: Held, closedLater: string | null): Judged {
  const { rule, closed } = section.planned
  const closing = closed ?? closedLater
  if (closing !== null) return { section, status: 'not_applicable', rule: closing, gaps: [], unanswered: false }
  const hearing = hear(section, planned, held)
  const satisfied = isSatisfied(section, planned)
  const findings = [...recordFindings(section, planned), ...sourceFindings(section, satisfied, held, hearing)]
  const gaps = findings
    .filter((finding) => isWanted(finding, section, planned))
    .map((finding) => toGap(finding, section, satisfied, planned, held))
  if (nothingFound(section, satisfied, gaps, hearing, planned)) {
    gaps.push(toGap({ code: 'not_found', pointer: null, key: '', source: null }, section, satisfied, planned, held))
  }
  const unique = [...new Map(gaps.map((gap) => [gap.id, gap])).values()]
  return {
    section,
    status: statusOf(section, satisfied, unique, hearing),
    rule: rule.rule,
    gaps: unique,
    unanswered: hearing.failed.length > 0,
  }
}

/** What is missing in each section, why, and who must act; pure, from sections, outcomes and the rulebook alone. */
export function findGaps(planned: Plan, merged: Merged, held: Held): Findings {
  const closedLater = closedByReserve(planned, merged)
  const sections = merged.sections.map((section) => judge(section, planned, held, closedLater(section.planned.rule.stage)))
  return { sections, gaps: sections.flatMap((judged) => judged.gaps), advisories: advise(planned, sections) }
}

/** The verdict on a section by its id. */
export function judgedOf(findings: Findings, id: SectionId): Judged | undefined {
  return findings.sections.find(({ section }) => section.planned.rule.id === id)
}
