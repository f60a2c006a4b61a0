import type { Teacher } from '../../adapters/adapter.ts'
import { birthDateOf, checkDigit } from '../../schemas/identifiers.ts'

/** Nobody was ever born on such a day under such a number: the seventh digit says the 1800s, the serial is of no cast. */
const NOBODY = '99123119'

/** Twelve digits with their check digit: the first serial that has one. */
function numbered(prefix: string): string {
  for (let serial = 0; serial < 1000; serial++) {
    const eleven = `${prefix}${String(serial).padStart(11 - prefix.length, '0')}`
    const check = checkDigit(eleven)
    if (check !== null) return `${eleven}${check}`
  }
  throw new RangeError('no number of that beginning has a check digit')
}

/** Whom a server is asked about. */
export interface Whom {
  /** Null: a person who never was. */
  readonly iin: string | null
  /** Null: an organisation that never was. */
  readonly organisationBin: string | null
  readonly today: string
  /** Of the request; a UUID does. */
  readonly caseId: string
  readonly consent: Teacher['consent']
}

/** A teacher as the sources are asked about, with the three school years before the day. */
export function teacherOf({ iin, organisationBin, today, caseId, consent }: Whom): Teacher {
  const year = Number(today.slice(0, 4))
  const person = iin ?? numbered(NOBODY)
  return {
    iin: person,
    organisationBin: organisationBin ?? numbered('99124'),
    region: '75',
    names: null,
    birthDate: birthDateOf(person),
    schoolYears: { from: year - 4, to: year },
    today,
    caseId,
    consent,
  }
}
