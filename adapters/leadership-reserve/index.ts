import type { Adapter, Snapshot } from '../adapter.ts'
import { loadYear, type Year, yearsUntil } from './list.ts'
import { normaliseReserve } from './normalise.ts'
import { rowKeys, teacherKeys } from './person.ts'
import { ReserveWire } from './wire.ts'

/** A list changes some times a year; asking whether it has costs next to nothing. */
const DAY = 24 * 60 * 60

/** A list of each year; none may be missing, for a member of any of them is one. */
const delivery: Snapshot<Year> = {
  kind: 'snapshot',
  renewed: 'by_schedule',
  youngSeconds: DAY,
  parts: async (_, today) => yearsUntil(today),
  load: loadYear,
  only: () => null,
  home: () => null,
  keys: rowKeys,
  asked: teacherKeys,
}

/** The leaders' reserve: a file of each year, asked for only if it has changed; a token where there is one (contract page, C). */
export const leadershipReserve: Adapter<ReserveWire> = {
  id: 'leadership-reserve',
  version: '1.0.0',
  title: { kk: 'Басшылар резервінің тізімі', ru: 'Список резерва руководителей', en: 'List of the reserve of leaders' },
  fills: ['leadership_reserve'],
  service: 'leadership-reserve',
  access: { kind: 'header', name: 'Authorization', scheme: 'Bearer' },
  wire: ReserveWire,
  // A short list may know nobody's number; one that names nobody at all says of nobody that he is not in it.
  baseline: [['iin', 'fio'], 'year', 'status'],
  personal: { full_name: ['fio'], document: ['orderNo'] },
  delivery,
  // The first list that there is, and nothing of it: whatever its tag.
  probe: { method: 'GET', path: '/reserve/1000-leaders/2023.json', headers: { 'if-none-match': '*' }, bodiless: [304] },
  normalise: normaliseReserve,
}
