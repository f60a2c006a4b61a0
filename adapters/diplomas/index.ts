import { listOf } from '../../schemas/wire.ts'
import type { Adapter, Reply, Source, Teacher } from '../adapter.ts'
import { normaliseDiploma } from './normalise.ts'
import { DiplomaWire } from './wire.ts'

const SERVICE = 'MOCK_EDU_DIPLOMA_BY_IIN'
const RESULTS = {
  '00000': 'processed',
  '00404': 'empty',
  '00403': 'consent_refused',
  '00413': 'consent_expired',
  '00423': 'consent_revoked',
} as const

interface Answer {
  readonly diplomas?: { readonly diploma?: unknown } | string | null
}

async function fetch(teacher: Teacher, source: Source): Promise<Reply> {
  const reply = await source.shep({
    serviceId: SERVICE,
    namespace: 'urn:mock:edu:diploma:v1',
    shape: 'typed',
    root: 'DiplomaRequest',
    answer: 'DiplomaResponse',
    fields: { iin: teacher.iin, kdpToken: teacher.consent?.token, publicKey: teacher.consent?.publicKey ?? undefined },
    result: { at: ['messageResult', 'code'], codes: RESULTS },
  })
  if ('outcome' in reply) return reply
  const { diplomas } = reply.data as Answer
  const list = typeof diplomas === 'object' ? listOf(diplomas?.diploma) : []
  return { records: list.map((value) => ({ value, iin: echoedIin(value), exchange: reply.exchange })) }
}

function echoedIin(value: unknown): string | null {
  const { holder } = (value ?? {}) as { holder?: { iin?: unknown } | null }
  return typeof holder?.iin === 'string' && holder.iin.trim() !== '' ? holder.iin.trim() : null
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
  delivery: { kind: 'pull', fetch },
  normalise: normaliseDiploma,
}
