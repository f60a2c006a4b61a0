import type { WireRecord } from '../bend.ts'
import type { Person } from '../cast/person.ts'
import { completedSchoolYears } from '../world.ts'

const SUBJECTS: Readonly<Record<string, readonly [kk: string, ru: string]>> = {
  PHYS: ['Физика', 'Физика'],
  MATH: ['Математика', 'Математика'],
  CHEM: ['Химия', 'Химия'],
  BIOL: ['Биология', 'Биология'],
  HIST: ['Қазақстан тарихы', 'История Казахстана'],
}

/** A percent as this source writes it: with a comma. */
function percent(part: number, all: number): string {
  return ((100 * part) / all).toFixed(1).replace('.', ',')
}

function row(person: Person, schoolYear: string, period: string, name: string, step: number, vendor = 'Kundelik'): WireRecord {
  const [kk, ru] = SUBJECTS[person.claim.subject] ?? ['', '']
  const marks = { m5: 8 + step, m4: 10, m3: 7 - step, m2: 0 }
  const assessed = 25
  return {
    teacherIin: person.iin,
    organisationBin: person.bin,
    academicYear: schoolYear,
    period,
    subject: { code: person.claim.subject, kk, ru },
    grade: Number.parseInt(name, 10),
    class: name,
    studentsTotal: 26,
    studentsAssessed: assessed,
    marks,
    qualityPercent: percent(marks.m5 + marks.m4, assessed),
    performancePercent: percent(assessed - marks.m2, assessed),
    vendor,
    calculatedAt: `${schoolYear.slice(5)}-06-10T00:00:00`,
  }
}

/** Rows of the journals for the school years that begin from `from` to `to` (contract page, C). */
export function qualityOf(person: Person, today: string, from: number, to: number): readonly WireRecord[] {
  if (person.claim.post === 'social_teacher') return []
  const years = completedSchoolYears(today).filter((year) => Number(year.slice(0, 4)) >= from && Number(year.slice(0, 4)) <= to)
  const kept = person.archetype === 'expert-missing-year' ? years.filter((_, place) => place !== 1) : years
  const classes = person.archetype === 'moderator-rural' ? ['7А'] : ['7А', '8Б', '9В']
  const rows = kept.flatMap((year, step) =>
    classes.flatMap((name) => [
      ...['Q1', 'Q2', 'Q3', 'Q4'].map((period) => row(person, year, period, name, step)),
      row(person, year, 'YEAR', name, step),
    ]),
  )
  const last = kept.at(-1)
  // The school moved to another journal within the year, and both report the same class.
  return person.archetype === 'expert-two-vendors' && last ? [...rows, row(person, last, 'YEAR', '7А', 0, 'BilimClass')] : rows
}
