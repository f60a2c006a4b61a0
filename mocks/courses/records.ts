import type { WireRecord } from '../bend.ts'
import type { Person } from '../cast/person.ts'

function course({ index, iin }: Person, place: number, year: number, hours: number, more: WireRecord = {}): WireRecord {
  return {
    iin,
    certificateNo: `MOCK-C-${1000 + index * 10 + place}`,
    courseCode: `PD-${place}`,
    titleKk: `Оқу сауаттылығын дамыту, ${place}-бөлім (мысал)`,
    titleRu: `Развитие читательской грамотности, часть ${place} (пример)`,
    provider: 'Өрлеу (мысал)',
    hours,
    startDate: `${year}-03-02`,
    finishDate: `${year}-03-20`,
    issuedAt: `${year}-03-21T09:30:00+05:00`,
    programmeAgreed: true,
    inProfile: true,
    status: 'valid',
    ...more,
  }
}

/** The certificates of a person. */
export function coursesOf(person: Person, today: string): readonly WireRecord[] {
  const year = Number(today.slice(0, 4))
  const { archetype } = person
  if (archetype === 'expert-course-not-agreed') return [course(person, 1, year - 1, 72, { programmeAgreed: false })]
  if (archetype === 'expert-course-old') return [course(person, 1, year - 4, 72)]
  const latest = course(person, 1, year - 1, 72)
  if (archetype === 'expert-course-twice') return [latest, course(person, 2, year - 2, 72, { courseCode: latest.courseCode })]
  return [latest, course(person, 2, year - 2, 36)]
}

/** The same hours as some providers write them. */
export function withUnit(record: WireRecord, place: number): WireRecord {
  return { ...record, hours: `${record.hours} ${place % 2 === 0 ? 'ч.' : 'сағ.'}` }
}
