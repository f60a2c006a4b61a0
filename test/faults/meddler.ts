import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Trial } from './fault.ts'

/** A question on its way to the source. */
export interface Question {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** An answer on its way back. */
export interface Passed {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What is done to one exchange. */
export interface Meddling {
  /** Changes the question before the source sees it. */
  readonly question?: (question: Question) => Question
  /** Changes the answer before the gateway sees it. */
  readonly answer?: (passed: Passed, question: Question) => Passed | Promise<Passed>
  /** Speaks in place of the source, byte by byte if need be; false: passes on after all. */
  readonly speak?: (question: Question, response: ServerResponse) => boolean
}

/** An HTTP server in the middle: real framing, and everything that passes can be changed. */
export interface Meddler {
  readonly url: string
  readonly meddle: (meddling: Meddling) => void
  /** Questions that came, from the beginning. */
  readonly asked: () => number
}

/** What belongs to one connection, and is set anew. */
const OF_THE_WAY = ['connection', 'host', 'content-length', 'transfer-encoding', 'keep-alive', 'date']

function single(headers: Iterable<readonly [string, unknown]>): Record<string, string> {
  const kept = [...headers].filter(([name, value]) => value !== undefined && !OF_THE_WAY.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}

async function read(message: IncomingMessage): Promise<Question> {
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk as Uint8Array)
  const { method = 'GET', url: path = '/' } = message
  return { method, path, headers: single(Object.entries(message.headers)), body: Buffer.concat(chunks).toString() }
}

async function passOn({ method, path, headers, body }: Question, target: string): Promise<Passed> {
  const answer = await fetch(target + path, { method, headers, redirect: 'manual', ...(method === 'GET' ? {} : { body }) })
  return { status: answer.status, headers: single(answer.headers), body: new Uint8Array(await answer.arrayBuffer()) }
}

/** Writes an answer whole; a body that was changed keeps a right length. */
export function write({ status, headers, body }: Passed, response: ServerResponse): void {
  response.writeHead(status, { ...headers, 'content-length': body.byteLength })
  response.end(body)
}

/** Listens before `target`, whose paths it keeps; the trial ends it. */
export async function createMeddler(trial: Trial, target: string): Promise<Meddler> {
  let now: Meddling = {}
  let asked = 0
  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { question = (same) => same, answer = (same) => same, speak } = now
    asked++
    const original = await read(message)
    if (speak?.(original, response)) return
    const put = question(original)
    write(await answer(await passOn(put, target), put), response)
  }
  const server = createServer({ keepAliveTimeout: 60_000 }, (message, response) => {
    serve(message, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  trial.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    meddle: (meddling) => {
      now = meddling
    },
    asked: () => asked,
  }
}
