import { createHash } from 'node:crypto'
import type { Access, Exchange, HttpCall } from '../../adapters/adapter.ts'
import { letters } from '../../schemas/identifiers.ts'
import type { Clock, HttpRequest, HttpResponse, Transport } from '../ports.ts'
import type { SourceSettings } from './settings.ts'
import { type Heard, sentAt } from './skew.ts'

/** What an answer may weigh after content decoding, bytes (contract page, C). */
export const LARGEST = {
  xml: 1024 * 1024,
  json: 2 * 1024 * 1024,
  messages: 12 * 1024 * 1024,
  oversized: 64 * 1024 * 1024,
  file: 256 * 1024 * 1024,
} as const

/** Header lines. */
export type HeaderLines = Readonly<Record<string, string>>

/** What every call to a source needs. */
export interface WireDeps {
  readonly settings: SourceSettings
  readonly transport: Transport
  readonly clock: Clock
  /** A UUID. */
  readonly newId: () => string
  /** Told the id of each exchange, so that an answer without records can name it too. */
  readonly noted?: (exchangeId: string) => void
  /** Told what the clock of the source shows. */
  readonly heard?: Heard
}

/** SHA-256, hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The link between a record and the answer that carried it. */
export function exchangeOf({ bytes, header }: HttpResponse, signature: Exchange['signature'], deps: WireDeps): Exchange {
  const { clock, newId, noted, heard } = deps
  heard?.('Date', sentAt(header))
  const id = `ex_${letters(newId().replaceAll('-', ''))}`
  noted?.(id)
  return {
    id,
    at: new Date(clock.now()).toISOString(),
    payloadHash: sha256(bytes),
    signature,
  }
}

/** The credentials that need no session, as header lines; an empty token is not sent. */
export function credentialsOf(access: Access, { user, password, token }: SourceSettings): HeaderLines {
  if (access.kind === 'basic') return { authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}` }
  if (access.kind !== 'header' || token === '') return {}
  return { [access.name.toLowerCase()]: access.scheme ? `${access.scheme} ${token}` : token }
}

function queryOf(query: HttpCall['query']): string {
  const pairs = Object.entries(query ?? {}).filter((pair): pair is [string, string | number] => pair[1] !== undefined)
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`
}

function contentOf(call: HttpCall): { readonly body: string | null; readonly type: string | null } {
  if (call.json !== undefined) return { body: JSON.stringify(call.json), type: 'application/json' }
  if (call.form) return { body: new URLSearchParams(call.form).toString(), type: 'application/x-www-form-urlencoded' }
  return { body: null, type: null }
}

/** A call of an adapter as a request for the port; `extra` are the credentials. */
export function toRequest(call: HttpCall, extra: HeaderLines, signal: AbortSignal, maxBytes: number, { settings }: WireDeps): HttpRequest {
  const { body, type } = contentOf(call)
  const headers = { accept: 'application/json', ...(type ? { 'content-type': type } : {}), ...call.headers, ...extra }
  return { url: `${settings.url}${call.path}${queryOf(call.query)}`, method: call.method, headers, body, signal, maxBytes }
}
