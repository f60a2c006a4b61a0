import { z } from 'zod'
import type { Adapter, RawRecord, Source } from '../adapter.ts'
import { mentorKeys, teacherKeys } from './mentors.ts'
import { normaliseAchievement } from './normalise.ts'
import { AchievementWire } from './wire.ts'

const PAGE_SIZE = 200
/** A school has some hundred achievements; a list that never ends is a loop. */
const MOST_PAGES = 100
const List = z.object({ total: z.number().int(), items: z.array(z.unknown()) })

/** The school's list, page by page; rows that come twice at the border of two pages are folded by their key later. */
async function* load(bin: string, source: Source): AsyncGenerator<readonly RawRecord[]> {
  let offset = 0
  for (let page = 0; page < MOST_PAGES; page++) {
    const { body, exchange } = await source.json({
      method: 'GET',
      path: '/api/v2/achievements',
      query: { mentorBin: bin, offset, limit: PAGE_SIZE },
    })
    const { total, items } = List.parse(body)
    yield items.map((value) => ({ value, iin: null, exchange }))
    offset += items.length
    if (items.length === 0 || offset >= total) return
  }
}

/** Achievements of learners and their mentors: REST, Basic, the list of a school without a filter (contract page, C). */
export const studentAchievements: Adapter<AchievementWire> = {
  id: 'student-achievements',
  version: '1.0.0',
  title: { kk: 'Білім алушылардың жетістіктері', ru: 'Достижения обучающихся', en: 'Achievements of learners' },
  fills: ['learner_achievements'],
  service: 'student-achievements',
  access: { kind: 'basic' },
  wire: AchievementWire,
  baseline: [['eventNameKk', 'eventNameRu'], 'level', 'result', 'date'],
  delivery: { kind: 'snapshot', scope: ({ organisationBin }) => organisationBin, load, keys: mentorKeys, asked: teacherKeys },
  normalise: normaliseAchievement,
}
