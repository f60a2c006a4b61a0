import { indexText } from './adapter.ts'
import type { Template } from './kinds.ts'
import type { NewSource } from './plan.ts'
import { spotsText } from './records.ts'
import { use } from './text.ts'

const serviceOf = ({ setting }: NewSource) => `MOCK_${setting}_REQUEST`

function index(source: NewSource): string {
  const { name } = source
  return indexText(source, {
    imports: `${use('type { Adapter }', '../adapter.ts')}
${use('{ ANSWER, readMessage }', './read.ts')}`,
    body: `const SERVICE = '${serviceOf(source)}'`,
    about: 'ШЭП, asynchronous',
    service: 'SERVICE',
    access: `{ kind: 'sender' }`,
    delivery: `{
    kind: 'inbox',
    send: ({ iin, caseId }) => ({
      serviceId: SERVICE,
      namespace: '',
      shape: 'plain',
      root: '${name}Request',
      answer: ANSWER,
      fields: { iin, caseId },
    }),
    read: readMessage,
  }`,
  })
}

function read({ name, typeName }: NewSource): string {
  return `${use('{ echoedIin }', '../../schemas/wire.ts')}
${use('type { InboxMessage, Reading }', '../adapter.ts')}
${use(`{ ${typeName}Wire }`, './wire.ts')}

type Node = Readonly<Record<string, unknown>>

/** Roots of the answers. */
export const ANSWER = '${name}Answer'
const NOT_FOUND = '${name}NotFound'
const KEYS: readonly string[] = Object.keys(${typeName}Wire.shape)

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The root where it is named, by the codec or in the data; typed data come without one and are known by what they hold. */
function rootOf(root: string, data: Node): string {
  if (root !== '') return root
  const named = [ANSWER, NOT_FOUND].find((name) => name in data)
  if (named) return named
  if (KEYS.some((key) => key in data)) return ANSWER
  return 'iin' in data ? NOT_FOUND : ''
}

/** What one message says: only keys that are present are in the value, so that a later message erases nothing. */
export function readMessage({ root, data, messageType }: InboxMessage): Reading {
  const kind = rootOf(root, data)
  const inside = data[kind]
  const told = isNode(inside) ? inside : data
  if (kind === NOT_FOUND) return { kind: 'empty', iin: echoedIin(told.iin) }
  if (kind !== ANSWER) return { kind: 'unreadable' }
  const value = Object.fromEntries(KEYS.filter((key) => key in told).map((key) => [key, told[key]]))
  return { kind: 'record', final: messageType === 'RESPONSE', iin: echoedIin(told.iin), value }
}
`
}

function readTest({ name }: NewSource): string {
  return `${use('{ expect, test }', 'vitest')}
${use('{ teacher }', '../../test/support/ask-rig.ts')}
${use('type { Inbox, InboxMessage }', '../adapter.ts')}
${use(`{ ${name} }`, './index.ts')}
${use('{ ANSWER, readMessage }', './read.ts')}

const { iin } = teacher()

function message(root: string, data: Record<string, unknown>, messageType = 'RESPONSE'): InboxMessage {
  return { messageId: 'm-1', correlationId: 'c-1', messageType, messageDate: null, root, data }
}

test.each([
  ['inside its root', ANSWER, { [ANSWER]: { iin, recordId: 'r-1', shoeSize: 44 } }],
  ['as the children of its root', ANSWER, { iin, recordId: 'r-1' }],
  ['inside a root that the codec did not know', '', { [ANSWER]: { iin, recordId: 'r-1' } }],
  ['without a root, as typed data come', '', { iin, recordId: 'r-1' }],
])('finds the record %s', (_, root, data) => {
  expect(readMessage(message(root, data))).toEqual({ kind: 'record', final: true, iin, value: { recordId: 'r-1' } })
})

test('waits on after a notification, which erases nothing', () => {
  const value = { updatedAt: '2026-04-01', recordId: null }
  expect(readMessage(message(ANSWER, { iin, ...value }, 'NOTIFICATION'))).toEqual({ kind: 'record', final: false, iin, value })
})

test.each([
  ['with its root', '${name}NotFound', { iin }],
  ['without a root, as typed data come', '', { iin }],
])('reads the answer that there is nothing %s', (_, root, data) => {
  expect(readMessage(message(root, data))).toEqual({ kind: 'empty', iin })
})

test.each([
  ['nothing', '', {}],
  ['another answer', 'somethingElse', { iin }],
])('gives up on %s', (_, root, data) => {
  expect(readMessage(message(root, data))).toEqual({ kind: 'unreadable' })
})

test('asks about a person and a case', () => {
  const call = (${name}.delivery as Inbox).send(teacher({ caseId: '2026-000017' }))
  expect(call).toMatchObject({ root: '${name}Request', answer: ANSWER, fields: { iin, caseId: '2026-000017' } })
})
`
}

