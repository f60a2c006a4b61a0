import { echoedIin, listOf } from '../../schemas/wire.ts'
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

const isElement = (one: unknown): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null

/**
 * The diplomas inside their wrapper; a wrapper absent or empty holds none (quirk Q13). Null: other elements stand in their place, and
 * "none" would be said of a shape that changed.
 */
function diplomasIn({
  messageResult: _,
  Signature: __,
  diplomas,
  ...others
}: Readonly<Record<string, unknown>>): readonly unknown[] | null {
  const wrappers = listOf(diplomas).filter(isElement)
  const strange = diplomas === undefined ? Object.values(others).some(isElement) : wrappers.some((one) => !('diploma' in one))
  return strange ? null : wrappers.flatMap(({ diploma }) => listOf(diploma))
}

function iinOf(diploma: unknown): string | null {
  return echoedIin((diploma as { holder?: { iin?: unknown } | null } | null)?.holder?.iin)
}

async function fetch({ iin, consent }: Teacher, source: Source): Promise<Reply> {
  const reply = await source.shep({
    serviceId: SERVICE,
    namespace: 'urn:mock:edu:diploma:v1',
    shape: 'typed',
    root: 'DiplomaRequest',
    answer: 'DiplomaResponse',
    fields: { iin, kdpToken: consent?.token, publicKey: consent?.publicKey ?? undefined },
    result: { at: ['messageResult', 'code'], codes: RESULTS },
  })
  if ('outcome' in reply) return reply
  const diplomas = diplomasIn(reply.data)
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
  delivery: { kind: 'pull', fetch },
  normalise: normaliseDiploma,
}
