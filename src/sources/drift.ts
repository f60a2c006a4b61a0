import type { BaselineKey } from '../../adapters/adapter.ts'

/** The baseline keys of a reply that were not seen yet. */
export interface Baseline {
  see(value: unknown): void
  /** The keys that no value had; a group by its alternatives joined with `|`. */
  missing(): readonly string[]
}

/** Whether the path leads to a key, in any of the elements where a list lies on the way. */
export function hasPath(value: unknown, path: readonly string[], depth: number): boolean {
  if (depth === path.length) return true
  if (Array.isArray(value)) return value.some((element) => hasPath(element, path, depth))
  // A key that is there and empty has no keys below it to miss.
  if (depth > 0 && (value === null || (typeof value === 'string' && value.trim() === ''))) return true
  const key = path[depth] ?? ''
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
  return hasPath((value as Readonly<Record<string, unknown>>)[key], path, depth + 1)
}

/** The drift baseline (API page, 4.2): a key that a whole non-empty reply has nowhere is drift; one that is there and empty is not. */
export function createBaseline(keys: readonly BaselineKey[]): Baseline {
  let open = keys.map((key) => (typeof key === 'string' ? [key] : key)).map((group) => group.map((key) => key.split('.')))
  return {
    see(value) {
      // Mostly the first record has all, and nothing is left to look for.
      if (open.length > 0) open = open.filter((group) => !group.some((path) => hasPath(value, path, 0)))
    },
    missing: () => open.map((group) => group.map((path) => path.join('.')).join('|')),
  }
}
