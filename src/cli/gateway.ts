import { Problem } from '../../schemas/problem.ts'
import type { Language } from '../../schemas/trilingual.ts'
import { CliFailure, EXIT, type ExitCode } from './failure.ts'
import { type MessageKey, messages } from './messages.ts'

/** What a schema can do that a reader of answers needs. */
export interface Shape<Value> {
  safeParse(input: unknown): { readonly success: true; readonly data: Value } | { readonly success: false }
}

/** An answer: what it means, and the text as it came. */
export interface Answer<Value> {
  readonly value: Value
  readonly text: string
}

/** The running gateway as the commands see it. Throws `CliFailure`. */
export interface Gateway {
  get<Value>(path: string, shape: Shape<Value>): Promise<Answer<Value>>
  post<Value>(path: string, body: unknown, shape: Shape<Value>): Promise<Answer<Value>>
}

/** How to speak to it. */
export interface GatewaySettings {
  readonly url: string | undefined
  /** Null: a route that needs none. */
  readonly token: string | null
  readonly language: Language
  readonly fetch: typeof fetch
}

const DEFAULT_URL = 'http://127.0.0.1:8787'
const PATIENCE_MS = 30_000

/** What a status means to a script. */
function exitOf(status: number): ExitCode {
  if (status === 401 || status === 403) return EXIT.config
  if (status === 404) return EXIT.notFound
  return status === 429 || status >= 500 ? EXIT.unavailable : EXIT.usage
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What went wrong, in the words of the gateway where it has some. */
function refusal(status: number, text: string, language: Language): CliFailure {
  const problem = Problem.safeParse(parsed(text))
  if (!problem.success) return new CliFailure(exitOf(status), `${messages.refused[language]} (HTTP ${status})`)
  const { code, title, detail, traceId, errors = [] } = problem.data
  const places = errors.map(({ pointer, code: fault }) => `  ${pointer}: ${fault}`)
  return new CliFailure(exitOf(status), [`${code}: ${title}.`, detail, ...places, `traceId: ${traceId}`].join('\n'))
}

function addressOf(url: string | undefined): URL | null {
  const address = URL.parse(url || DEFAULT_URL)
  return address && /^https?:$/.test(address.protocol) && address.username === '' ? address : null
}

/** A client of one gateway. */
export function createGateway({ url, token, language, fetch }: GatewaySettings): Gateway {
  const fail = (key: MessageKey, exit: ExitCode = EXIT.config): never => {
    throw new CliFailure(exit, messages[key][language])
  }
  const base = addressOf(url) ?? fail('badUrl')
  if (token === '') fail('noToken')
  if (token !== null && !/^[\x21-\x7e]+$/.test(token)) fail('badToken')
  const headers = {
    accept: 'application/json',
    'accept-language': language,
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }

  async function send(path: string, body?: unknown): Promise<{ readonly status: number; readonly ok: boolean; readonly text: string }> {
    try {
      const json = { 'content-type': 'application/json' }
      const posted = body === undefined ? { headers } : { method: 'POST', headers: { ...headers, ...json }, body: JSON.stringify(body) }
      const answer = await fetch(new URL(path, base), { ...posted, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
      return { status: answer.status, ok: answer.ok, text: await answer.text() }
    } catch {
      return fail('unreachable', EXIT.unavailable)
    }
  }
  async function understood<Value>(path: string, shape: Shape<Value>, body?: unknown): Promise<Answer<Value>> {
    const { status, ok, text } = await send(path, body)
    if (!ok) throw refusal(status, text, language)
    const read = shape.safeParse(parsed(text))
    return read.success ? { value: read.data, text } : fail('notUnderstood')
  }
  return {
    get: (path, shape) => understood(path, shape),
    post: (path, body, shape) => understood(path, shape, body),
  }
}
