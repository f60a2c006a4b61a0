import type { Category } from '../../schemas/category.ts'
import type { Advisory } from '../../schemas/portfolio.ts'
import { advisoryText } from '../rulebook/texts/advisories.ts'
import { addYears } from './days.ts'
import type { Plan } from './plan.ts'

/** Whether a claim passes over no category: at most the one after the one held, or the highest that an old one leads to (p. 5, 10, 12). */
function keepsSequence(held: Category, { request, edition }: Plan): boolean {
  const order: readonly string[] = edition.sequence.categories
  const led = edition.oldCategories.leadTo.categories[held]
  const from = order.indexOf(held)
  const highest = led ? Math.max(...led.map((category) => order.indexOf(category))) : from + 1
  // Categories of heads and deputies stand in no order that the Rules give.
  const isOrdered = led !== undefined || from >= 0
  return !isOrdered || order.indexOf(request.claimedCategory) <= highest
}

/** Whether an early attestation comes too soon after the regular one that gave the category held (p. 63). */
function isTooEarly({ request, today, edition }: Plan): boolean {
  const { attestation, currentCategorySince } = request
  return attestation === 'early' && !!currentCategorySince && addYears(currentCategorySince, edition.early.yearsAfterRegular) > today
}

/** What the commission will see in the claim itself, whatever the records say; `told`: the category that a source tells. */
export function adviseClaim(planned: Plan, told: Category | null): readonly Advisory[] {
  const { request, edition } = planned
  // Who has no category yet stands where a teacher without one does.
  const held = request.currentCategory === null ? 'teacher' : (request.currentCategory ?? told)
  const about = (code: 'sequence_broken' | 'early_too_soon', rule: string): Advisory => ({
    ...{ code, section: 'category', factIds: [], rule },
    text: advisoryText(code),
  })
  const advice: Advisory[] = []
  if (held && !keepsSequence(held, planned)) advice.push(about('sequence_broken', edition.sequence.rule))
  if (isTooEarly(planned)) advice.push(about('early_too_soon', edition.early.rule))
  return advice
}
