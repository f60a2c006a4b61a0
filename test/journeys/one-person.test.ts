import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCrowd, MOST_PEOPLE } from '../../mocks/cast/crowd.ts'
import { type Person, throughPortal } from '../../mocks/cast/person.ts'
import { coursesOf } from '../../mocks/courses/records.ts'
import { diplomasOf } from '../../mocks/diplomas/records.ts'
import { qualityOf } from '../../mocks/education-quality/records.ts'
import { applicationOf } from '../../mocks/egov-portal/records.ts'
import { contractsOf } from '../../mocks/employment/records.ts'
import { experiencesOf } from '../../mocks/experience-generalisation/records.ts'
import { attemptsOf } from '../../mocks/knowledge-test/records.ts'
import { entriesOf } from '../../mocks/leadership-reserve/records.ts'
import { mocks } from '../../mocks/mocks.ts'
import { personsOf } from '../../mocks/population-register/records.ts'
import { achievementsOf } from '../../mocks/student-achievements/records.ts'
import { awardsOf } from '../../mocks/teacher-achievements/records.ts'
import type { World } from '../../mocks/world.ts'

const TODAY = '2026-11-24'
const crowd = createCrowd('test', TODAY, MOST_PEOPLE)

/** Everything that each source has of a person. */
const SOURCES: Readonly<Record<string, (person: Person) => unknown>> = {
  'population-register': personsOf,
  // The university has a number too, which is not the teacher's.
  diplomas: (person) => diplomasOf(person).map(({ institution: _, ...diploma }) => diploma),
  employment: (person) => contractsOf(person, { today: TODAY } as World),
  'egov-portal': (person) => applicationOf(person, TODAY),
  // The person stands beside the attempts, as he was asked about.
  'knowledge-test': ({ iin, ...person }) => ({ iin, attempts: attemptsOf({ iin, ...person }, TODAY) }),
  'education-quality': (person) => qualityOf(person, TODAY, 2000, 2030),
  'student-achievements': (person) => achievementsOf(person, TODAY),
  'teacher-achievements': (person) => awardsOf(person, TODAY),
  'experience-generalisation': (person) => experiencesOf(person, TODAY),
  courses: (person) => coursesOf(person, TODAY),
  'leadership-reserve': (person) => [2023, 2024, 2025].flatMap((year) => entriesOf(person, year)),
}

/** Every value under a key anywhere in records. */
function told(records: unknown, key: RegExp): readonly string[] {
  if (typeof records !== 'object' || records === null) return []
  return Object.entries(records).flatMap(([name, value]) => (key.test(name) && typeof value === 'string' ? [value] : told(value, key)))
}

const lower = (text: string | null) => (text ?? '').toLowerCase()

/** Whether somebody is called so: surname, then the name or its initial, then the patronymic or nothing. */
function isCalled(fio: string, { surname, name, patronymic }: Person): boolean {
  const [own, given, fathers = lower(patronymic)] = lower(fio).split(' ')
  return own === lower(surname) && [lower(name), `${lower(name).charAt(0)}.`].includes(given ?? '') && fathers === lower(patronymic)
}

/** What a source says of a person and should not. */
function strange(person: Person, source: string): readonly string[] {
  const records = SOURCES[source]?.(person)
  const { iin, birthDate, surname, formerSurname, name, patronymic, bin, archetype } = person
  const surnames = ['diplomas', 'population-register'].includes(source) ? [surname, formerSurname] : [surname]
  const isElsewhere = source === 'employment' || archetype === 'expert-just-moved'
  return [
    ...told(records, /iin$/i).filter((one) => one !== iin),
    ...told(records, /birthDate$/i).filter((one) => one !== birthDate),
    ...told(records, /^surname$|LastName$/).filter((one) => one !== '' && !surnames.includes(one)),
    ...told(records, /^name$|FirstName$/).filter((one) => !['', 'essay.pdf', name].includes(one)),
    ...told(records, /^patronymic$|MiddleName$/).filter((one) => one !== patronymic),
    ...told(records, /^fio$/i).filter((one) => !isCalled(one, person)),
    ...told(records, /bin$/i).filter((one) => one !== bin && !isElsewhere),
  ]
}

function check(person: Person): void {
  for (const source of Object.keys(SOURCES)) {
    expect([person.archetype, source, ...strange(person, source)]).toEqual([person.archetype, source])
  }
  expect(crowd.get(person.iin)).toEqual(person)
  expect(person.claim).toMatchObject({ iin: person.iin, organisationBin: person.bin, region: person.region })
}

test('is looked at in every source', () => {
  expect(Object.keys(SOURCES).sort()).toEqual(mocks.map(({ id }) => id).sort())
})

test('tells of each of the published one person in all sources', () => {
  crowd.published.forEach(check)
  const silent = Object.entries(SOURCES).filter(
    ([, of]) => !crowd.published.some((person) => told(of(person), /iin$/i).includes(person.iin)),
  )
  expect(silent.map(([source]) => source)).toEqual([])
})

test('tells of anybody in the country one person in all sources', () => {
  fc.assert(
    fc.property(fc.nat(MOST_PEOPLE - 1), (index) => check(crowd.at(index))),
    { numRuns: 1500 },
  )
})

test('has somebody at the school of the claim, but for those of whom the register does not know it yet', () => {
  const missing = crowd.published.filter((person) => !told(SOURCES.employment?.(person), /^employerBin$/).includes(person.bin))
  expect(missing.map(({ archetype }) => archetype)).toEqual(['expert-just-moved'])
})

test('has an application of everybody who applies through the portal, but of one', () => {
  const without = crowd.published.filter((person) => throughPortal(person) && SOURCES['egov-portal']?.(person) === null)
  expect(without.map(({ archetype }) => archetype)).toEqual(['researcher-not-applied'])
})
