import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Options, PretendGovernment } from './host.ts'
import { createHub, type Hub } from './hub.ts'
import { WIRE } from './way.ts'

/** The pretend government on a real port. */
export interface Listening {
  readonly url: string
  /** The one of callers without a key. */
  readonly government: PretendGovernment
  readonly hub: Hub
  close(): Promise<void>
}

async function toRequest(message: IncomingMessage, url: string): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) if (value !== undefined) headers.set(name, String(value))
  const hasBody = message.method !== 'GET' && message.method !== 'HEAD'
  return new Request(new URL(message.url ?? '/', url), {
    method: message.method ?? 'GET',
    headers,
    body: hasBody ? Buffer.concat(chunks) : null,
  })
}

function written(bytes: Uint8Array, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => response.write(bytes, (error) => (error ? reject(error) : resolve())))
}

/** Sends a body as it comes, each part before the next is looked at: one that breaks then breaks after what it had. Whoever goes away ends it. */
async function sendBody(body: Response['body'], response: ServerResponse): Promise<void> {
  const reader = body?.getReader()
  response.once('close', () => reader?.cancel().catch(() => undefined))
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) await written(step.value, response)
}

/** A body that was cut is promised whole: the reader must notice that bytes are missing. */
async function send(answer: Response, response: ServerResponse): Promise<void> {
  const { [WIRE]: wire = '', ...headers } = Object.fromEntries(answer.headers)
  const promised = /^cut:(\d+)$/.exec(wire)?.[1]
  response.writeHead(answer.status, promised === undefined ? headers : { ...headers, 'content-length': promised })
  await sendBody(answer.body, response)
  if (promised !== undefined) response.destroy()
  else response.end(() => wire === 'close' && response.socket?.destroy())
}

function listening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Listens on `port` (0: any free one). A broken connection is really broken: the socket is destroyed. */
export async function startPretendGovernment(
  options: Options & { readonly port?: number; readonly host?: string } = {},
): Promise<Listening> {
  const { port = 0, host = '127.0.0.1', ...rest } = options
  const hub = createHub(rest)
  const server = createServer({ keepAliveTimeout: 60_000 }, (message, response) => {
    toRequest(message, `http://${message.headers.host ?? host}`)
      .then((request) => hub.fetch(request))
      .then((answer) => send(answer, response))
      .catch(() => message.socket.destroy())
  })
  const url = `http://${host}:${await listening(server, port, host)}`
  return {
    url,
    government: hub.main,
    hub,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
