import type { Adapter } from '../adapter.ts'
import { awardKeys, loadAwards } from './list.ts'
import { normaliseAward } from './normalise.ts'
import { AwardWire } from './wire.ts'

/** Awards are given some times a year; half a working day is young enough, and the list is loaded twice within it. */
const YOUNG_SECONDS = 6 * 60 * 60

/** Awards of teachers, contests and juries: REST, Basic, one list of the country and a dictionary (contract page, C). */
export const teacherAchievements: Adapter<AwardWire> = {
  id: 'teacher-achievements',
  version: '1.0.0',
  title: { kk: 'Педагогтер марапаттарының тізілімі', ru: 'Реестр наград педагогов', en: 'Register of awards of teachers' },
  fills: ['teacher_achievements'],
  service: 'teacher-achievements',
  access: { kind: 'basic' },
  wire: AwardWire,
  // Without the number nobody would be found, and nobody would be missed.
  baseline: ['iin', ['award.nameKz', 'award.nameRu'], 'date'],
  personal: {
    // The ids of the dictionary are those that the rows refer to.
    document: ['id', 'awardId', 'orderNumber'],
    plain: ['nameKz', 'nameRu', 'listed', 'totalElements', 'page', 'size'],
  },
  delivery: {
    kind: 'snapshot',
    renewed: 'by_schedule',
    youngSeconds: YOUNG_SECONDS,
    parts: async () => [{ scope: 'country', tag: null, asOf: null }],
    load: (_, __, source) => loadAwards(source),
    only: () => null,
    home: () => null,
    keys: awardKeys,
    asked: ({ iin }) => [iin],
  },
  probe: { method: 'GET', path: '/common-dictionary/AWARDS/find-all' },
  normalise: normaliseAward,
}
