import type { FactType } from '../../schemas/fact.ts'
import type { HeldFact } from './held.ts'

/** The key by which the facts of a type are shown, newest first where it is a day or a year. */
const ORDER: Readonly<Partial<Record<FactType, readonly string[]>>> = {
  diploma: ['issuedOn', 'graduationYear'],
  contract: ['startsOn'],
  test_attempt: ['takenOn'],
  quality_row: ['schoolYear', 'period', 'class'],
  learner_achievement: ['date'],
  teacher_achievement: ['date'],
  generalisation: ['protocolDate'],
  course: ['endsOn', 'issuedOn'],
  reserve_entry: ['year'],
}

function sortKey({ fact, key }: HeldFact): string {
  const value = fact.value as Record<string, unknown>
  const shown = (ORDER[fact.type] ?? []).map((name) => String(value[name] ?? ''))
  return [...shown, key, fact.provenance.source, fact.provenance.recordId ?? '', JSON.stringify(fact.value)].join('\u001f')
}

/** Newest first by the type's own key, then by natural key and content: the order of arrival never matters. */
export function ordered(facts: readonly HeldFact[]): readonly HeldFact[] {
  const keyed = facts.map((held) => ({ held, key: sortKey(held) }))
  keyed.sort((one, other) => (one.key < other.key ? 1 : one.key > other.key ? -1 : 0))
  return keyed.map(({ held }) => held)
}
