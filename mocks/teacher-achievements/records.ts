import type { WireRecord } from '../bend.ts'
import { iinFor } from '../cast/numbers.ts'
import type { Person } from '../cast/person.ts'

const CONTEST = 'A-1'
const BADGE = 'A-2'
const UNLISTED = 'A-3'
const JURY = 'A-4'
/** In no dictionary. */
const UNKNOWN = 'A-99'
/** Rows of others in a long list. */
const MANY = 5000

/** The dictionary; some entries have a Kazakh name only. */
export const DICTIONARY: readonly WireRecord[] = [
  { id: CONTEST, nameKz: 'Үздік педагог байқауы (мысал)', nameRu: 'Конкурс «Лучший педагог» (пример)', listed: true },
  { id: BADGE, nameKz: 'Құрмет белгісі (мысал)', nameRu: null, listed: true },
  { id: UNLISTED, nameKz: 'Достық байқауы (мысал)', nameRu: 'Дружеский конкурс (пример)', listed: false },
  { id: JURY, nameKz: 'Байқаудың қазылар алқасы (мысал)', nameRu: 'Жюри конкурса (пример)', listed: true },
]

function award({ index, iin }: Person, place: number, year: number, more: WireRecord = {}): WireRecord {
  return {
    id: `award-${index}-${place}`,
    iin,
    awardId: CONTEST,
    kind: 'contest',
    level: 3,
    result: 'winner',
    date: `${year}-10-05`,
    orderNumber: `${100 + index}-Б`,
    statusCode: 1,
    ...more,
  }
}

/** What the list holds of a person. */
export function awardsOf(person: Person, today: string): readonly WireRecord[] {
  const year = Number(today.slice(0, 4)) - 1
  const { archetype, index } = person
  if (archetype === 'moderator-rural' || archetype === 'teacher-first-year') return []
  if (archetype === 'expert-award-revoked') return [award(person, 0, year, { statusCode: 9 })]
  if (archetype === 'expert-award-unlisted') return [award(person, 0, year, { awardId: UNLISTED })]
  const badge = { awardId: BADGE, kind: 'department_award', level: 'Республикалық', result: null, orderNumber: `${500 + index}-Ө` }
  const usual = [award(person, 0, year), award(person, 1, year - 1, badge)]
  return archetype === 'head-first' ? [...usual, award(person, 2, year, { awardId: JURY, kind: 'jury', result: null })] : usual
}

/** A row that does not say readably whose it is. */
export function nobodysAward(first: Person): WireRecord {
  return award(first, 9, 2024, { id: 'award-nobody', iin: '************', orderNumber: '1-Б' })
}

/** Rows from a place of the list on, every second one with an award that the dictionary does not know. */
export function withUnknown(rows: readonly WireRecord[], from: number): readonly WireRecord[] {
  return rows.map((row, place) => ((from + place) % 2 === 0 ? { ...row, awardId: UNKNOWN } : row))
}

/** Rows about teachers outside of the cast, as many as a region has. */
export function ofOthers(today: string): readonly WireRecord[] {
  return Array.from({ length: MANY }, (_, serial) => ({
    id: `award-other-${serial}`,
    iin: iinFor('1857-12-31', 'female', serial),
    awardId: CONTEST,
    kind: 'contest',
    level: 1,
    result: 'winner',
    date: `${Number(today.slice(0, 4)) - 1}-10-05`,
    orderNumber: `${serial}-К`,
    statusCode: 1,
  }))
}
