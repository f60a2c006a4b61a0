import { echoedIin, listOf } from '../../schemas/wire.ts'
import { personFields, recordsIn } from '../../schemas/wire-bus.ts'
import type { Adapter, Reply, Source, Teacher } from '../adapter.ts'
import { normaliseContract } from './normalise.ts'
import { ContractWire } from './wire.ts'

const SERVICE = 'MOCK_ESUTD_CONTRACTS_BY_IIN'
const NOTHING = '404'
const RESULTS = {
  '0': 'processed',
  // Even "nothing" may name a person, so it is read like an answer: about somebody else it says nothing to us.
  [NOTHING]: 'processed',
  '403': 'consent_refused',
  '413': 'consent_expired',
  '423': 'consent_revoked',
} as const
const PLACE = { wrapper: 'contracts', record: 'contract', beside: ['subject'] }

type Data = Readonly<Record<string, unknown>>

/** The person whom the answer names. Several in one answer come out as no number at all, so that none of them is taken for the one asked. */
function subjectOf({ subject }: Data): string | null {
  const numbers = listOf(subject).map((one) => (typeof one === 'string' ? one : (one as { iin?: unknown } | null)?.iin))
  return echoedIin(numbers.join(','))
}

async function fetch(teacher: Teacher, source: Source): Promise<Reply> {
  const reply = await source.shep({
    serviceId: SERVICE,
    namespace: 'urn:mock:esutd:v1',
    shape: 'escaped',
    root: 'contractRequest',
    answer: 'contractResponse',
    fields: personFields(teacher),
    result: { at: ['resultCode'], codes: RESULTS },
  })
  if ('outcome' in reply) return reply
  const { data, exchange } = reply
  const subject = subjectOf(data)
  const contracts = recordsIn(data, PLACE)
  if (String(data.resultCode).trim() === NOTHING) {
    // "Nothing" beside contracts contradicts itself.
    return contracts?.length ? { outcome: 'unreadable', reason: 'protocol' } : { records: [], subject }
  }
  if (!contracts) return { outcome: 'unreadable', reason: 'drift' }
  return { records: contracts.map((value) => ({ value, iin: subject, exchange })), subject }
}

/** Employment contracts: ШЭП, synchronous, a document as text in both directions (contract page, A). */
export const employment: Adapter<ContractWire> = {
  id: 'employment',
  version: '1.0.0',
  title: { kk: 'Еңбек шарттарының тізілімі', ru: 'Реестр трудовых договоров', en: 'Register of employment contracts' },
  fills: ['employment', 'experience'],
  service: SERVICE,
  access: { kind: 'sender' },
  wire: ContractWire,
  baseline: ['employerBin', 'beginDate', ['establishedPost', 'positionCode']],
  personal: { number: ['subject'], document: ['contractId'], text: ['terminationReason'], plain: ['resultCode'] },
  delivery: { kind: 'pull', fetch },
  normalise: normaliseContract,
}
