import { impersonal } from '../../schemas/identifiers.ts'
import { foldName } from '../../schemas/names.ts'
import type { FactDraft, NormaliseContext, Teacher } from '../adapter.ts'
import { nameKeys } from './mentors.ts'
import type { AchievementWire } from './wire.ts'

const CITY_LEVEL = 2
/** Inside a city of republican significance the city is the region (domain page, 7.3). */
const REGION_LEVEL = 3
const REPUBLICAN_CITIES = ['71', '75', '79']

function levelOf({ level, cityLevel }: AchievementWire, region: string): number | null {
  if (cityLevel !== true) return level
  return REPUBLICAN_CITIES.includes(region) ? REGION_LEVEL : CITY_LEVEL
}

/** How the teacher is named among the mentors; null: not at all. */
function matchOf({ mentors }: AchievementWire, teacher: Teacher): 'iin' | 'name' | null {
  if (mentors.includes(teacher.iin)) return 'iin'
  return nameKeys(teacher).some((key) => mentors.includes(key)) ? 'name' : null
}

/** Event, year, level, participant, result and document (domain page, 6.3): two organisers may report one prize. */
function naturalKey(wire: AchievementWire, participant: string | null, document: string | null): string {
  const event = wire.eventCode ?? foldName(wire.eventNameRu ?? wire.eventNameKk ?? '')
  // Without participant and document nothing tells two prizes of one contest apart but the id of the row.
  const own = participant === null && document === null ? wire.id : null
  return [event, wire.date?.slice(0, 4), wire.level, participant, wire.result, document, own].map((part) => part ?? '').join(' ')
}

/** An achievement of a learner to the fact of the mentor. No name and no number of anybody is part of it. */
export function normaliseAchievement(wire: AchievementWire, { teacher }: NormaliseContext): FactDraft[] {
  const mentorMatch = matchOf(wire, teacher)
  if (mentorMatch === null) return []
  const [participantRef, documentNumber] = [impersonal(wire.participantRef), impersonal(wire.documentNo)]
  const value = {
    event: { code: wire.eventCode, name: { kk: wire.eventNameKk, ru: wire.eventNameRu }, listed: wire.eventListed },
    level: levelOf(wire, teacher.region),
    result: wire.result,
    date: wire.date,
    participantRef,
    mentorMatch,
    documentNumber,
    certificateUrl: /^https?:\/\//.test(wire.certificateUrl ?? '') ? impersonal(wire.certificateUrl) : null,
  }
  return [
    {
      type: 'learner_achievement',
      section: 'learner_achievements',
      key: naturalKey(wire, participantRef, documentNumber),
      recordId: wire.id,
      recordDate: wire.updatedAt,
      holder: null,
      final: true,
      value,
    },
  ]
}
