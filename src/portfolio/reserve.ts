import type { Stage } from '../../schemas/gap.ts'
import type { Merged } from './merge.ts'
import type { Plan } from './plan.ts'

/** A member of the leaders' reserve who claims the first category of heads needs nothing of the decision stage (p. 34). */
export function closedByReserve({ edition, request }: Plan, merged: Merged): (stage: Stage) => string | null {
  const { categories, statuses, rule } = edition.exemptions.reserve
  const reserve = merged.sections.find(({ planned }) => planned.rule.id === 'leadership_reserve')
  const member =
    categories.includes(request.claimedCategory) &&
    reserve?.facts.some(({ fact }) => fact.type === 'reserve_entry' && statuses.includes(fact.value.status ?? ''))
  return (stage) => (member && stage === 'decision' ? rule : null)
}
