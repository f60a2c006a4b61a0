import { keysOfFullName, keysOfPerson } from '../../schemas/names.ts'
import { paddedIin } from '../../schemas/wire.ts'
import type { Holder, Teacher } from '../adapter.ts'

/** `8,50312E+11`: a spreadsheet has cut the number to the digits before the E. */
const EXPONENT = /^(\d)[.,](\d+)E\+?(\d{1,2})$/i
const LAST_PLACE = 11
/** The birth date at the beginning of a person number. */
const BIRTH = 6
/** A name of which only the first letter is written: «Т.», «Т.М.». */
const INITIAL = /^\p{L}\.?(?:\p{L}\.?)?$/u

/** A person number as a cell holds it, its `.0` dropped and its lost leading zeros put back (quirks Q14, Q15); null: none that is valid. */
export function numberIn(cell: string | undefined): string | null {
  return paddedIin(cell)
}

/** The keys of those born on the day that is left of a cut number: the last digit that is left may have been rounded up. */
function birthKeys(cell: string): readonly string[] {
  const [, first, rest = '', power] = EXPONENT.exec(cell.trim()) ?? []
  if (first === undefined) return []
  const digits = '0'.repeat(Math.max(LAST_PLACE - Number(power), 0)) + first + rest
  if (digits.length < BIRTH) return []
  const birth = digits.slice(0, BIRTH)
  return [birth, String(Number(birth) - 1).padStart(BIRTH, '0')].map((one) => `birth:${one}`)
}

/**
 * The people whom a row is about: by number. A row without a readable one is put under those whom it may be about, by birth date or
 * by name, so that none of them is told that there is nothing: it is never used.
 */
export function rowKeys(row: unknown): readonly string[] {
  const { IIN: cell, FIO: fio } = (row ?? {}) as { readonly IIN?: unknown; readonly FIO?: unknown }
  const sent = typeof cell === 'string' ? cell : ''
  const number = numberIn(sent)
  if (number !== null) return [number]
  const born = birthKeys(sent)
  if (born.length > 0) return born
  return typeof fio === 'string' ? keysOfFullName(fio) : []
}

/** The keys under which this teacher is looked for. */
export function teacherKeys({ iin, names }: Teacher): readonly string[] {
  return [iin, `birth:${iin.slice(0, BIRTH)}`, ...keysOfPerson(names)]
}

/** The person whom a row names: surname, name, patronymic. What is written as an initial is not known; null: nobody is named. */
export function holderOf(fio: string | null): Holder | null {
  if (fio === null) return null
  const [surname = null, name, ...patronymic] = fio.split(/\s+/)
  const known = (part: string | undefined) => (part === undefined || part === '' || INITIAL.test(part) ? null : part)
  return { surname, name: known(name), patronymic: known(patronymic.join(' ')), birthDate: null }
}
