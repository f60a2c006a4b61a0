import type { Access, HttpCall, Received, ShepCall, ShepReply, Source, TableFile, TableRows } from '../../adapters/adapter.ts'
import type { HttpResponse } from '../ports.ts'
import { peeked } from './arriving.ts'
import { checkAnswer, statusFailure, unreadable } from './body.ts'
import { decodeText } from './decode.ts'
import { checkErrorObject, isSessionOver } from './error-object.ts'
import { type Run, SourceFailure } from './failure.ts'
import { parseJsonInTurns } from './json.ts'
import { readPages } from './pages.ts'
import type { ParsedCache } from './parsed-cache.ts'
import type { SessionKeeper, Token } from './session.ts'
import { askBus } from './shep-call.ts'
import type { SoapSigner } from './signer.ts'
import { readTable } from './table.ts'
import { capped } from './transport-error.ts'
import { credentialsOf, exchangeOf, type HeaderLines, LARGEST, toRequest, type WireDeps } from './wire.ts'
import type { SignatureChecks } from './xml-signature.ts'

/** What a source is bound with for one ask. */
export interface BindDeps extends WireDeps {
  readonly access: Access
  readonly signer: SoapSigner
  readonly checks: SignatureChecks
  readonly sessions: SessionKeeper
  readonly parsed: ParsedCache
  /** The policy of one ask: each attempt at the network runs inside it. */
  readonly run: Run
}

type Session = Extract<Access, { kind: 'session' }>
type Read<Body> = (answer: HttpResponse, payloadHash: string, call: HttpCall, signal: AbortSignal) => Body | Promise<Body>

function asText({ bytes, header }: HttpResponse): string {
  return decodeText(bytes, header('content-type'))
}

/** JSON by the hash of its bytes. Where the status is no success, a body that is none of the source's leaves the status standing. */
function jsonReader({ parsed, clock }: BindDeps): Read<unknown> {
  return async (answer, payloadHash, { bodiless }, signal) => {
    if (bodiless?.includes(answer.status)) return null
    try {
      return checkErrorObject(await parsed.of(payloadHash, answer.bytes.byteLength, () => parseJsonInTurns(asText(answer), signal)))
    } catch (error) {
      throw statusFailure(answer, clock.now()) ?? error
    }
  }
}

function check(answer: HttpResponse, { alsoAccept = [], bodiless = [] }: HttpCall, now: number): void {
  if (isSessionOver(answer)) throw new SourceFailure({ outcome: 'unavailable', reason: 'auth' }, 'renew', 'authorisation failed')
  checkAnswer(answer, [...alsoAccept, ...bodiless], now)
}

type Attempt = <Body>(call: HttpCall, headers: HeaderLines, maxBytes: number, read: Read<Body>) => Promise<Received<Body>>

/** A call with these headers, each attempt within the policy. */
function attempting(deps: BindDeps): Attempt {
  return (call, headers, maxBytes, read) =>
    deps.run(async (signal) => {
      const answer = await capped(deps.transport(toRequest(call, headers, signal, maxBytes, deps)))
      check(answer, call, deps.clock.now())
      const exchange = exchangeOf(answer, 'absent', deps)
      return { body: await read(answer, exchange.payloadHash, call, signal), status: answer.status, exchange, tag: answer.header('etag') }
    })
}

type Shown = <Result>(ask: (headers: HeaderLines) => Promise<Result>) => Promise<Result>

/** With the headers that show who we are. With a session, a refused token is renewed once; refused again, it stays refused. */
function showing({ settings, access, sessions }: BindDeps, attempt: Attempt, readJson: Read<unknown>): Shown {
  if (access.kind !== 'session') return (ask) => ask(credentialsOf(access, settings))
  const session: Session = access

  async function login(): Promise<Token> {
    const { body } = await attempt(session.login(settings.user, settings.password), {}, LARGEST.json, readJson)
    const token = session.token(body)
    if (!token) throw unreadable('protocol', 'no token in the answer to the login')
    return token
  }
  return async (ask) => {
    for (let renewed = false; ; renewed = true) {
      const token = await sessions.token(settings.id, login)
      try {
        return await ask(Object.fromEntries([session.header(token)]))
      } catch (error) {
        if (renewed || !(error instanceof SourceFailure && error.retry === 'renew')) throw error
        sessions.forget(settings.id, token)
      }
    }
  }
}

/** A file that is opened like every call; what comes after its first bytes is read under the limit alone, and never a second time. */
function opened(file: TableFile, headers: HeaderLines, deps: BindDeps) {
  const ask = { method: 'GET', path: file.path, headers: { accept: '*/*' } } as const
  return deps.run(async (signal) => {
    const answer = await deps.transport({ ...toRequest(ask, headers, signal, LARGEST.file, deps), streamed: true })
    if (!answer.chunks) throw new TypeError('the transport does not stream')
    const { first, chunks, end } = await peeked(answer.chunks)
    try {
      check({ ...answer, bytes: first }, ask, deps.clock.now())
    } catch (error) {
      await end()
      throw error
    }
    return { chunks, exchange: { ...exchangeOf(answer, 'absent', deps), payloadHash: file.sha256.toLowerCase() } }
  })
}

/** A source bound to its system for one ask: address, credentials, checks and the policy are applied to every call. */
export function bindSource(deps: BindDeps): Source {
  const readJson = jsonReader(deps)
  const attempt = attempting(deps)
  const shown = showing(deps, attempt, readJson)

  function call<Body>(http: HttpCall, maxBytes: number, read: Read<Body>): Promise<Received<Body>> {
    return shown((headers) => attempt(http, headers, maxBytes, read))
  }
  async function* table(file: TableFile): AsyncGenerator<TableRows> {
    const { chunks, exchange } = await shown((headers) => opened(file, headers, deps))
    yield* readTable(chunks, file, exchange)
  }

  const json: Source['json'] = (http) => call(http, LARGEST.json, readJson)
  return {
    json,
    pages: (paging) => readPages(json, paging),
    text: (http) => call(http, LARGEST.json, asText),
    bytes: (http) => call(http, LARGEST.file, ({ bytes }) => bytes),
    shep: (shep: ShepCall): Promise<ShepReply> => deps.run((signal) => askBus(shep, signal, deps)),
    table,
  }
}
