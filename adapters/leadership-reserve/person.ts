import { keysOfFullName, keysOfPerson } from '../../schemas/names.ts'
import { paddedIin } from '../../schemas/wire.ts'
import type { Teacher } from '../adapter.ts'

interface Row {
  readonly iin?: unknown
  readonly fio?: unknown
}

/** A person number of a row, its lost leading zeros put back; null: none that is valid. */
export function numberOf(row: unknown): string | null {
  return paddedIin((row as Row | null)?.iin)
}

/**
 * The people whom a row is about: by number. A row without one stands under the name that it bears, so that nobody of that name is told
 * that there is nothing: it is never used. One that names nobody readably is nobody's.
 */
export function rowKeys(row: unknown): readonly string[] {
  const number = numberOf(row)
  if (number !== null) return [number]
  const fio = (row as Row | null)?.fio
  return typeof fio === 'string' ? keysOfFullName(fio) : []
}

/** The keys under which this teacher is looked for. The region is none of them: people move, and the list keeps the region of its year. */
export function teacherKeys({ iin, names }: Teacher): readonly string[] {
  return [iin, ...keysOfPerson(names)]
}
