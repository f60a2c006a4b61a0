import type { Gap } from '../../schemas/gap.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { GapRule } from '../rulebook/edition.ts'
import { gapText } from '../rulebook/texts/gaps.ts'
import { stableId } from './hash.ts'
import type { Held } from './held.ts'
import type { MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import type { Finding } from './record-findings.ts'

/** What a finding is judged by. */
export interface Judging {
  readonly section: MergedSection
  /** Whether what the section asks for is there all the same. */
  readonly there: boolean
  readonly planned: Plan
  readonly held: Held
}

/** Only what is required to apply or to decide blocks; a revoked record only where nothing valid remains (API page, 4.2). */
function blocks(rule: GapRule, { section, there }: Judging): boolean {
  if (!section.planned.rule.required || rule.blocking === 'never') return false
  return rule.blocking === 'if_required' || !there
}

/** Nothing is typed in some sections and in the portal channel; there the teacher acts, but sources and operators keep their part. */
function actionOf(rule: GapRule, { section, planned }: Judging): Pick<Gap, 'manualEntry' | 'actor'> {
  const { edition, channel } = planned
  const typed = channel !== 'portal' && !edition.neverTyped.includes(section.planned.rule.id)
  const actor = typed || edition.actorsKept.includes(rule.actor) ? rule.actor : 'teacher'
  return { manualEntry: rule.manualEntry && typed, actor }
}

function firstAsked(sources: readonly SourceId[], held: Held): string | null {
  for (const source of sources) {
    const at = held[source]?.status.askedAt
    if (at) return at
  }
  return null
}

/** A finding as the answer shows it: who acts, whether a human may type it, whether it blocks. The id stays through versions. */
export function toGap({ code, pointer, key, source }: Finding, judging: Judging): Gap {
  const { section, planned, held } = judging
  const { rule: sectionRule, sources } = section.planned
  const { id, title, stage, factType } = sectionRule
  const { edition, portfolioId } = planned
  const rule = edition.gaps[code]
  const concerned = source === null ? sources : [source as SourceId]
  const { manualEntry, actor } = actionOf(rule, judging)
  return {
    id: stableId('gap', portfolioId, id, code, pointer ?? '', key),
    code,
    section: id,
    pointer,
    sources: [...concerned],
    askedAt: firstAsked(concerned, held),
    rule: sectionRule.rule,
    blocking: blocks(rule, judging),
    stage,
    manualEntry,
    actor,
    deadline: null,
    form: manualEntry ? `${id}.${factType}` : null,
    text: gapText({ code, section: id, title, pointer, actor, manualEntry }),
  }
}
