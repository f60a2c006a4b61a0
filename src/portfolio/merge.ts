import type { Conflict } from '../../schemas/portfolio.ts'
import type { SectionId } from '../../schemas/section.ts'
import { foldDuplicates } from './conflicts.ts'
import { declaredCategory } from './declared.ts'
import type { Held, HeldFact } from './held.ts'
import { mismatched, type Yardstick, yardstickOf } from './identity.ts'
import type { Plan, PlannedSection } from './plan.ts'
import { ordered } from './precedence.ts'

/** One section after merging: duplicates folded, conflicts kept. */
export interface MergedSection {
  readonly planned: PlannedSection
  readonly facts: readonly HeldFact[]
  readonly conflicts: readonly Conflict[]
  /** Facts whose person differs beyond folding. */
  readonly mismatched: readonly HeldFact[]
}

export interface Merged {
  readonly sections: readonly MergedSection[]
  readonly yardstick: Yardstick
}

function factsBySection(planned: Plan, held: Held): ReadonlyMap<SectionId, HeldFact[]> {
  const sections = new Map<SectionId, HeldFact[]>(planned.sections.map(({ rule }) => [rule.id, []]))
  for (const source of Object.values(held)) for (const fact of source.facts) sections.get(fact.section)?.push(fact)
  const declared = planned.channel === 'portal' ? null : declaredCategory(planned)
  if (declared) sections.get('category')?.push(declared)
  return sections
}

/** Facts to sections. Pure, and the order of arrival never matters: everything is sorted by what it says. */
export function merge(planned: Plan, held: Held): Merged {
  const bySection = factsBySection(planned, held)
  const yardstick = yardstickOf(planned, held)
  const sections = planned.sections.map((section) => {
    const { facts, conflicts } = foldDuplicates(ordered(bySection.get(section.rule.id) ?? []))
    return { planned: section, facts, conflicts, mismatched: mismatched(facts, yardstick) }
  })
  return { sections, yardstick }
}