function handlers(source: NewSource): string {
  const { id } = source
  return `${use('type { Mock }', '../mock.ts')}
${use('{ asyncMock }', '../shep/async.ts')}
${use('{ messagesFor }', './messages.ts')}

/** Answers that come later, on the asynchronous channel of the bus. */
export const mock: Mock = asyncMock({
  id: '${id}',
  credentials: { user: 'mock-gateway', password: 'mock-only-${id}' },
  serviceId: '${serviceOf(source)}',
  senderId: '${id}',
  messages: messagesFor,
})
`
}

function messages(source: NewSource): string {
  const { name } = source
  return `${use('{ bend, type Spots }', '../bend.ts')}
${use('type { Message }', '../shep/async.ts')}
${use('{ documentIn }', '../shep/envelope.ts')}
${use('{ elements }', '../shep/xml.ts')}
${use('type { World }', '../world.ts')}
${use('{ recordsOf }', './records.ts')}

const SPOTS: Spots = ${spotsText(source)}

/** What is said to one question: the record, or that there is none. */
export function messagesFor(iin: string, correlationId: string, scenario: string, world: World): readonly Message[] {
  const person = world.byIin.get(iin)
  const stranger = world.cast.find((one) => one.iin !== iin)?.iin ?? ''
  const [record] = bend(scenario, person ? recordsOf(person, world.today) : [], SPOTS, stranger)
  const data = record
    ? documentIn('${name}Answer', elements(record), scenario)
    : documentIn('${name}NotFound', elements({ iin }), scenario)
  return [{ messageId: \`\${correlationId}-r\`, correlationId, messageType: 'RESPONSE', messageDate: world.now(), data }]
}
`
}

/** The bus, asynchronous channel: a question is sent, and what is answered is read when it arrives. */
export const shepAsync: Template = {
  adapter: (source) => ({ 'index.ts': index(source), 'read.ts': read(source), 'read.test.ts': readTest(source) }),
  mock: (source) => ({ 'handlers.ts': handlers(source), 'messages.ts': messages(source) }),
  told: (source) => ({
    asked: `ШЭП, asynchronous channel: \`sendMessage\` with \`iin\` and \`caseId\`, service \`${serviceOf(source)}\`; then \`getMessages\` until the \`RESPONSE\` to it is there. What does not come within the caller's budget is \`deferred\` and taken up later by the poller.`,
    misbehaves:
      'A receipt and no answer for hours · the same message twice · data escaped this time and as elements next time · a notification lays only the keys over the record that it brings, and never ends the waiting.',
    settings: ['USER', 'PASSWORD', 'POLL_MS', 'SUCCESS_CODES', 'SIGN'],
    endpoints: `\`POST /${source.id}\` with \`sendMessage\`, \`getMessages\`, \`sendDeliveryNotification\`, \`getMessageStatus\`; service \`${serviceOf(source)}\`. One queue per sender; two polls must be 200 ms apart.`,
    credentials: 'Sender `mock-gateway` with the password of `handlers.ts`; another sender gets 401.',
    scenarios: 'All of the road and of the bus, those of sources that name the person, and `late` `twice`.',
  }),
}
