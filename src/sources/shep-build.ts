import type { ShepCall } from '../../adapters/adapter.ts'
import type { SourceSettings } from './settings.ts'

/** Namespaces of the bus (wire formats, 1.1 and 2). */
export const NAMESPACES = {
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  soap12: 'http://www.w3.org/2003/05/soap-envelope',
  sync: 'http://bip.bee.kz/SyncChannel/v10/Types',
  async: 'http://bip.bee.kz/AsyncChannel/v10/Types',
  wsu: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
} as const

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
/** The last three would be read as line feeds: by every reader of XML, or by those that know XML 1.1. */
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\r': '&#13;', '\u0085': '&#133;', '\u2028': '&#8232;' },
}
/** What XML 1.0 cannot hold at all. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Text as it may stand in an element or an attribute; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\r\u0085\u2028]/g, (letter) => ESCAPES[letter] ?? letter)
}

/** `yyyy-MM-dd'T'HH:mm:ss.SSS+05:00`: the bus writes the country's one zone. */
export function messageDate(now: number): string {
  return `${new Date(now + 5 * 3_600_000).toISOString().slice(0, -1)}+05:00`
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

function fieldsOf(call: ShepCall): string {
  return Object.entries(call.fields)
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([name, value]) => element(name, escapeXml(value)))
    .join('')
}

/** `data` in the shape that the source understands (wire formats, 1.2). */
function dataOf(call: ShepCall): string {
  const fields = fieldsOf(call)
  const namespace = escapeXml(call.namespace)
  if (call.shape === 'typed') return `<data ${XSI} xmlns:d="${namespace}" xsi:type="d:${call.root}">${fields}</data>`
  const prefix = call.namespace === '' ? '' : 'd:'
  const declaration = call.namespace === '' ? '' : ` xmlns:d="${namespace}"`
  const root = `<${prefix}${call.root}${declaration}>${fields}</${prefix}${call.root}>`
  if (call.shape === 'plain') return element('data', root)
  const document = escapeXml(`<?xml version="1.0" encoding="UTF-8"?>${root}`)
  return `<data ${XSI} xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:string">${document}</data>`
}

function senderOf({ user, password }: Pick<SourceSettings, 'user' | 'password'>): string {
  return element('sender', element('senderId', escapeXml(user)) + element('password', escapeXml(password)))
}

/** What every message of ours carries. */
export interface Head {
  readonly messageId: string
  readonly sender: Pick<SourceSettings, 'user' | 'password'>
  /** Milliseconds since 1970. */
  readonly now: number
}

function envelope(operation: string, namespace: string, content: string, bodyId: string): string {
  const id = `xmlns:wsu="${NAMESPACES.wsu}" wsu:Id="id-${bodyId}"`
  return (
    `<soapenv:Envelope xmlns:soapenv="${NAMESPACES.soap}" xmlns:typ="${namespace}"><soapenv:Header/><soapenv:Body ${id}>` +
    `<typ:${operation}>${element('request', content)}</typ:${operation}></soapenv:Body></soapenv:Envelope>`
  )
}

/** `SendMessage` of the synchronous channel, elements in the order of its schema. */
export function buildSync(call: ShepCall, head: Head): string {
  const info =
    element('messageId', head.messageId) +
    element('serviceId', escapeXml(call.serviceId)) +
    element('messageDate', messageDate(head.now)) +
    senderOf(head.sender)
  return envelope('SendMessage', NAMESPACES.sync, element('requestInfo', info) + element('requestData', dataOf(call)), head.messageId)
}

/** `sendMessage` of the asynchronous channel. */
export function buildSend(call: ShepCall, head: Head): string {
  const info =
    element('messageId', head.messageId) +
    element('serviceId', escapeXml(call.serviceId)) +
    element('messageType', 'REQUEST') +
    element('messageDate', messageDate(head.now)) +
    senderOf(head.sender)
  return envelope('sendMessage', NAMESPACES.async, element('messageInfo', info) + element('messageData', dataOf(call)), head.messageId)
}

/** `getMessages`: at most `amount` messages of our sender. */
export function buildTake(serviceId: string, amount: number, head: Head): string {
  const content =
    element('messageId', head.messageId) +
    element('requestDate', messageDate(head.now)) +
    element('serviceId', escapeXml(serviceId)) +
    senderOf(head.sender) +
    element('amount', String(amount))
  return envelope('getMessages', NAMESPACES.async, content, head.messageId)
}

/** `sendDeliveryNotification`: the message taken is ours now and need not be delivered again. */
export function buildAcknowledge(messageId: string, serviceId: string, head: Head): string {
  const notification =
    element('messageId', escapeXml(messageId)) +
    element('serviceId', escapeXml(serviceId)) +
    element('notificationDate', messageDate(head.now)) +
    element('deliveryStatus', 'DELIVERED')
  const content = element('notification', notification) + element('requestDate', messageDate(head.now)) + senderOf(head.sender)
  return envelope('sendDeliveryNotification', NAMESPACES.async, content, head.messageId)
}
