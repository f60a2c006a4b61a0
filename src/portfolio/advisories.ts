import type { Category } from '../../schemas/category.ts'
import type { Advisory } from '../../schemas/portfolio.ts'
import { advisoryText } from '../rulebook/texts/advisories.ts'
import { adviseClaim } from './claim-advice.ts'
import { isReported } from './continuity.ts'
import { addYears } from './days.ts'
import type { Judged } from './gaps.ts'
import type { HeldFact } from './held.ts'
import type { MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import { isCounted } from './record-findings.ts'
import { courseCounts, testInTerm } from './satisfied.ts'

/** What the facts of a section reach, the least that the claimed category asks for, and the paragraph that asks. */
interface Reach {
  readonly reached: number
  readonly least: number | undefined
  readonly rule: string
}

/** The best percent of the tests that count, in whole figures of the certificate where it prints none; null where none counts. */
function testReach(facts: readonly HeldFact[], planned: Plan): Reach | null {
  const { test } = planned.edition
  const percents = facts.flatMap(({ fact }) => {
    if (fact.type !== 'test_attempt' || fact.value.annulled === true || !testInTerm(fact.value, planned)) return []
    const { percent, score, maxScore } = fact.value
    return [percent ?? (score !== null && maxScore ? (score / maxScore) * 100 : 0)]
  })
  if (percents.length === 0) return null
  return { reached: Math.max(...percents), least: test.percent[planned.request.claimedCategory], rule: test.rule }
}

/** Hours of the courses that count, one programme counted once; null where none counts. */
function courseReach(facts: readonly HeldFact[], planned: Plan): Reach | null {
  const { courses } = planned.edition
  const { organisationKind, claimedCategory } = planned.request
  const hours = new Map<string, number>()
  for (const { fact, key } of facts) {
    if (fact.type !== 'course' || !courseCounts(fact.value, planned)) continue
    const programme = fact.value.code ?? key
    hours.set(programme, Math.max(hours.get(programme) ?? 0, fact.value.hours ?? 0))
  }
  if (hours.size === 0) return null
  const least = (courses.reducedKinds.includes(organisationKind) ? courses.hoursReduced : courses.hours)[claimedCategory]
  return { reached: [...hours.values()].reduce((sum, count) => sum + count, 0), least, rule: courses.rule }
}

function levelOf({ fact }: HeldFact): number {
  return 'level' in fact.value ? Number(fact.value.level ?? 0) : 0
}

/** The growth in the reading of the edition; nothing is said below the level where it could not be computed. */
function growthReach({ dynamics }: MergedSection): Reach | null {
  const reached = dynamics?.growth[dynamics.reading] ?? null
  return dynamics && reached !== null ? { reached, least: dynamics.least ?? undefined, rule: dynamics.rule } : null
}

function reachOf(section: MergedSection, facts: readonly HeldFact[], planned: Plan): Reach | null {
  const { id } = section.planned.rule
  if (id === 'teaching_quality') return growthReach(section)
  if (id === 'knowledge_test') return testReach(facts, planned)
  if (id === 'courses') return courseReach(facts, planned)
  const level = planned.edition.levels[id]
  const counted = facts.filter(({ fact }) => isCounted(fact, planned))
  if (!level || counted.length === 0) return null
  return { reached: Math.max(...counted.map(levelOf)), least: level.least[planned.request.claimedCategory], rule: level.rule }
}

function belowLevel({ section, status }: Judged, planned: Plan): readonly Advisory[] {
  const facts = section.facts.filter((held) => isReported(held) && !section.replaced.includes(held))
  const { id } = section.planned.rule
  if (status === 'not_applicable' || facts.length === 0) return []
  const reach = reachOf(section, facts, planned)
  if (reach?.least === undefined || reach.reached >= reach.least) return []
  const factIds = facts.map(({ fact }) => fact.id)
  return [{ code: 'below_level', section: id, factIds, rule: reach.rule, text: advisoryText('below_level') }]
}

function exempt({ request, today, edition }: Plan): readonly Advisory[] {
  const { years, rule } = edition.exemptions.pension
  if (!request.pensionOn || request.pensionOn > addYears(today, years)) return []
  return [{ code: 'exempt_from_attestation', section: 'category', factIds: [], rule, text: advisoryText('exempt_from_attestation') }]
}

/** The category that a register or the application tells. */
function currentCategoryIn(sections: readonly Judged[]): Category | null {
  const facts = sections.find(({ section }) => section.planned.rule.id === 'category')?.section.facts.filter(isReported) ?? []
  const fact = facts[0]?.fact
  return fact?.type === 'category' ? fact.value.category : null
}

/** Advice beside the gaps, never a gap: what lies below the level of the claim, and what is odd about the claim itself (p. 5, 10, 12, 30, 63). */
export function advise(planned: Plan, sections: readonly Judged[]): readonly Advisory[] {
  return [
    ...sections.flatMap((judged) => belowLevel(judged, planned)),
    ...exempt(planned),
    ...adviseClaim(planned, currentCategoryIn(sections)),
  ]
}
