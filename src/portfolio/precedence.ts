import { compareNames } from '../../schemas/names.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Precedence } from '../rulebook/precedence.ts'
import type { HeldFact } from './held.ts'

function newestOf({ fact }: HeldFact, { newest }: Precedence): string {
  const value = fact.value as Readonly<Record<string, unknown>>
  const name = newest[fact.type]?.find((key) => value[key] !== null)
  return name === undefined ? '' : String(value[name])
}

function ascending(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The sources that a section names first come first; those that it does not name come last. */
function place(source: string, sources: readonly string[]): number {
  const index = sources.indexOf(source)
  return index < 0 ? sources.length : index
}

/** Facts of one key: by origin, by source, the record that its register dates later, and in the end by what they say. */
function byPrecedence(one: HeldFact, other: HeldFact, sources: readonly SourceId[], { origins }: Precedence): number {
  const [a, b] = [one.fact.provenance, other.fact.provenance]
  return (
    origins.indexOf(a.origin) - origins.indexOf(b.origin) ||
    place(a.source, sources) - place(b.source, sources) ||
    ascending(a.source, b.source) ||
    ascending(b.recordDate ?? '', a.recordDate ?? '') ||
    ascending(a.recordId ?? '', b.recordId ?? '') ||
    ascending(JSON.stringify(one.fact), JSON.stringify(other.fact)) ||
    // Of two that say the same, the one that names a person first: whom it names is still to be compared.
    ascending(JSON.stringify(other.holder), JSON.stringify(one.holder))
  )
}

/** Newest first, then by natural key, then by precedence: the order of arrival never matters. `sources`: those of the section, in order. */
export function ordered(facts: readonly HeldFact[], sources: readonly SourceId[], precedence: Precedence): readonly HeldFact[] {
  if (facts.length < 2) return facts
  const dated = facts.map((held) => ({ held, newest: newestOf(held, precedence) }))
  dated.sort(
    (one, other) =>
      ascending(other.newest, one.newest) ||
      compareNames(one.held.key, other.held.key) ||
      ascending(one.held.key, other.held.key) ||
      byPrecedence(one.held, other.held, sources, precedence),
  )
  return dated.map(({ held }) => held)
}
