import type { WireRecord } from '../bend.ts'
import { type Person, yearsFrom } from '../cast/person.ts'

/** The day of the default test; before it in a year, the one of the year before is the latest. */
const SPRING = '03-14'

/** `dd.MM.yyyy`, as this source writes days. */
function written(day: string): string {
  return day.split('-').reverse().join('.')
}

function latestSpring(today: string): string {
  const year = Number(today.slice(0, 4))
  return `${today.slice(5) >= SPRING ? year : year - 1}-${SPRING}`
}

/** Older than a year, and still in the list of the last year. */
function tooOld(today: string): string {
  const spring = yearsFrom(latestSpring(today), -1)
  const isListed = spring.slice(0, 4) === String(Number(today.slice(0, 4)) - 1) && yearsFrom(spring, 1) < today
  return isListed ? spring : `${Number(today.slice(0, 4)) - 1}-01-01`
}

function attempt({ index, claim }: Person, day: string, score: number, more: WireRecord = {}): WireRecord {
  const maxScore = ['head', 'deputy'].includes(claim.post) ? 60 : 50
  return {
    testDate: written(day),
    attemptKind: 'regular',
    positionCode: claim.post.toUpperCase(),
    subjectCode: claim.subject,
    language: 'kk',
    modules: [{ code: 'SUBJECT', tasks: maxScore, maxScore, score }],
    score,
    maxScore,
    certificateNo: `MOCK-${String(index + 1).padStart(6, '0')}`,
    annulled: false,
    ...more,
  }
}

/** Enough for the claim: nine tenths for the highest category, else what an expert and a researcher need. */
function goodScore({ claim }: Person): number {
  if (['head', 'deputy'].includes(claim.post)) return 50
  return claim.claimedCategory === 'master' ? 46 : 42
}

/** Every attempt that the centre has of a person. */
export function attemptsOf(person: Person, today: string): readonly WireRecord[] {
  const good = (day: string, more: WireRecord = {}) => attempt(person, day, goodScore(person), more)
  const day = latestSpring(today)
  if (person.archetype === 'expert-test-missing') return []
  if (person.archetype === 'expert-test-annulled') return [good(day, { annulled: true })]
  if (person.archetype === 'expert-test-expired') return [good(tooOld(today))]
  if (person.archetype !== 'expert-test-appealed') return [good(day)]
  const first = attempt(person, day, 33)
  return [first, attempt(person, day, 36, { attemptKind: 'appeal', certificateNo: `${first.certificateNo}-A` })]
}

/** The attempts of one calendar year. */
export function attemptsIn(year: number, person: Person, today: string): readonly WireRecord[] {
  return attemptsOf(person, today).filter(({ testDate }) => String(testDate).endsWith(`.${year}`))
}
