import type { Access, Exchange, HttpCall, Received, ShepCall, ShepReply, Source } from '../../adapters/adapter.ts'
import type { HttpResponse } from '../ports.ts'
import { checkAnswer, unreadable } from './body.ts'
import { decodeText } from './decode.ts'
import { type Run, SourceFailure } from './failure.ts'
import { parseJson } from './json.ts'
import type { ParsedCache } from './parsed-cache.ts'
import type { SessionKeeper } from './session.ts'
import { askBus } from './shep-call.ts'
import type { SoapSigner } from './signer.ts'
import { exchangeOf, LARGEST, toRequest, type WireDeps } from './wire.ts'

export interface BindDeps extends WireDeps {
  readonly access: Access
  readonly signer: SoapSigner
  readonly sessions: SessionKeeper
  readonly parsed: ParsedCache
  /** The policy of one ask: each attempt at the network runs inside it. */
  readonly run: Run
}

type Headers = Readonly<Record<string, string>>
type Read<Body> = (answer: HttpResponse) => Received<Body>

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}

/** Error objects of REST sources, also with 200: `{type, description}` and nothing else (contract page, C). */
function errorObject(body: unknown): SourceFailure | null {
  if (typeof body !== 'object' || body === null || Object.keys(body).length !== 2) return null
  if (!('type' in body && 'description' in body) || typeof body.type !== 'string') return null
  const isAuth = body.type === 'authorizationFailed'
  return new SourceFailure({ outcome: 'unavailable', reason: isAuth ? 'auth' : 'remote_error' }, isAuth ? 'renew' : 'once', 'error object')
}

/** The error object of a failing status, whose `authorizationFailed` says more than the status does. */
function authorizationFailed({ status, bytes }: HttpResponse): boolean {
  return status >= 400 && bytes.byteLength < 4096 && new TextDecoder().decode(bytes).includes('authorizationFailed')
}

/** A source bound to its system for one ask: address, credentials, checks and the policy are applied to every call. */
export function bindSource(deps: BindDeps): Source {
  const { settings, access, transport, clock, sessions, parsed, run } = deps

  function attempt<Body>(call: HttpCall, headers: Headers, maxBytes: number, read: Read<Body>): Promise<Received<Body>> {
    return run(async (signal) => {
      const answer = await transport(toRequest(call, headers, signal, maxBytes, deps))
      if (authorizationFailed(answer)) throw new SourceFailure({ outcome: 'unavailable', reason: 'auth' }, 'renew', 'authorization failed')
      checkAnswer(answer, call.alsoAccept ?? [], clock.now())
      return read(answer)
    })
  }

  const asText = (answer: HttpResponse) => decodeText(answer.bytes, answer.header('content-type'))
  const received = <Body>(answer: HttpResponse, body: Body, exchange: Exchange) => ({ body, status: answer.status, exchange })
  const readText: Read<string> = (answer) => received(answer, asText(answer), exchangeOf(answer, 'absent', deps))
  const readBytes: Read<Uint8Array> = (answer) => received(answer, answer.bytes, exchangeOf(answer, 'absent', deps))
  const readJson: Read<unknown> = (answer) => {
    const exchange = exchangeOf(answer, 'absent', deps)
    const body = parsed.of(exchange.payloadHash, answer.bytes.byteLength, () => parseJson(asText(answer)))
    const failure = errorObject(body)
    if (failure) throw failure
    return received(answer, body, exchange)
  }

  async function login(session: Extract<Access, { kind: 'session' }>) {
    const { body } = await attempt(session.login(settings.user, settings.password), {}, LARGEST.json, readJson)
    const token = session.token(body)
    if (!token) throw unreadable('protocol', 'no token in the answer to the login')
    return token
  }

  /** With a session, a refused token is renewed once; refused again, it stays refused. */
  async function inSession<Body>(session: Extract<Access, { kind: 'session' }>, call: (headers: Headers) => Promise<Received<Body>>) {
    for (let renewed = false; ; renewed = true) {
      const token = await sessions.token(settings.id, () => login(session))
      try {
        return await call(Object.fromEntries([session.header(token)]))
      } catch (error) {
        if (renewed || !(error instanceof SourceFailure && error.retry === 'renew')) throw error
        sessions.forget(settings.id, token)
      }
    }
  }

  function headersFor(): Headers {
    if (access.kind === 'basic') return { authorization: basic(settings.user, settings.password) }
    if (access.kind !== 'header' || settings.token === '') return {}
    return { [access.name.toLowerCase()]: access.scheme ? `${access.scheme} ${settings.token}` : settings.token }
  }

  function call<Body>(http: HttpCall, maxBytes: number, read: Read<Body>): Promise<Received<Body>> {
    if (access.kind === 'session') return inSession(access, (headers) => attempt(http, headers, maxBytes, read))
    return attempt(http, headersFor(), maxBytes, read)
  }

  return {
    json: (http) => call(http, LARGEST.json, readJson),
    text: (http) => call(http, LARGEST.json, readText),
    bytes: (http) => call(http, LARGEST.file, readBytes),
    shep: (shep: ShepCall): Promise<ShepReply> => run((signal) => askBus(shep, signal, deps)),
  }
}
