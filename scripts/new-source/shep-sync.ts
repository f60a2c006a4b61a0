import { indexText } from './adapter.ts'
import type { Template } from './kinds.ts'
import type { NewSource } from './plan.ts'
import { spotsText } from './records.ts'
import { use } from './text.ts'

const serviceOf = ({ setting }: NewSource) => `MOCK_${setting}_BY_IIN`
const namespaceOf = ({ id }: NewSource) => `urn:mock:${id}:v1`

function index(source: NewSource): string {
  const { typeName } = source
  return indexText(source, {
    imports: `${use('{ echoedIin }', '../../schemas/wire.ts')}
${use('{ MESSAGE_RESULT, personFields, recordsIn }', '../../schemas/wire-bus.ts')}
${use('type { Adapter, Reply, Source, Teacher }', '../adapter.ts')}`,
    body: `const SERVICE = '${serviceOf(source)}'
const PLACE = { wrapper: 'records', record: 'record', beside: ['messageResult'] }

function iinOf(record: unknown): string | null {
  return echoedIin((record as { iin?: unknown } | null)?.iin)
}

async function fetch(teacher: Teacher, source: Source): Promise<Reply> {
  const reply = await source.shep({
    serviceId: SERVICE,
    namespace: '${namespaceOf(source)}',
    shape: 'typed',
    root: '${typeName}Request',
    answer: '${typeName}Response',
    fields: personFields(teacher),
    result: MESSAGE_RESULT,
  })
  if ('outcome' in reply) return reply
  const records = recordsIn(reply.data, PLACE)
  if (!records) return { outcome: 'unreadable', reason: 'drift' }
  return { records: records.map((value) => ({ value, iin: iinOf(value), exchange: reply.exchange })) }
}`,
    about: 'ШЭП, synchronous, typed data',
    service: 'SERVICE',
    access: `{ kind: 'sender' }`,
    delivery: `{ kind: 'pull', fetch }`,
  })
}

function indexTest(source: NewSource): string {
  const { name } = source
  return `${use('{ expect, test }', 'vitest')}
${use('{ teacher }', '../../test/support/ask-rig.ts')}
${use('{ EXCHANGE, scriptedSource }', '../../test/support/scripted-source.ts')}
${use('type { Pull }', '../adapter.ts')}
${use(`{ ${name} }`, './index.ts')}

const { fetch } = ${name}.delivery as Pull
const { iin } = teacher()

/** What is made of the children of an answer. */
async function reply(data: Record<string, unknown>) {
  const { source } = scriptedSource({ shep: () => ({ data, exchange: EXCHANGE }) })
  const given = await fetch(teacher(), source)
  return 'records' in given ? given.records.map((record) => record.iin) : given.reason
}

test('asks with the number, and with the consent where there is one', async () => {
  const { source, calls } = scriptedSource({ shep: () => ({ data: {}, exchange: EXCHANGE }) })
  await fetch(teacher({ consent: { token: 't', publicKey: 'k' } }), source)
  await fetch(teacher(), source)
  expect(calls).toMatchObject([
    { serviceId: '${serviceOf(source)}', fields: { iin, kdpToken: 't', publicKey: 'k' } },
    { fields: { iin, kdpToken: undefined, publicKey: undefined } },
  ])
})

test.each([
  ['no list as nothing', { messageResult: { code: '00000' } }, []],
  ['an empty list as nothing', { records: '' }, []],
  ['a lone record', { records: { record: { iin } } }, [iin]],
  ['each of several', { records: { record: [{ iin }, { iin: '' }] } }, [iin, null]],
  ['other elements in the place of records as drift', { records: { entry: { iin } } }, 'drift'],
])('reads %s', async (_, data, expected) => {
  expect(await reply(data)).toEqual(expected)
})

test('hands a verdict of the bus on', async () => {
  const { source } = scriptedSource({ shep: () => ({ outcome: 'empty', reason: null }) })
  expect(await fetch(teacher(), source)).toEqual({ outcome: 'empty', reason: null })
})
`
}

function handlers(source: NewSource): string {
  const { id, typeName } = source
  return `${use('type { Mock }', '../mock.ts')}
${use('{ type Result, syncMock }', '../shep/sync.ts')}
${use('{ elements }', '../shep/xml.ts')}
${use('{ recordsOf }', './records.ts')}

const CODES: Readonly<Record<Result, string>> = { processed: '00000', empty: '00404', refused: '00403', expired: '00413', revoked: '00423' }

function messageResult(result: Result): string {
  const [nameRu, nameKz] = result === 'processed' ? ['Обработано', 'Өңделді'] : ['Нет данных', 'Дерек жоқ']
  return elements({ messageResult: { code: CODES[result], nameRu, nameKz, changeDate: null } })
}

/** Records by person on the synchronous channel of the bus. */
export const mock: Mock = syncMock({
  id: '${id}',
  credentials: { user: 'mock-gateway', password: 'mock-only-${id}' },
  serviceId: '${serviceOf(source)}',
  namespace: '${namespaceOf(source)}',
  root: '${typeName}Response',
  spots: ${spotsText(source)},
  records: (person, { today }) => recordsOf(person, today),
  content: (result, records) => [messageResult(result), records.length > 0 ? elements({ records: { record: records } }) : ''],
})
`
}

/** The bus, synchronous channel: one question about one person, answered at once. */
export const shepSync: Template = {
  adapter: (source) => ({ 'index.ts': index(source), 'index.test.ts': indexTest(source) }),
  mock: (source) => ({ 'handlers.ts': handlers(source) }),
  told: (source) => ({
    asked: `ШЭП, synchronous channel: \`SendMessage\` with \`iin\` and, where the caller gave a consent, \`kdpToken\` and \`publicKey\`; service \`${serviceOf(source)}\`. \`messageResult\` says how the question ended, \`records/record\` holds what was found.`,
    misbehaves:
      'No list, an empty list and a code that says so are nothing · a lone record is an object, several are a list · other elements in the place of records are drift, never nothing · data typed, as elements, as escaped text or in CDATA.',
    settings: ['USER', 'PASSWORD', 'SUCCESS_CODES', 'SIGN'],
    endpoints: `\`POST /${source.id}\` (SOAP 1.1, empty SOAPAction), service \`${serviceOf(source)}\`.`,
    credentials:
      'Sender `mock-gateway` with the password of `handlers.ts`; another sender gets 401 without a SOAP body. With signing on, an unsigned request gets SCE007, a wrongly signed one SCE006.',
    scenarios:
      'All of the road, of the bus and of its synchronous channel, and those of sources that name the person and give all records at once.',
  }),
}
