import type { Adapter, Snapshot } from '../adapter.ts'
import { loadDrop } from './drop.ts'
import { type Drop, dropsIn } from './manifest.ts'
import { normaliseGeneralisation } from './normalise.ts'
import { rowKeys, teacherKeys } from './person.ts'
import { GeneralisationWire } from './wire.ts'

/** The files come at night; the manifest is small and is looked at some times a day. */
const SIX_HOURS = 6 * 60 * 60

/** A file of each region; a teacher is looked for in all of them, and the one of his own region must be there. */
const delivery: Snapshot<Drop> = {
  kind: 'snapshot',
  renewed: 'by_schedule',
  youngSeconds: SIX_HOURS,
  parts: (_, today, source) => dropsIn(source, today),
  load: (drop, _, source) => loadDrop(drop, source),
  only: () => null,
  home: ({ region }) => region,
  keys: rowKeys,
  asked: teacherKeys,
}

/** Generalised pedagogical experience: nightly files of the regions with a manifest, a token (contract page, C). */
export const experienceGeneralisation: Adapter<GeneralisationWire> = {
  id: 'experience-generalisation',
  version: '1.0.0',
  title: {
    kk: 'Педагогикалық тәжірибені жинақтау тізілімі',
    ru: 'Реестр обобщения педагогического опыта',
    en: 'Register of generalised experience',
  },
  fills: ['experience_generalisation'],
  service: 'experience-generalisation',
  access: { kind: 'header', name: 'Authorization', scheme: 'Token' },
  wire: GeneralisationWire,
  // A file without the column of the number is refused while it is read.
  baseline: [['IIN', 'FIO'], ['TOPIC_KK', 'TOPIC_RU'], 'LEVEL', 'PROTOCOL_NO', 'PROTOCOL_DATE'],
  personal: {
    number: ['IIN'],
    full_name: ['FIO'],
    document: ['PROTOCOL_NO', 'REG_NO'],
    plain: ['file', 'rows', 'sha256', 'region', 'date'],
  },
  delivery,
  probe: { method: 'GET', path: '/drops/manifest.json' },
  normalise: normaliseGeneralisation,
}
