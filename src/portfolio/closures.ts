import type { SectionRule } from '../rulebook/edition.ts'
import { isReported } from './continuity.ts'
import { exemptionFrom, type Known } from './exemptions.ts'
import type { Merged } from './merge.ts'
import type { Plan } from './plan.ts'

function factsOf(merged: Merged, id: SectionRule['id']) {
  return merged.sections
    .filter(({ planned }) => planned.rule.id === id)
    .flatMap(({ facts }) => facts.filter(isReported).map(({ fact }) => fact))
}

/** A member of the leaders' reserve who claims the first category needs nothing of the decision stage (p. 34). */
function reserveRule({ edition, request }: Plan, merged: Merged): string | null {
  const { categories, statuses, rule } = edition.exemptions.reserve
  if (!categories.includes(request.claimedCategory)) return null
  // The newest list stands first, and it is the one that counts.
  const newest = factsOf(merged, 'leadership_reserve')[0]
  return newest?.type === 'reserve_entry' && statuses.includes(newest.value.status ?? '') ? rule : null
}

/** What the platform states comes first; what it leaves open the register tells. */
function known({ request }: Plan, merged: Merged): Known {
  const [category] = factsOf(merged, 'category')
  const [service] = factsOf(merged, 'experience')
  const told = category?.type === 'category' ? category.value.category : null
  return {
    currentCategory: request.currentCategory === undefined ? told : request.currentCategory,
    serviceYears: service?.type === 'service_total' ? service.value.years : 0,
  }
}

/** The paragraphs that close sections once the facts are known (Rules, p. 34, 55–57); the proof of the reserve stays open itself. */
export function closuresOf(planned: Plan, merged: Merged): (rule: SectionRule) => string | null {
  const reserve = reserveRule(planned, merged)
  const teacher = known(planned, merged)
  return ({ id, stage }) => {
    if (reserve !== null && stage === 'decision' && id !== 'leadership_reserve') return reserve
    return exemptionFrom(id, planned.request, teacher, planned.today, planned.edition)
  }
}
