import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createPretendGovernment, type Options, type PretendGovernment } from './host.ts'
import { CUT } from './play.ts'

/** The pretend government on a real port. */
export interface Listening {
  readonly url: string
  readonly government: PretendGovernment
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

/** A body that was cut is promised whole: the reader must notice that bytes are missing. */
async function send(answer: Response, response: ServerResponse): Promise<void> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  const promised = answer.headers.get(CUT)
  answer.headers.delete(CUT)
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': promised ?? String(bytes.length) })
  if (promised === null) response.end(bytes)
  else response.write(bytes, () => response.destroy())
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
  const government = createPretendGovernment(rest)
  const server = createServer({ keepAliveTimeout: 60_000 }, (message, response) => {
    toRequest(message, `http://${host}`)
      .then((request) => government.fetch(request))
      .then((answer) => send(answer, response))
      .catch(() => message.socket.destroy())
  })
  const url = `http://${host}:${await listening(server, port, host)}`
  return {
    url,
    government,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
