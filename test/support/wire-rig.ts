import type { Access, ShepCall } from '../../adapters/adapter.ts'
import type { HttpRequest, HttpResponse, Transport } from '../../src/ports.ts'
import { bindSource } from '../../src/sources/bind.ts'
import { bindBus } from '../../src/sources/bind-bus.ts'
import { SourceFailure } from '../../src/sources/failure.ts'
import { failureOf } from '../../src/sources/fault.ts'
import { createParsedCache } from '../../src/sources/parsed-cache.ts'
import { createSessionKeeper } from '../../src/sources/session.ts'
import type { SourceSettings } from '../../src/sources/settings.ts'
import { noSigner, type SoapSigner } from '../../src/sources/signer.ts'
import type { Heard } from '../../src/sources/skew.ts'
import { checksHere, type SignatureChecks } from '../../src/sources/xml-signature.ts'

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const SYNC = 'http://bip.bee.kz/SyncChannel/v10/Types'
const ASYNC = 'http://bip.bee.kz/AsyncChannel/v10/Types'

/** An answer as a transport gives it. Header names in lower case. */
export function answer(body: string | Uint8Array, status = 200, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { status, header: (name) => headers[name] ?? null, bytes }
}

/** What a source answers: one thing for every request, or by the request. */
export type Answering = HttpResponse | ((request: HttpRequest) => HttpResponse | Promise<HttpResponse>)

/** What a test changes of the wire. */
export interface WireOptions {
  /** Of the limit of each attempt. */
  readonly signal?: AbortSignal
  readonly access?: Access
  readonly settings?: Partial<SourceSettings>
  readonly signer?: SoapSigner
  readonly checks?: SignatureChecks
  readonly shared?: boolean
  readonly heard?: Heard
}

const SETTINGS: SourceSettings = {
  id: 'diplomas',
  url: 'http://127.0.0.1:1/diplomas',
  user: 'gateway',
  password: 'invented',
  token: 'invented-token',
  timeoutMs: 5000,
  concurrency: 12,
  ratePerSecond: null,
  consent: 'optional',
  successCodes: ['SCSS001', 'Success'],
  sign: 'none',
  signKey: null,
  signCert: null,
  verifyCert: null,
  ncanodeUrl: null,
  pollMs: 300,
  copySeconds: 60,
  probeSeconds: 0,
  maintenance: [],
}

/** A source and a bus bound over scripted answers, with the requests that were made and a clock that stands still. */
export function createWire(answering: Answering, options: WireOptions = {}) {
  const requests: HttpRequest[] = []
  const transport: Transport = async (request) => {
    requests.push(request)
    return typeof answering === 'function' ? answering(request) : answering
  }
  const time = { now: Date.UTC(2026, 10, 24, 5), monotonic: 0 }
  const clock = { now: () => time.now, monotonic: () => time.monotonic }
  let ids = 0
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`
  const settings = { ...SETTINGS, ...options.settings }
  const run = <Result>(attempt: (signal: AbortSignal) => Promise<Result>) => attempt(options.signal ?? new AbortController().signal)
  const signer = options.signer ?? noSigner
  const checks = options.checks ?? checksHere
  const wire = { settings, transport, clock, newId, signer, checks, run, heard: options.heard ?? (() => {}) }
  const [sessions, parsed] = [createSessionKeeper(clock, options.shared ?? true), createParsedCache()]
  const source = bindSource({ ...wire, access: options.access ?? { kind: 'none' }, sessions, parsed })
  return { source, bus: bindBus(wire), requests, time, settings }
}

/** The failure that a promise comes to: outcome and reason, and whether asking again may help. */
export async function failureIn(promise: Promise<unknown>): Promise<string> {
  const failure = failureOf(
    await promise.then(
      () => null,
      (error: unknown) => error,
    ),
  )
  return failure instanceof SourceFailure ? `${failure.verdict.outcome}/${failure.verdict.reason} ${failure.retry}` : 'no failure'
}

/** An envelope with two prefixes for one namespace, as the real bus sends them. */
export function envelope(body: string): string {
  return `<soap:Envelope xmlns:soap="${SOAP}" xmlns:S="${SOAP}"><S:Header/><S:Body>${body}</S:Body></soap:Envelope>`
}

/** A whole answer of the synchronous channel; `correlationId` null: none is echoed. */
export function syncAnswer(data: string, code = 'SCSS001', correlationId: string | null = null): string {
  const echo = correlationId === null ? '' : `<correlationId>${correlationId}</correlationId>`
  const info = `<responseInfo><messageId>m</messageId>${echo}<status><code>${code}</code><message>x</message></status></responseInfo>`
  return envelope(
    `<n:SendMessageResponse xmlns:n="${SYNC}"><response>${info}<responseData>${data}</responseData></response></n:SendMessageResponse>`,
  )
}

/** A whole answer of the asynchronous channel. */
export function asyncAnswer(operation: string, content: string): string {
  return envelope(`<n:${operation}Response xmlns:n="${ASYNC}"><response>${content}</response></n:${operation}Response>`)
}

/** A Fault with the bus's own detail. */
export function faultAnswer(code: string): string {
  const detail = `<detail><n:SendMessageFault1_SendMessageFault xmlns:n="${SYNC}"><errorCode>${code}</errorCode></n:SendMessageFault1_SendMessageFault></detail>`
  return envelope(`<soap:Fault><faultcode>soap:Server</faultcode><faultstring>x</faultstring>${detail}</soap:Fault>`)
}

/** One question for the bus. */
export function shepCall(change: Partial<ShepCall> = {}): ShepCall {
  return {
    serviceId: 'MOCK_SERVICE',
    namespace: 'urn:mock:v1',
    shape: 'typed',
    root: 'Request',
    answer: 'Response',
    fields: { iin: '000115100012' },
    result: { at: ['messageResult', 'code'], codes: { '00000': 'processed', '00404': 'empty', '00403': 'consent_refused' } },
    ...change,
  }
}
