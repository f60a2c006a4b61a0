import type { Exchange, Inbox, InboxMessage, Reading } from '../../adapters/adapter.ts'
import type { StoredMessage } from '../store/store.ts'
import type { TakenMessage } from './bus.ts'

/** What a stored message keeps beside its head. */
type Kept = Pick<InboxMessage, 'root' | 'data'> & Pick<TakenMessage, 'exchange' | 'readable'>

/** A taken message as it is stored. */
export function toStored({ message, exchange, readable }: TakenMessage): StoredMessage {
  const { root, data, ...head } = message
  return { ...head, body: JSON.stringify({ root, data, exchange, readable } satisfies Kept) }
}

/** What the messages of one request say together. */
export type Folded =
  | { readonly state: 'waiting' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'empty'; readonly iins: readonly (string | null)[]; readonly exchange: Exchange }
  | {
      readonly state: 'record'
      readonly iins: readonly (string | null)[]
      readonly value: Readonly<Record<string, unknown>>
      readonly exchange: Exchange
    }

interface Read {
  readonly reading: Reading
  readonly exchange: Exchange
  readonly isResponse: boolean
}

function read(stored: StoredMessage, delivery: Inbox): Read {
  const { body, ...head } = stored
  const { root, data, exchange, readable } = JSON.parse(body) as Kept
  const reading: Reading = readable ? delivery.read({ ...head, root, data }) : { kind: 'unreadable' }
  return { reading, exchange, isResponse: stored.messageType === 'RESPONSE' }
}

/** By the sender's clock, whatever the order of arrival; of one second the RESPONSE is the older. A message without a date counts as the oldest. */
function byDate(one: StoredMessage, other: StoredMessage): number {
  const [left, right] = [one.messageDate ?? '', other.messageDate ?? '']
  if (left !== right) return left < right ? -1 : 1
  const [first, second] = [one.messageType === 'RESPONSE', other.messageType === 'RESPONSE']
  if (first !== second) return first ? -1 : 1
  return one.messageId < other.messageId ? -1 : 1
}

/**
 * Lays the messages over one another: the latest wins, and only keys that are present replace. Only a RESPONSE ends the waiting
 * (contract page, B). Pure.
 */
export function fold(messages: readonly StoredMessage[], delivery: Inbox): Folded {
  const reads = [...messages].sort(byDate).map((message) => read(message, delivery))
  const iins = reads.map(({ reading }) => (reading.kind === 'unreadable' ? null : reading.iin))
  const last = reads.findLast(({ reading, isResponse }) => isResponse && reading.kind === 'record' && reading.final)
  if (last) {
    const values = reads.map(({ reading }) => (reading.kind === 'record' ? reading.value : {}))
    return { state: 'record', iins, value: Object.assign({}, ...values) as Record<string, unknown>, exchange: last.exchange }
  }
  const response = reads.findLast(({ isResponse }) => isResponse)
  if (response?.reading.kind === 'empty') return { state: 'empty', iins, exchange: response.exchange }
  return { state: response?.reading.kind === 'unreadable' ? 'unreadable' : 'waiting' }
}
