import type { Conflict, Dynamics } from '../../schemas/portfolio.ts'
import { editionFor } from '../rulebook/index.ts'
import { replacedByAppeal } from './appeals.ts'
import { foldDuplicates } from './conflicts.ts'
import { isReported } from './continuity.ts'
import { declaredCategory } from './declared.ts'
import type { Held, HeldFact } from './held.ts'
import { mismatched, type Yardstick, yardstickOf } from './identity.ts'
import { missingKeys } from './mandatory.ts'
import { type Plan, type PlannedSection, under } from './plan.ts'
import { ordered } from './precedence.ts'
import { dynamicsOf, percentConflicts } from './quality.ts'
import { serviceFrom } from './service.ts'

/** One section after merging: duplicates folded, conflicts kept. */
export interface MergedSection {
  readonly planned: PlannedSection
  readonly facts: readonly HeldFact[]
  readonly conflicts: readonly Conflict[]
  /** Growth of knowledge quality; null where no fact tells of it. */
  readonly dynamics: Dynamics | null
  /** Facts whose person differs beyond folding. */
  readonly mismatched: readonly HeldFact[]
  /** Attempts that a certificate after an appeal has replaced: shown, and counted for nothing. */
  readonly replaced: readonly HeldFact[]
  /** The mandatory keys that facts lack, as pointers; a fact that lacks none is not in it. */
  readonly missing: ReadonlyMap<HeldFact, readonly string[]>
}

/** All sections of a claim after merging. */
export interface Merged {
  /** The plan under the edition that counts: that of the application's day where there is an application. */
  readonly planned: Plan
  readonly sections: readonly MergedSection[]
}

/** The day by which the edition is chosen (API page, 4.2); of several applications the latest, in whatever order they came. */
function dayOfApplication(planned: Plan, held: Held): string {
  const facts = planned.channel === 'portal' ? (held['egov-portal']?.facts ?? []) : []
  const days = facts.flatMap(({ fact }) => (fact.type === 'application' ? (fact.value.submittedOn ?? []) : []))
  return days.sort().at(-1) ?? planned.today
}

/** The facts of a section as they arrived; the category that the platform states is one of them. */
function arrivedIn({ rule }: PlannedSection, planned: Plan, held: Held): readonly HeldFact[] {
  const facts = Object.values(held).flatMap((source) => source.facts.filter(({ section }) => section === rule.id))
  const declared = rule.id === 'category' && planned.channel !== 'portal' ? declaredCategory(planned) : null
  return declared ? [...facts, declared] : facts
}

function missingIn(facts: readonly HeldFact[], { edition }: Plan): MergedSection['missing'] {
  const missing = new Map<HeldFact, readonly string[]>()
  for (const held of facts) {
    const pointers = missingKeys(held.fact, edition)
    if (pointers.length > 0) missing.set(held, pointers)
  }
  return missing
}

function mergeSection(section: PlannedSection, arrived: readonly HeldFact[], yardstick: Yardstick, planned: Plan): MergedSection {
  const { facts, conflicts: contradictions } = foldDuplicates(ordered(arrived, section.sources, planned.edition.precedence))
  const reported = facts.filter(isReported)
  const ids = new Set(reported.map(({ fact }) => fact.id))
  const open = contradictions.filter(({ values }) => values.some(({ factId }) => ids.has(factId)))
  const conflicts = [...open, ...percentConflicts(facts, open)]
  const dynamics = dynamicsOf(facts, conflicts, planned)
  const replaced = replacedByAppeal(facts)
  const missing = missingIn(facts, planned)
  return { planned: section, facts, conflicts, dynamics, mismatched: mismatched(reported, yardstick), replaced, missing }
}

/** The total of service stands in its section as soon as the contracts are merged. */
function withService(sections: readonly MergedSection[], planned: Plan): readonly MergedSection[] {
  const contracts = sections.find((section) => section.planned.rule.id === 'employment')?.facts ?? []
  const total = serviceFrom(contracts, planned)
  if (!total) return sections
  return sections.map((section) => (section.planned.rule.id === 'experience' ? { ...section, facts: [...section.facts, total] } : section))
}

/** Facts to sections. Pure, and the order of arrival never matters: everything is sorted by what it says. */
export function merge(asked: Plan, held: Held): Merged {
  const planned = under(editionFor(dayOfApplication(asked, held)), asked)
  const yardstick = yardstickOf(planned, held)
  const sections = planned.sections.map((section) => mergeSection(section, arrivedIn(section, planned, held), yardstick, planned))
  return { planned, sections: withService(sections, planned) }
}
