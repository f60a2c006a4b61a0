import type { FactType, FactValues } from '../../schemas/fact.ts'
import type { HeldFact } from './held.ts'

/** What makes two records count once although they are two: one programme twice, one document for a whole team, two rows for one protocol. */
const SAME: { readonly [Type in FactType]?: (value: FactValues[Type]) => string | null } = {
  course: ({ code }) => code,
  learner_achievement: ({ event, documentNumber }) =>
    event.code === null || documentNumber === null ? null : `${event.code} ${documentNumber}`,
  teacher_achievement: ({ award, orderNumber }) => (award.id === null || orderNumber === null ? null : `${award.id} ${orderNumber}`),
  generalisation: ({ council, protocolNumber, protocolDate }) =>
    council === null || protocolNumber === null || protocolDate === null ? null : `${council} ${protocolNumber} ${protocolDate}`,
}

/**
 * The records that count once with an earlier one of this list (Rules, notes to annex 12): the first in the order of the section is the
 * one that counts. Records that do not count at all are to be left out before.
 */
export function countedTwice(facts: readonly HeldFact[]): readonly HeldFact[] {
  const seen = new Map<string, string>()
  return facts.filter(({ fact, key }) => {
    const name = SAME[fact.type]?.(fact.value as never) ?? null
    if (name === null) return false
    const first = seen.get(name)
    if (first === undefined) seen.set(name, key)
    // Variants of one record are a conflict, not a duplicate.
    return first !== undefined && first !== key
  })
}
