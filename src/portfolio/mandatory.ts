import type { Fact } from '../../schemas/fact.ts'
import type { Edition } from '../rulebook/edition.ts'

/** A document of a category carries order and term; a category that was only stated does not. */
const DOCUMENT_KEYS = [['/orderNumber'], ['/orderDate'], ['/validUntil']]

function at(value: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], value)
}

/** Null, blank, or a name that no language has. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.values(value).every((part) => part === null)
}

function mandatoryOf(fact: Fact, edition: Edition): readonly (readonly string[])[] {
  const keys = edition.mandatory[fact.type] ?? []
  if (fact.type !== 'category') return keys
  const isDocument = fact.value.orderNumber !== null || fact.value.orderDate !== null || fact.value.registrationNumber !== null
  return isDocument ? [...keys, ...DOCUMENT_KEYS] : keys
}

/** Pointers of the mandatory keys that a fact lacks (API page, 4.3); the first key of a group names the group. */
export function missingKeys(fact: Fact, edition: Edition): readonly string[] {
  const missing = mandatoryOf(fact, edition)
    .filter((group) => group.every((pointer) => isEmpty(at(fact.value, pointer))))
    .map((group) => group[0] ?? '/')
  return [...new Set(missing)]
}
