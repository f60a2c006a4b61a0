import { iinFault } from '../../schemas/identifiers.ts'
import { foldName, foldPatronymic } from '../../schemas/names.ts'
import { echoedIin } from '../../schemas/wire.ts'
import type { Teacher } from '../adapter.ts'

const LOST = /[?\uFFFD]/u
/** A name of which only the first letter is written: «Т.», «Т.М.». */
const INITIAL = /^(\p{L})\.?(?:\p{L}\.?)?$/u

/** A person number of a row, its lost leading zeros put back (quirk Q14); null: none that is valid. */
export function numberOf(row: unknown): string | null {
  const { iin } = (row ?? {}) as { readonly iin?: unknown }
  const padded = echoedIin(iin)?.padStart(12, '0') ?? ''
  return iinFault(padded) === null ? padded : null
}

function nameKey(...parts: readonly string[]): string {
  return `name:${parts.join(' ')}`
}

/** Of a name without a patronymic it may be anybody's of that name, and one asked about without a patronymic may have any. */
function nameKeys(fio: string): readonly string[] {
  const [surname = '', name = '', ...rest] = foldName(fio).split(' ')
  const patronymic = foldPatronymic(rest.join(' '))
  const initial = INITIAL.exec(name)?.[1]
  if (initial) return [nameKey(surname, `${initial}.`)]
  if (name === '' || patronymic === '' || INITIAL.test(patronymic)) return name === '' ? [] : [nameKey(surname, name)]
  return [nameKey(surname, name, patronymic), nameKey(surname, name, '*')]
}

/**
 * The people whom a row is about: by number. A row without one stands under the name that it bears, so that nobody of that name is told
 * that there is nothing: it is never used. One that names nobody readably is nobody's.
 */
export function rowKeys(row: unknown): readonly string[] {
  const number = numberOf(row)
  if (number !== null) return [number]
  const { fio } = (row ?? {}) as { readonly fio?: unknown }
  return typeof fio === 'string' && !LOST.test(fio) ? nameKeys(fio) : []
}

/** The keys under which this teacher is looked for. The region is none of them: people move, and the list keeps the region of its year. */
export function teacherKeys({ iin, names }: Teacher): readonly string[] {
  if (!names?.surname || !names.name) return [iin]
  const [surname, name] = [foldName(names.surname), foldName(names.name)]
  const last = names.patronymic ? foldPatronymic(names.patronymic) : '*'
  return [iin, nameKey(surname, name), nameKey(surname, `${name.charAt(0)}.`), nameKey(surname, name, last)]
}
