import type { WireRecord } from '../bend.ts'
import { iinFor } from '../cast/numbers.ts'
import type { Person } from '../cast/person.ts'

/** The columns of a file, in their order. */
export const COLUMNS = ['IIN', 'FIO', 'BIN', 'TOPIC_KK', 'TOPIC_RU', 'LEVEL', 'COUNCIL', 'PROTOCOL_NO', 'PROTOCOL_DATE', 'REG_NO']

function title(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase()
}

/** Surname, name and patronymic; every third row has initials only. */
function fioOf({ surname, name, patronymic, index }: Person): string {
  if (index % 3 === 2) return `${title(surname)} ${name.charAt(0)}.`
  return [surname, name, patronymic].flatMap((part) => (part === null ? [] : title(part))).join(' ')
}

function experience(person: Person, year: number, more: WireRecord = {}): WireRecord {
  const { index, iin, bin } = person
  return {
    IIN: iin,
    FIO: fioOf(person),
    BIN: bin,
    TOPIC_KK: 'Физикадан зертханалық жұмыстар (мысал)',
    TOPIC_RU: 'Лаборатория; физика (пример)',
    LEVEL: index % 2 === 0 ? '3' : 'область',
    COUNCIL: 'ОӘК',
    PROTOCOL_NO: `${5 + index}-а`,
    PROTOCOL_DATE: `21.11.${year - 1}`,
    REG_NO: `R-${1200 + index}`,
    ...more,
  }
}

/** What the files hold of a person, whatever the region. */
export function experiencesOf(person: Person, today: string): readonly WireRecord[] {
  const year = Number(today.slice(0, 4))
  const { archetype, index } = person
  if (archetype === 'moderator-rural' || archetype === 'teacher-first-year') return []
  const one = experience(person, year)
  return archetype === 'expert-experience-twice' ? [one, { ...one, REG_NO: `R-${2200 + index}` }] : [one]
}

/** A teacher outside of the cast, with a number of his own. */
function stranger(serial: number, more: WireRecord): WireRecord {
  return {
    IIN: iinFor('1859-12-31', 'female', serial),
    FIO: 'Мысалова Айша',
    BIN: '000140000002',
    TOPIC_KK: '',
    TOPIC_RU: 'Опыт без казахского названия (пример)',
    LEVEL: 'ауданд.',
    COUNCIL: 'АК',
    PROTOCOL_NO: `${serial}`,
    PROTOCOL_DATE: '03.02.2023',
    REG_NO: '',
    ...more,
  }
}

/** Rows about nobody of the cast: a usual one, and a number that a spreadsheet has cut. */
export const STRANGERS: readonly WireRecord[] = [stranger(1, {}), stranger(2, { IIN: '5,91231E+11' })]

/** One more, under `lost-row`: names that have lost their Kazakh letters. */
export const LOST: WireRecord = stranger(3, { FIO: '?лгібаева ?сем', TOPIC_KK: '?аза? тілі' })

/** In a file of windows-1251 stand Russian topics alone: the Kazakh ones would have lost their letters. */
export function inRussian(row: WireRecord): WireRecord {
  return { ...row, TOPIC_KK: '', COUNCIL: 'Областной совет' }
}
