import { echoedIin } from '../../schemas/wire.ts'
import { MESSAGE_RESULT, personFields, recordsIn } from '../../schemas/wire-bus.ts'
import type { Adapter, Reply, Source, Teacher } from '../adapter.ts'
import { normalisePerson } from './normalise.ts'
import { PersonWire } from './wire.ts'

const SERVICE = 'MOCK_GBDFL_PERSON_BY_IIN'
/** The head of an answer names two systems beside its result. */
const PLACE = { wrapper: 'persons', record: 'person', beside: ['messageResult', 'sender', 'receiver'] }

function iinOf(person: unknown): string | null {
  return echoedIin((person as { iin?: unknown } | null)?.iin)
}

async function fetch(teacher: Teacher, source: Source): Promise<Reply> {
  const reply = await source.shep({
    serviceId: SERVICE,
    namespace: 'urn:mock:gbdfl:v1',
    shape: 'typed',
    root: 'PersonRequest',
    answer: 'PersonResponse',
    fields: personFields(teacher),
    result: MESSAGE_RESULT,
  })
  if ('outcome' in reply) return reply
  const persons = recordsIn(reply.data, PLACE)
  if (!persons) return { outcome: 'unreadable', reason: 'drift' }
  return { records: persons.map((value) => ({ value, iin: iinOf(value), exchange: reply.exchange })) }
}

/** The person: names, birth date, former names. ШЭП, synchronous, typed data (contract page, A). */
export const populationRegister: Adapter<PersonWire> = {
  id: 'population-register',
  version: '1.0.0',
  title: { kk: 'Тұрғындар тізілімі', ru: 'Регистр населения', en: 'Population register' },
  fills: ['identity'],
  service: SERVICE,
  access: { kind: 'sender' },
  wire: PersonWire,
  baseline: ['surname', 'birthDate'],
  personal: { name: ['surname', 'name'], patronymic: ['patronymic'], birth_date: ['birthDate'] },
  delivery: { kind: 'pull', fetch },
  normalise: normalisePerson,
}
