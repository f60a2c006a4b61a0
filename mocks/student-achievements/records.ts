import type { WireRecord } from '../bend.ts'
import { iinFor } from '../cast/numbers.ts'
import type { Person } from '../cast/person.ts'

/** Rows of others in a long list. */
const MANY = 2000

function title(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase()
}

/** A name as this source writes it: surname and name, sometimes the patronymic. */
function fioOf({ surname, name, patronymic, index }: Person): string {
  return [surname, name, index % 2 === 0 ? patronymic : null]
    .filter((part) => part !== null)
    .map(title)
    .join(' ')
}

function achievement(person: Person, place: number, year: number, more: WireRecord): WireRecord {
  const { index, iin } = person
  return {
    id: `ach-${index}-${place}`,
    participantRef: `learner-${index}-${place}`,
    eventCode: 'PHYS-OLYMP',
    eventNameKk: 'Пәндік олимпиада (мысал)',
    eventNameRu: 'Предметная олимпиада (пример)',
    eventListed: true,
    level: 3,
    result: 'winner',
    date: `${year}-03-14`,
    mentors: [{ iin, fio: fioOf(person) }],
    documentNo: `Д-${1000 + index * 10 + place}`,
    certificateUrl: `https://certificates.invalid/${index}/${place}`,
    updatedAt: `${year}-04-01T00:00:00Z`,
    ...more,
  }
}

/** What the lists hold of a person: rows of his school that name him as a mentor. */
export function achievementsOf(person: Person, today: string): readonly WireRecord[] {
  const year = Number(today.slice(0, 4))
  if (person.archetype === 'moderator-rural' || person.archetype === 'teacher-first-year') return []
  const regional = achievement(person, 0, year, {})
  const city = achievement(person, 1, year - 1, { level: 2, cityLevel: true, result: 'prize2', eventCode: 'CITY-CUP' })
  const unlisted = achievement(person, 2, year - 1, { eventListed: false, eventCode: 'FRIENDLY', level: 1, result: 'participant' })
  if (person.archetype === 'expert-expired')
    return [
      regional,
      { ...regional, id: `ach-${person.index}-team`, participantRef: `learner-${person.index}-team` },
      achievement(person, 1, 2015, {}),
    ]
  if (person.archetype === 'moderator-without-mentor') return [{ ...regional, mentors: [] }]
  if (person.archetype !== 'moderator-old-list') return [regional, city, unlisted]
  const old = { level: 'область', date: `14.03.${year - 1}`, eventCode: 'OLD-1' }
  const byName = { mentors: { fio: fioOf(person) }, eventCode: 'OLD-2', level: 'ауданд.' }
  return [regional, achievement(person, 3, year - 1, old), achievement(person, 4, year - 1, byName)]
}

/** The list of a school: rows of all its teachers, whoever asks. */
export function listOf(teachers: readonly Person[], today: string): readonly WireRecord[] {
  return teachers.flatMap((person) => achievementsOf(person, today))
}

/** Rows of a school as large as a town, about teachers outside of the cast. */
export function ofOthers(today: string): readonly WireRecord[] {
  return Array.from({ length: MANY }, (_, serial) => ({
    id: `ach-other-${serial}`,
    participantRef: `learner-other-${serial}`,
    eventCode: 'PHYS-OLYMP',
    eventNameKk: 'Пәндік олимпиада (мысал)',
    eventNameRu: 'Предметная олимпиада (пример)',
    eventListed: true,
    level: 1,
    result: 'participant',
    date: `${today.slice(0, 4)}-03-14`,
    mentors: [{ iin: iinFor('1857-12-31', 'male', serial), fio: 'Мысалов Қайрат' }],
    updatedAt: `${today.slice(0, 4)}-04-01T00:00:00Z`,
  }))
}

/** The same row with the numbers of its mentors written otherwise. */
export function renumbered(row: WireRecord, written: (iin: string) => unknown): WireRecord {
  const mentors = Array.isArray(row.mentors) ? row.mentors : []
  return {
    ...row,
    mentors: mentors.map((mentor: WireRecord) => (mentor.iin === undefined ? mentor : { ...mentor, iin: written(String(mentor.iin)) })),
  }
}
