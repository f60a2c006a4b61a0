import { http } from 'msw'
import { type Credentials, type Mock, playing } from '../mock.ts'
import { type Call, play } from '../play.ts'
import type { World } from '../world.ts'
import { ASYNC, dressed, envelope, fault, faultUnder, sessionId } from './envelope.ts'
import { Queue, type Waiting } from './queue.ts'
import { signatureFault } from './sign.ts'
import { busDate, elements, iinIn, textOf } from './xml.ts'

/** What one source on the asynchronous channel says to a question, but for when it comes. */
export type Message = Omit<Waiting, 'at'>

/** What is particular of one source on the asynchronous channel. */
export interface AsyncService {
  readonly id: string
  readonly credentials: Credentials
  readonly serviceId: string
  /** The name under which it sends. */
  readonly senderId: string
  /** Own scenarios. */
  readonly plays?: Mock['plays']
  /** Everything that it will ever say to one question, in the order in which it comes. */
  messages(iin: string, correlationId: string, scenario: string, world: World): readonly Message[]
}

/** Polls closer together are refused. */
const LEAST_POLL_MS = 190
const MOST_MESSAGES = 20
/** Longer than the budget of a caller. */
const LATE_MS = 5000
const OPERATIONS = ['sendMessage', 'getMessages', 'sendDeliveryNotification', 'getMessageStatus'] as const
type Operation = (typeof OPERATIONS)[number]

function operationIn(body: string): Operation | null {
  return OPERATIONS.find((operation) => new RegExp(`<(?:[\\w.-]+:)?${operation}[\\s>]`).test(body)) ?? null
}

interface Desk {
  readonly service: AsyncService
  readonly world: World
  readonly queue: Queue
}

function messageXml({ messageId, correlationId, messageType, messageDate, data }: Waiting, { serviceId, senderId }: AsyncService): string {
  const info = {
    messageId,
    correlationId: correlationId ?? undefined,
    serviceId,
    messageType,
    messageDate: busDate(messageDate),
    sender: { senderId },
  }
  return `<messages>${elements({ messageInfo: info })}<messageData>${data}</messageData></messages>`
}

function response(operation: Operation, content: string): string {
  return envelope(`<a:${operation}Response xmlns:a="${ASYNC}"><response>${content}</response></a:${operation}Response>`)
}

function receive(body: string, scenario: string, { service, world, queue }: Desk): string | null {
  const messageId = textOf(body, 'messageId')
  const iin = iinIn(body)
  if (!messageId || !iin || textOf(body, 'messageType') !== 'REQUEST') return null
  const at = world.now() + (scenario === 'late' ? LATE_MS : world.portalDelayMs)
  queue.put(...service.messages(iin, messageId, scenario, world).map((message) => ({ ...message, at })))
  return elements({
    messageId: `receipt-${messageId}`,
    correlationId: messageId,
    responseDate: busDate(world.now()),
    sessionId: sessionId(messageId),
  })
}

function deliver(body: string, scenario: string, { service, world, queue }: Desk): string | null {
  if (queue.tooSoon(world.now(), LEAST_POLL_MS)) return null
  const amount = Math.min(Number(textOf(body, 'amount') ?? MOST_MESSAGES), MOST_MESSAGES)
  const due = queue.due(world.now(), amount)
  const messages = scenario === 'twice' ? [...due, ...due] : due
  const told = messages.map((message) => messageXml(message, service)).join('')
  return elements({ responseDate: busDate(world.now()), sessionId: sessionId('poll') }) + told
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
  const { request, body, scenario } = call
  if (!/^(?:text|application)\/xml\b/.test(request.headers.get('content-type') ?? '')) return new Response(null, { status: 415 })
  const { world } = desk
  const operation = operationIn(body) ?? 'sendMessage'
  const { user, password } = desk.service.credentials
  if (textOf(body, 'senderId') !== user || textOf(body, 'password') !== password) return new Response(null, { status: 401 })
  const faulty =
    scenario === 'remote-error' ? fault('SCE909', operation, ASYNC, world.now()) : faultUnder(scenario, operation, ASYNC, world.now())
  if (faulty) return faulty
  if (operationIn(body) === null) return fault('SCE001', operation, ASYNC, world.now())
  const bad = world.signing ? await signatureFault(body, world.signing) : null
  if (bad) return fault(bad, operation, ASYNC, world.now())
  const content = perform(operation, call, desk)
  return content === null ? fault('SCE001', operation, ASYNC, world.now()) : dressed(response(operation, content), scenario, world)
}

/** A source on the asynchronous channel of the bus: one queue per sender, delivery at least once. */
export function asyncMock(service: AsyncService): Mock {
  const { id, credentials, plays = [] } = service
  return {
    id,
    credentials,
    traits: ['person', 'rows', 'names', 'bus'],
    plays: [
      playing('late', 'Q28 U47', 'the message comes after the caller has gone', ['deferred', 'async']),
      playing('twice', 'Q29 U30 U47', 'every message twice'),
      ...plays,
    ],
    open(world) {
      const queue = new Queue()
      const desk = { service, world, queue }
      const bus = play(world, {
        source: id,
        operation: 'async',
        wants: {
          type: 'text/xml',
          credentials: 'the sender in the request',
          fields: `${OPERATIONS.join(' | ')} with messageId, messageType, iin`,
        },
        iinOf: iinIn,
        answer: (call) => answer(call, desk),
        tooMany: () => fault('SCE909', 'sendMessage', ASYNC, world.now()),
      })
      return { handlers: [http.post(`*/${id}`, bus), http.post(`*/${id}/`, bus)], reset: () => queue.clear() }
    },
  }
}
