import type { Advisory } from '../../schemas/portfolio.ts'
import type { SectionId } from '../../schemas/section.ts'
import { advisoryText } from '../rulebook/texts/advisories.ts'
import { addYears } from './exemptions.ts'
import type { Judged } from './gaps.ts'
import type { HeldFact } from './held.ts'
import type { Plan } from './plan.ts'
import { courseInWindow } from './satisfied.ts'

type Measure = (facts: readonly HeldFact[], planned: Plan) => boolean

/** Whether the facts of a section stay below the level of the claimed category. Never a gap: the commission decides. */
const BELOW: Readonly<Partial<Record<SectionId, Measure>>> = {
  knowledge_test: (facts, { edition, request }) => {
    const bar = edition.test.percent[request.claimedCategory]
    const best = facts.map(({ fact }) => (fact.type === 'test_attempt' && !fact.value.annulled ? (fact.value.percent ?? 0) : 0))
    return bar !== undefined && Math.max(...best) < bar
  },
  courses: (facts, planned) => {
    const { courses } = planned.edition
    const { organisationKind, claimedCategory } = planned.request
    const bar = (courses.reducedKinds.includes(organisationKind) ? courses.hoursReduced : courses.hours)[claimedCategory]
    const counted = facts.map(({ fact }) => (fact.type === 'course' && courseInWindow(fact.value, planned) ? (fact.value.hours ?? 0) : 0))
    return bar !== undefined && counted.reduce((sum, hours) => sum + hours, 0) < bar
  },
  learner_achievements: (facts, { edition, request }) => {
    const bar = edition.achievementLevels.learner[request.claimedCategory]
    const levels = facts.map(({ fact }) => (fact.type === 'learner_achievement' && fact.value.event.listed ? (fact.value.level ?? 0) : 0))
    return bar !== undefined && Math.max(...levels) < bar
  },
}

function belowLevel({ section, status }: Judged, planned: Plan): readonly Advisory[] {
  const { id, rule } = section.planned.rule
  const below = status === 'not_applicable' || section.facts.length === 0 ? undefined : BELOW[id]
  if (!below?.(section.facts, planned)) return []
  return [{ code: 'below_level', section: id, factIds: section.facts.map(({ fact }) => fact.id), rule, text: advisoryText('below_level') }]
}

function exempt({ request, today, edition }: Plan): readonly Advisory[] {
  const { years, rule } = edition.exemptions.pension
  if (!request.pensionOn || request.pensionOn > addYears(today, years)) return []
  return [{ code: 'exempt_from_attestation', section: 'category', factIds: [], rule, text: advisoryText('exempt_from_attestation') }]
}

/** Advice beside the gaps: what the commission will look at, and who need not be attested (p. 30). */
export function advise(planned: Plan, sections: readonly Judged[]): readonly Advisory[] {
  return [...sections.flatMap((judged) => belowLevel(judged, planned)), ...exempt(planned)]
}
