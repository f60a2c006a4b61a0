import type { Adapter } from '../adapter.ts'
import { loadList } from './list.ts'
import { mentorKeys, teacherKeys } from './mentors.ts'
import { normaliseAchievement } from './normalise.ts'
import { AchievementWire } from './wire.ts'

/** Achievements of learners and their mentors: REST, Basic, the list of a school without a filter by person (contract page, C). */
export const studentAchievements: Adapter<AchievementWire> = {
  id: 'student-achievements',
  version: '1.0.0',
  title: { kk: 'Білім алушылар жетістіктерінің тізілімі', ru: 'Реестр достижений обучающихся', en: 'Register of achievements of learners' },
  fills: ['learner_achievements'],
  service: 'student-achievements',
  access: { kind: 'basic' },
  wire: AchievementWire,
  // Without the mentors nobody would be found, and nobody would be missed.
  baseline: [['eventNameKk', 'eventNameRu'], 'level', 'result', 'date', ['mentors.iin', 'mentors.fio']],
  personal: {
    full_name: ['mentors.fio', 'mentors'],
    document: ['id', 'participantRef', 'documentNo', 'certificateUrl'],
    plain: ['total', 'offset', 'limit', 'mentorBin'],
  },
  delivery: {
    kind: 'snapshot',
    renewed: 'when_asked',
    youngSeconds: 60,
    parts: async (teacher) => (teacher ? [{ scope: teacher.organisationBin, tag: null, asOf: null }] : []),
    load: ({ scope }, _, source) => loadList(scope, source),
    only: ({ organisationBin }) => organisationBin,
    home: () => null,
    keys: mentorKeys,
    asked: teacherKeys,
  },
  // A question without its school is refused; whoever takes it has no row to give.
  probe: { method: 'GET', path: '/api/v2/achievements', query: { offset: 0, limit: 0 }, alsoAccept: [400, 422] },
  normalise: normaliseAchievement,
}
