import type { Conflict } from '../../schemas/portfolio.ts'
import { stableId } from './hash.ts'
import type { HeldFact } from './held.ts'

/** Keys that say when, where or by whom a thing was written down: they may differ between two records of one thing. */
const NOT_CONTENT: ReadonlySet<string> = new Set(['/calculatedOn', '/certificateUrl', '/vendor'])

type Leaves = ReadonlyMap<string, unknown>
interface Variant {
  readonly held: HeldFact
  readonly leaves: Leaves
}
/** Facts without repetitions, and where those of one key disagree. */
export interface Folded {
  readonly facts: readonly HeldFact[]
  readonly conflicts: readonly Conflict[]
}

/** What a value tells, by pointer; what is null is not told. */
function leavesOf(value: unknown, path = '', into = new Map<string, unknown>()): Leaves {
  if (value === null || value === undefined) return into
  if (typeof value !== 'object') return into.set(path, value)
  for (const [key, item] of Object.entries(value)) leavesOf(item, `${path}/${key}`, into)
  return into
}

/** The pointers at which two or more records contradict each other. A silent record contradicts nobody. */
function contradictions(variants: readonly Variant[]): readonly string[] {
  const told = new Map<string, unknown>()
  const found = new Set<string>()
  for (const { leaves } of variants) {
    for (const [pointer, value] of leaves) {
      if (!told.has(pointer)) told.set(pointer, value)
      else if (told.get(pointer) !== value && !NOT_CONTENT.has(pointer)) found.add(pointer)
    }
  }
  return [...found].sort()
}

/** Whether everything that one tells the other tells too. */
function covers(one: Leaves, other: Leaves): boolean {
  return [...other].every(([pointer, value]) => NOT_CONTENT.has(pointer) || one.get(pointer) === value)
}

/** Without the records that tell nothing beside what another one tells; of two that tell the same, the first stays. */
function distinct(variants: readonly Variant[]): readonly Variant[] {
  return variants.filter(
    (variant, index) =>
      !variants.some(
        (other, place) =>
          place !== index && covers(other.leaves, variant.leaves) && (place < index || !covers(variant.leaves, other.leaves)),
      ),
  )
}

/** Later variants of one key get ids of their own, made of what makes them differ. */
function withOwnId(held: HeldFact): HeldFact {
  const { fact } = held
  const { source, recordId } = fact.provenance
  return { ...held, fact: { ...fact, id: stableId('fact', fact.id, source, recordId ?? '', JSON.stringify(fact.value)) } }
}

/** Records of one natural key: what says the same is one fact; what contradicts stays, and is named. */
function fold(group: readonly HeldFact[]): Folded {
  if (group.length < 2) return { facts: group, conflicts: [] }
  const variants = distinct(group.map((held) => ({ held, leaves: leavesOf(held.fact.value) })))
  const own = variants.map(({ held, leaves }, index) => ({ held: index === 0 ? held : withOwnId(held), leaves }))
  const conflicts = contradictions(own).map((pointer) => ({
    pointer,
    values: own.map(({ held, leaves }) => ({ factId: held.fact.id, value: leaves.get(pointer) ?? null })),
  }))
  return { facts: own.map(({ held }) => held), conflicts }
}

/** Folds records by type and natural key; they must stand in their final order. */
export function foldDuplicates(facts: readonly HeldFact[]): Folded {
  const groups = new Map<string, HeldFact[]>()
  for (const held of facts) {
    const name = `${held.fact.type}\u001f${held.key}`
    const group = groups.get(name)
    if (group) group.push(held)
    else groups.set(name, [held])
  }
  if (groups.size === facts.length) return { facts, conflicts: [] }
  const folded = [...groups.values()].map(fold)
  return { facts: folded.flatMap((group) => group.facts), conflicts: folded.flatMap((group) => group.conflicts) }
}
