import type { Fact, FactType } from '../../schemas/fact.ts'
import { wireText } from '../../schemas/wire.ts'
import type { Edition } from '../rulebook/edition.ts'

/** Keys of which one must be told; the first pointer names the group. */
interface Group {
  readonly pointer: string
  readonly paths: readonly (readonly string[])[]
}

/** A document of a category carries order and term; a category that was only stated does not. */
const OF_A_DOCUMENT = ['/orderNumber', '/orderDate', '/validUntil'].map((pointer) => groupOf([pointer]))

function groupOf(pointers: readonly string[]): Group {
  return { pointer: String(pointers[0]), paths: pointers.map((pointer) => pointer.slice(1).split('/')) }
}

const compiled = new WeakMap<Edition, ReadonlyMap<string, readonly Group[]>>()

/** The groups of an edition with their pointers taken apart, once. */
function groupsOf(edition: Edition): ReadonlyMap<string, readonly Group[]> {
  const known = compiled.get(edition)
  if (known) return known
  const groups = new Map(Object.entries(edition.mandatory).map(([type, list]) => [type, list.map(groupOf)]))
  compiled.set(edition, groups)
  return groups
}

/** Null, blank, or a name that no language has. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.values(value).every((part) => part === null)
}

function isEmptyAt(value: unknown, path: readonly string[]): boolean {
  let node = value
  for (const key of path) node = (node as Readonly<Record<string, unknown>> | null | undefined)?.[key]
  return isEmpty(node)
}

function mandatoryFor(fact: Fact, edition: Edition): readonly Group[] {
  const type: FactType = fact.type
  const groups = groupsOf(edition).get(type) ?? []
  if (fact.type !== 'category') return groups
  const { orderNumber, orderDate, registrationNumber } = fact.value
  return (orderNumber ?? orderDate ?? registrationNumber) ? [...groups, ...OF_A_DOCUMENT] : groups
}

/** The level of an award may be missing, but not lost: one that was told and could not be read makes the record incomplete (contract page, C). */
function lostKeys({ type, value, raw }: Fact): readonly string[] {
  const isLost = type === 'teacher_achievement' && value.level === null && wireText(String(raw.level ?? '')) !== null
  return isLost ? ['/level'] : []
}

/** Pointers of the mandatory keys that a fact lacks (API page, 4.3), and of those that were told and lost; the first key of a group names the group. */
export function missingKeys(fact: Fact, edition: Edition): readonly string[] {
  const missing = [...lostKeys(fact)]
  for (const { pointer, paths } of mandatoryFor(fact, edition)) {
    if (paths.every((path) => isEmptyAt(fact.value, path)) && !missing.includes(pointer)) missing.push(pointer)
  }
  return missing
}
