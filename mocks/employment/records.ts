import type { WireRecord } from '../bend.ts'
import { binFor } from '../cast/numbers.ts'
import { type Person, yearsFrom } from '../cast/person.ts'
import type { World } from '../world.ts'

const FORMER_SCHOOL = 950
const SECOND_SCHOOL = 951

/** Position code of the classifier, its name, the post as in the staff list. */
type Job = readonly [code: string, name: string, post: string]
const JOBS: Readonly<Record<string, Job>> = {
  head: ['1345-2-001', 'Директор школы', 'Директор'],
  social_teacher: ['2359-9-014', 'Социальный педагог', 'Социальный педагог'],
}
const TEACHER: Job = ['2330-1-001', 'Учитель средней школы', 'Учитель-предметник']
const CLEANER = { positionCode: '9112-1-003', positionName: 'Уборщик помещений' }

/** A day as the register writes it: the country went over to one zone on 1 March 2024. */
function zoned(day: string): string {
  return `${day}${day < '2024-03-01' ? '+06:00' : '+05:00'}`
}

/** The first of September so many years before the last one. */
function september({ today }: World, back: number): string {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0)
  return yearsFrom(`${year}-09-01`, -back)
}

/** Each contract bears a number of its own by its place in the answer; `subject` stands beside the list on the wire. */
function contract(person: Person, place: number, beginDay: string, more: WireRecord): WireRecord {
  const [positionCode, positionName, establishedPost] = JOBS[person.claim.post] ?? TEACHER
  return {
    contractId: String(900_000_001 + person.index * 10 + place),
    employerBin: person.bin,
    employerNameRu: 'Школа вымышленных примеров',
    employerNameKz: 'Ойдан шығарылған мысалдар мектебі',
    contractDate: zoned(beginDay),
    beginDate: zoned(beginDay),
    positionCode,
    positionName,
    establishedPost,
    partTime: 'false',
    rate: '1.0',
    workPlaceKato: `${person.region}1010000`,
    subject: { iin: person.iin },
    ...more,
  }
}

function ended(day: string, terminationReason: string): WireRecord {
  return { terminationDate: zoned(day), terminationReason }
}

const elsewhere = (school: number): WireRecord => ({
  employerBin: binFor(school),
  employerNameRu: 'Другая школа примеров',
  employerNameKz: 'Басқа мысалдар мектебі',
})

/** Registered later than it was signed, when the register had begun. */
function formerJob(person: Person): WireRecord {
  return contract(person, 0, '2012-09-01', { ...elsewhere(FORMER_SCHOOL), ...ended('2021-08-25', '05') })
}

/** The old BIN up to the August before last school year, the new one from then on. */
function reorganised(person: Person, world: World): readonly WireRecord[] {
  const since = september(world, 1)
  const before = { ...elsewhere(FORMER_SCHOOL), ...ended(`${since.slice(0, 4)}-08-31`, 'Реорганизация (пример)') }
  return [contract(person, 0, '2012-09-01', before), contract(person, 1, since, {})]
}

/** What the register of contracts holds of a person (contract page, A). */
export function contractsOf(person: Person, world: World): readonly WireRecord[] {
  const usual = (more: WireRecord = {}) => [formerJob(person), contract(person, 1, '2021-09-01', more)]
  switch (person.archetype) {
    case 'expert-two-employers':
      return [...usual(), contract(person, 2, september(world, 1), { ...elsewhere(SECOND_SCHOOL), partTime: 'true', rate: '0,5' })]
    case 'head-who-teaches': {
      const [positionCode, positionName, establishedPost] = TEACHER
      const lessons = { positionCode, positionName, establishedPost, partTime: 'true', rate: '0,5' }
      return [...usual(), contract(person, 2, september(world, 1), lessons)]
    }
    case 'expert-school-reorganised':
      return reorganised(person, world)
    case 'expert-old-service':
      return [contract(person, 0, september(world, 2), {})]
    case 'expert-just-moved':
      return usual(elsewhere(FORMER_SCHOOL))
    case 'expert-cleaner-code':
      return usual(CLEANER)
    case 'teacher-first-year':
      return [contract(person, 0, september(world, 1), {})]
    default:
      return usual()
  }
}
