import type { WireRecord } from '../bend.ts'
import { iinFor } from '../cast/numbers.ts'
import type { Person } from '../cast/person.ts'

const FIRST_YEAR = 2023
const DECEMBER = '12'

function title(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase()
}

function fioOf({ surname, name, patronymic }: Person): string {
  return [surname, name, patronymic].flatMap((part) => (part === null ? [] : title(part))).join(' ')
}

function entry(person: Person, year: number, more: WireRecord): WireRecord {
  const { iin, index } = person
  return {
    iin,
    fio: fioOf(person),
    region: 'Ақмола облысы',
    status: 'in_reserve',
    orderNo: `${year}-${100 + index}`,
    appointedAt: null,
    ...more,
  }
}

/** What the lists hold of whom: the status in the list of a year. */
const STATUSES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'head-first': { [FIRST_YEAR + 1]: 'excluded' },
  'head-in-reserve': { [FIRST_YEAR + 2]: 'in_reserve' },
  'head-appointed': { [FIRST_YEAR]: 'in_reserve', [FIRST_YEAR + 1]: 'appointed' },
}

/** Whether any list knows people of this archetype. */
export function isListed({ archetype }: { readonly archetype: string }): boolean {
  return archetype in STATUSES
}

/** What the list of a year holds of a person. */
export function entriesOf(person: Person, year: number): readonly WireRecord[] {
  const status = STATUSES[person.archetype]?.[year]
  if (status === undefined) return []
  return [entry(person, year, { status, appointedAt: status === 'appointed' ? `${year}-08-20` : null })]
}

/** Somebody outside of the cast, and one who bears surname and name of a head of it and has no number: by his patronymic he is another one. */
export function strangersIn(year: number, cast: readonly Person[]): readonly WireRecord[] {
  const appointed = { status: 'appointed', orderNo: `${year}-1`, appointedAt: `${year}-09-01` }
  const one = { iin: iinFor('1858-12-31', 'male', year), fio: 'Мысалов Қайрат', region: 'Астана қаласы', ...appointed }
  const namesake = cast.find(({ archetype }) => archetype === 'head-first')
  if (!namesake || year !== FIRST_YEAR + 2) return [one]
  const fio = fioOf({ ...namesake, patronymic: 'ҮЛГІҰЛЫ' })
  return [one, { fio, region: 'Ақмола облысы', status: 'in_reserve', orderNo: `${year}-2` }]
}

/** Whether the list of a year is out: the one of a year that is not over comes in December. */
export function isPublished(year: number, today: string): boolean {
  const current = Number(today.slice(0, 4))
  return year >= FIRST_YEAR && (year < current || (year === current && today.slice(5, 7) === DECEMBER))
}
