import { type HttpRequest, type HttpResponse, TransportFault } from '../ports.ts'
import { TooLarge } from '../sources/transport-error.ts'
import { toBody, toBytes } from './body.ts'
import type { RecordedAnswer, RecordedRequest } from './cassette.ts'

/** Headers of a question that say what is asked and not who asks. */
const ASKED = ['content-type', 'accept', 'soapaction', 'if-none-match']
/** Headers of an answer that the gateway reads. Bodies are kept after content decoding, so their encoding is none of them. */
const TOLD = ['content-type', 'etag', 'retry-after', 'location', 'www-authenticate']

/** An answer that came, with its whole body. */
export type CameAnswer = Extract<RecordedAnswer, { status: number }>

function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body
}

/** Whether an address is one of a source, and not of another whose base URL goes on where this one ends. */
export function isUnder(url: string, base: string): boolean {
  return url.startsWith(base) && /^(?:[/?]|$)/.test(url.slice(base.length))
}

/** The headers of a question that a cassette keeps, their names in lower case. */
export function keptHeaders(headers: Iterable<readonly [string, string]>): RecordedRequest['headers'] {
  const lower = Array.from(headers, ([name, value]) => [name.toLowerCase(), value] as const)
  return Object.fromEntries(lower.filter(([name]) => ASKED.includes(name)))
}

/** A question as a cassette keeps it, before it is redacted; `base` is the URL of the source. */
export function recordedRequest({ method, url, headers, body }: HttpRequest, base: string): RecordedRequest {
  const kept = keptHeaders(Object.entries(headers))
  return { method, path: url.slice(base.length), headers: kept, body: body === null ? null : toBody(bytesOf(body)) }
}

/** An answer as a cassette keeps it, before it is redacted. */
export function recordedAnswer({ status, header }: HttpResponse, bytes: Uint8Array): CameAnswer {
  const headers: Record<string, string> = {}
  for (const name of TOLD) {
    const value = header(name)
    if (value !== null) headers[name] = value
  }
  return { status, headers, body: bytes.byteLength === 0 ? null : toBody(bytes) }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The body of a recorded answer; empty where there is none. */
export function bytesOfAnswer({ body }: CameAnswer): Uint8Array {
  return body === null ? new Uint8Array() : toBytes(body)
}

/** A recorded answer as the port gives it, within the cap of the question. Throws `TransportFault`, recorded ones too. */
export function played(answer: RecordedAnswer, bytes: Uint8Array, { streamed, maxBytes, signal }: HttpRequest): HttpResponse {
  if (signal.aborted) throw new TransportFault('timeout', 'no answer within the limit')
  if ('fault' in answer) throw new TransportFault(answer.fault, 'as recorded')
  if (bytes.byteLength > maxBytes) throw new TooLarge()
  const { status, headers } = answer
  const head = { status, header: (name: string) => headers[name.toLowerCase()] ?? null }
  return streamed ? { ...head, bytes: new Uint8Array(), chunks: once(bytes) } : { ...head, bytes }
}
