import { http } from 'msw'
import { type Mock, playing } from '../mock.ts'
import { type Call, play } from '../play.ts'
import { ASYNC, busDate, dressed, envelope, fault, sessionId } from '../shep/envelope.ts'
import { elements, iinIn, textOf } from '../shep/xml.ts'
import type { World } from '../world.ts'
import { messagesFor } from './messages.ts'
import { Queue, type Waiting } from './queue.ts'

const ID = 'egov-portal'
const CREDENTIALS = { user: 'mock-gateway', password: 'mock-only-portal' }
const SERVICE = 'MOCK_ES_REQUEST_FORM_ATTESTATION'
/** Polls closer together are refused. */
const LEAST_POLL_MS = 190
const MOST_MESSAGES = 20
const OPERATIONS = ['sendMessage', 'getMessages', 'sendDeliveryNotification', 'getMessageStatus'] as const
type Operation = (typeof OPERATIONS)[number]

function operationIn(body: string): Operation | null {
  return OPERATIONS.find((operation) => new RegExp(`<(?:[\\w.-]+:)?${operation}[\\s>]`).test(body)) ?? null
}

function messageXml({ messageId, correlationId, messageType, messageDate, data }: Waiting): string {
  const info = {
    messageId,
    correlationId: correlationId ?? undefined,
    serviceId: SERVICE,
    messageType,
    messageDate: busDate(messageDate),
    sender: { senderId: 'pep' },
  }
  return `<messages>${elements({ messageInfo: info })}<messageData>${data}</messageData></messages>`
}

interface Desk {
  readonly world: World
  readonly queue: Queue
}

function response(operation: Operation, content: string): string {
  return envelope(`<a:${operation}Response xmlns:a="${ASYNC}"><response>${content}</response></a:${operation}Response>`)
}

function receive(body: string, scenario: string, { world, queue }: Desk): string | null {
  const messageId = textOf(body, 'messageId')
  const iin = iinIn(body)
  if (!messageId || !iin || textOf(body, 'messageType') !== 'REQUEST') return null
  queue.put(...messagesFor(iin, messageId, scenario, world))
  return elements({
    messageId: `receipt-${messageId}`,
    correlationId: messageId,
    responseDate: busDate(world.now()),
    sessionId: sessionId(messageId),
  })
}

function deliver(body: string, scenario: string, { world, queue }: Desk): string | null {
  if (queue.tooSoon(world.now(), LEAST_POLL_MS)) return null
  const amount = Math.min(Number(textOf(body, 'amount') ?? MOST_MESSAGES), MOST_MESSAGES)
  const due = queue.due(world.now(), amount)
  const messages = scenario === 'twice' ? [...due, ...due] : due
  return elements({ responseDate: busDate(world.now()), sessionId: sessionId('poll') }) + messages.map(messageXml).join('')
}

function acknowledge(body: string, { world, queue }: Desk): string {
  const messageId = textOf(body, 'messageId') ?? ''
  queue.acknowledge(messageId)
  return elements({ notificationId: `n-${messageId}`, responseDate: busDate(world.now()), sessionId: sessionId(messageId) })
}

function perform(operation: Operation, { body, scenario }: Call, desk: Desk): string | null {
  if (operation === 'sendMessage') return receive(body, scenario, desk)
  if (operation === 'getMessages') return deliver(body, scenario, desk)
  if (operation === 'sendDeliveryNotification') return acknowledge(body, desk)
  const status = { statusCode: 'OK', statusMessage: 'ok', statusDate: busDate(desk.world.now()) }
  return elements({ messageState: 'DELIVERED', status, responseDate: busDate(desk.world.now()), sessionId: sessionId('status') })
}

async function answer(call: Call, desk: Desk): Promise<Response> {
  const { body, scenario } = call
  const { world } = desk
  const operation = operationIn(body) ?? 'sendMessage'
  const { user, password } = CREDENTIALS
  if (textOf(body, 'senderId') !== user || textOf(body, 'password') !== password) return new Response(null, { status: 401 })
  if (scenario === 'shep-fault') return fault('SCE004', operation, ASYNC, world.now())
  if (scenario === 'remote-error') return fault('SCE909', operation, ASYNC, world.now())
  if (scenario === 'fault-200') return fault('SCE909', operation, ASYNC, world.now(), 200)
  if (operationIn(body) === null) return fault('SCE001', operation, ASYNC, world.now())
  const content = perform(operation, call, desk)
  return content === null ? fault('SCE001', operation, ASYNC, world.now()) : dressed(response(operation, content), scenario, world)
}

/** The e-government portal on the asynchronous channel: one queue per sender, delivery at least once. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['person', 'bus'],
  plays: [
    playing('late', 'Q28', 'the message comes after the caller has gone', ['deferred', 'async']),
    playing('twice', 'Q29', 'every message twice'),
    playing('notification-first', '', 'a change of status before the answer'),
    playing('unknown-correlation', '', 'messages that nobody asked for come first'),
    playing('broken-file', '', 'a file that is no base64'),
  ],
  open(world) {
    const queue = new Queue()
    const bus = play(world, { source: ID, operation: 'async', iinOf: iinIn, answer: (call) => answer(call, { world, queue }) })
    return { handlers: [http.post(`*/${ID}`, bus), http.post(`*/${ID}/`, bus)], reset: () => queue.clear() }
  },
}
