import { echoedIin } from '../../schemas/wire.ts'
import { MESSAGE_RESULT, personFields, recordsIn } from '../../schemas/wire-bus.ts'
import type { Adapter, Reply, Source, Teacher } from '../adapter.ts'
import { normaliseDiploma } from './normalise.ts'
import { DiplomaWire } from './wire.ts'

const SERVICE = 'MOCK_EDU_DIPLOMA_BY_IIN'
const PLACE = { wrapper: 'diplomas', record: 'diploma', beside: ['messageResult'] }

function iinOf(diploma: unknown): string | null {
  return echoedIin((diploma as { holder?: { iin?: unknown } | null } | null)?.holder?.iin)
}

async function fetch(teacher: Teacher, source: Source): Promise<Reply> {
  const reply = await source.shep({
    serviceId: SERVICE,
    namespace: 'urn:mock:edu:diploma:v1',
    shape: 'typed',
    root: 'DiplomaRequest',
    answer: 'DiplomaResponse',
    fields: personFields(teacher),
    result: MESSAGE_RESULT,
  })
  if ('outcome' in reply) return reply
  const diplomas = recordsIn(reply.data, PLACE)
  if (!diplomas) return { outcome: 'unreadable', reason: 'drift' }
  return { records: diplomas.map((value) => ({ value, iin: iinOf(value), exchange: reply.exchange })) }
}

/** Diplomas of higher, college and retraining education: ШЭП, synchronous, typed data (contract page, A). */
export const diplomas: Adapter<DiplomaWire> = {
  id: 'diplomas',
  version: '1.0.0',
  title: { kk: 'Дипломдар тізілімі', ru: 'Реестр дипломов', en: 'Register of diplomas' },
  fills: ['education', 'retraining'],
  service: SERVICE,
  access: { kind: 'sender' },
  wire: DiplomaWire,
  baseline: ['number', 'level.code', ['institution.nameRu', 'institution.nameKz'], ['issueDate', 'graduationYear']],
  personal: {
    name: ['holder.surname', 'holder.name'],
    patronymic: ['holder.patronymic'],
    birth_date: ['holder.birthDate'],
    document: ['series', 'number', 'registrationNumber', 'recognitionNumber'],
  },
  delivery: { kind: 'pull', fetch },
  normalise: normaliseDiploma,
}
