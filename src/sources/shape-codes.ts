import type { FieldShape, Watched } from './shape.ts'

/** So many values tell whether a key holds codes; of one that does, so few are different. */
const TRIED = 50
const MOST_CODES = 12

/**
 * Finds out whether a key holds codes. Until that is known its values stay in memory: what turns out to be no code is never kept. A code
 * that the mapping cannot read is not learnt.
 */
export function learnCode(path: string, field: FieldShape, code: string | null, isReadable: () => boolean, watched: Watched): void {
  const counts = watched.tried.get(path) ?? new Map<string, number>()
  const isNew = code !== null && !counts.has(code)
  if (code === null || (isNew && counts.size >= MOST_CODES)) {
    field.codes = null
    watched.tried.delete(path)
    watched.dirty = true
    return
  }
  if (isNew && !isReadable()) return
  counts.set(code, (counts.get(code) ?? 0) + 1)
  watched.tried.set(path, counts)
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0)
  if (total < TRIED) return
  field.codes = [...counts.keys()].sort()
  watched.tried.delete(path)
  watched.dirty = true
}
