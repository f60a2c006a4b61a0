import type { Conflict } from '../../schemas/portfolio.ts'
import { stableId } from './hash.ts'
import type { HeldFact } from './held.ts'

/** Keys that say when or by whom a thing was written down: they may differ between two records of one thing. */
const NOT_CONTENT = new Set(['/calculatedOn', '/certificateUrl'])

function leaves(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (value === null || typeof value !== 'object') into.set(path, value)
  else for (const [key, item] of Object.entries(value)) leaves(item, `${path}/${key}`, into)
  return into
}

/** The pointers at which facts of one natural key disagree, with the value of each. A silent source contradicts nobody. */
function differences(facts: readonly HeldFact[]): Conflict[] {
  const each = facts.map(({ fact }) => ({ factId: fact.id, leaves: leaves(fact.value, '', new Map()) }))
  const pointers = new Set(each.flatMap((one) => [...one.leaves.keys()]))
  return [...pointers]
    .filter((pointer) => !NOT_CONTENT.has(pointer))
    .flatMap((pointer) => {
      const values = each.map((one) => ({ factId: one.factId, value: one.leaves.get(pointer) ?? null }))
      const told = new Set(values.filter(({ value }) => value !== null).map(({ value }) => JSON.stringify(value)))
      return told.size > 1 ? [{ pointer, values }] : []
    })
}

/** Later variants of one key get ids of their own, made of what makes them differ. */
function withOwnId(held: HeldFact): HeldFact {
  const { fact } = held
  const id = stableId('fact', fact.id, fact.provenance.source, fact.provenance.recordId ?? '', JSON.stringify(fact.value))
  return { ...held, fact: { ...fact, id } }
}

/** Facts of one natural key: the same content is one fact; different content stays, and is named. */
function fold(group: readonly HeldFact[]): { readonly facts: readonly HeldFact[]; readonly conflicts: readonly Conflict[] } {
  const [first, ...others] = group
  if (!first || others.length === 0) return { facts: group, conflicts: [] }
  const contents = new Map<string, HeldFact>()
  for (const held of group) {
    const content = JSON.stringify(held.fact.value)
    if (!contents.has(content)) contents.set(content, held)
  }
  const facts = [...contents.values()].map((held, index) => (index === 0 ? held : withOwnId(held)))
  const conflicts = differences(facts)
  return conflicts.length > 0 ? { facts, conflicts } : { facts: facts.slice(0, 1), conflicts }
}

/** Folds duplicates by type and natural key; `facts` must be in their final order. */
export function foldDuplicates(facts: readonly HeldFact[]): {
  readonly facts: readonly HeldFact[]
  readonly conflicts: readonly Conflict[]
} {
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
