import type { FactDraft, NormaliseContext } from '../adapter.ts'
import type { AchievementWire } from './wire.ts'

const CITY_LEVEL = 2
/** Inside a city of republican significance the city is the region (domain page, 7.3). */
const REGION_LEVEL = 3
const REPUBLICAN_CITIES = ['71', '75', '79']

function levelOf({ level, cityLevel }: AchievementWire, region: string): number | null {
  if (cityLevel === true && (level === CITY_LEVEL || level === null || level === undefined)) {
    return REPUBLICAN_CITIES.includes(region) ? REGION_LEVEL : CITY_LEVEL
  }
  return level ?? null
}

/** Event, day, participant, result and document: two organisers may report one prize. */
function naturalKey(wire: AchievementWire): string {
  return [wire.eventCode, wire.date, wire.participantRef, wire.result, wire.documentNo].map((part) => part ?? '').join(' ')
}

/** An achievement of a learner to the fact of his mentor. No name and no number of anybody is part of it. */
export function normaliseAchievement(wire: AchievementWire, { teacher }: NormaliseContext): FactDraft[] {
  return [
    {
      type: 'learner_achievement',
      section: 'learner_achievements',
      key: naturalKey(wire),
      recordId: wire.id,
      recordDate: wire.updatedAt,
      holder: null,
      final: true,
      value: {
        event: { code: wire.eventCode, name: { kk: wire.eventNameKk, ru: wire.eventNameRu }, listed: wire.eventListed ?? null },
        level: levelOf(wire, teacher.region),
        result: wire.result,
        date: wire.date,
        participantRef: wire.participantRef,
        mentorMatch: wire.mentors.some(({ iin }) => iin === teacher.iin) ? 'iin' : 'name',
        documentNumber: wire.documentNo,
        certificateUrl: wire.certificateUrl,
      },
    },
  ]
}
