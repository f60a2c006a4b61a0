import type { RawRecord } from '../../adapters/adapter.ts'
import { iinFault } from '../../schemas/identifiers.ts'
import { iinRepairs, withoutDecimal } from '../../schemas/wire.ts'

/** Whose record it is, compared with the person asked about. */
export type Belonging = 'own' | 'repaired' | 'not_echoed' | 'foreign' | 'unreadable'

/** Compares an echoed person number; a `.0` is left out and zeros are added only where the number then is the one asked (Q14, Q15). */
export function belonging(echoed: string | null, asked: string): Belonging {
  const number = echoed?.trim() ?? ''
  if (number === '') return 'not_echoed'
  if (number === asked) return 'own'
  const whole = withoutDecimal(number)
  const padded = /^[0-9]{1,11}$/.test(whole) ? whole.padStart(12, '0') : whole
  if (padded === asked) return 'repaired'
  return iinFault(padded) === null ? 'foreign' : 'unreadable'
}

/** The records that may be used, how many are of others, and those of which nobody can say whose they are. */
export interface Sorted {
  readonly records: readonly RawRecord[]
  readonly foreign: number
  readonly unreadable: readonly RawRecord[]
}

/** Sorts records by the person whom they name (API page, 4.2 Records). */
export function sortBySubject(records: readonly RawRecord[], asked: string): Sorted {
  const own: RawRecord[] = []
  const unreadable: RawRecord[] = []
  let foreign = 0
  for (const record of records) {
    const kind = belonging(record.iin, asked)
    if (kind === 'foreign') foreign++
    else if (kind === 'unreadable') unreadable.push({ ...record, iin: null, unreadable: true })
    else if (kind === 'repaired') own.push({ ...record, iin: asked, repairs: [...(record.repairs ?? []), ...iinRepairs(record.iin)] })
    else own.push(record)
  }
  return { records: own, foreign, unreadable }
}
