import type { FactType } from '../../schemas/fact.ts'
import type { Origin } from '../../schemas/provenance.ts'
import type { HeldFact } from './held.ts'

/** The day or year by which the facts of a type are shown, newest first; the first key that is told counts. */
const NEWEST: Readonly<Partial<Record<FactType, readonly string[]>>> = {
  diploma: ['issuedOn', 'graduationYear'],
  contract: ['startsOn'],
  test_attempt: ['takenOn'],
  quality_row: ['schoolYear'],
  learner_achievement: ['date'],
  teacher_achievement: ['date'],
  generalisation: ['protocolDate'],
  course: ['endsOn', 'issuedOn'],
  reserve_entry: ['year'],
}

/** Which of two facts with the same key stands first: what a register says before what a human says. */
const RANK: Readonly<Record<Origin, number>> = { state: 0, state_confirmed_manual: 1, computed: 2, declared: 3, manual: 4 }

function newestOf({ fact }: HeldFact): string {
  const value = fact.value as Readonly<Record<string, unknown>>
  const name = NEWEST[fact.type]?.find((key) => value[key] !== null)
  return name === undefined ? '' : String(value[name])
}

function ascending(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Only facts of one key come this far: origin, source, and in the end what they say. */
function byPrecedence(one: HeldFact, other: HeldFact): number {
  const [a, b] = [one.fact.provenance, other.fact.provenance]
  return (
    RANK[a.origin] - RANK[b.origin] ||
    ascending(a.source, b.source) ||
    ascending(a.recordId ?? '', b.recordId ?? '') ||
    ascending(JSON.stringify(one.fact), JSON.stringify(other.fact))
  )
}

/** Newest first, then by natural key, then by precedence: the order of arrival never matters. */
export function ordered(facts: readonly HeldFact[]): readonly HeldFact[] {
  if (facts.length < 2) return facts
  const dated = facts.map((held) => ({ held, newest: newestOf(held) }))
  dated.sort(
    (one, other) => ascending(other.newest, one.newest) || ascending(one.held.key, other.held.key) || byPrecedence(one.held, other.held),
  )
  return dated.map(({ held }) => held)
}
