import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { Agent } from 'undici'
import { type HttpRequest, type HttpResponse, type Transport, TransportFault } from '../ports.ts'
import { arriving } from './arriving.ts'
import { classify, codeOf, TooLarge } from './transport-error.ts'

const INFLATE = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const

/** A pooled client and the end of it. */
export interface UndiciTransport {
  readonly transport: Transport
  close(): Promise<void>
}

/** Bodies may be packed although we ask for `identity`; then once, and never beyond the cap (faults U36, U37). */
async function unpacked(bytes: Buffer, encoding: string, maxBytes: number): Promise<Uint8Array> {
  const named = encoding.trim().toLowerCase()
  const packedUnsaid = (named === '' || named === 'identity') && bytes[0] === 0x1f && bytes[1] === 0x8b
  const way = packedUnsaid ? 'gzip' : named
  if (way === '' || way === 'identity') return bytes
  const inflater = INFLATE[way as keyof typeof INFLATE]
  if (!inflater) throw new TransportFault('protocol', 'content encoding not accepted')
  try {
    return await inflater(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : new TransportFault('protocol', 'content encoding broken')
  }
}

async function readBody(body: AsyncIterable<Uint8Array>, request: HttpRequest): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > request.maxBytes) throw new TooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof TransportFault) throw error
    // Headers were there, so what breaks now is a body cut short.
    throw new TransportFault(request.signal.aborted ? 'timeout' : 'protocol', 'body incomplete')
  }
  return chunks.length === 1 && chunks[0] ? Buffer.from(chunks[0].buffer, chunks[0].byteOffset, size) : Buffer.concat(chunks, size)
}

function single(value: string | string[] | undefined): string | null {
  return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value
}

async function send(agent: Agent, request: HttpRequest): Promise<HttpResponse> {
  const url = new URL(request.url)
  const { method, body, signal } = request
  const headers = { ...request.headers, 'accept-encoding': 'identity' }
  let answer: Awaited<ReturnType<Agent['request']>>
  try {
    // undici's own timers are coarse and restart with each byte: the signal of the deadline is the limit.
    answer = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers,
      body,
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    })
  } catch (error) {
    throw signal.aborted ? new TransportFault('timeout', 'no answer within the limit') : classify(error)
  }
  const encoding = single(answer.headers['content-encoding']) ?? ''
  const head = { status: answer.statusCode, header: (name: string) => single(answer.headers[name]) }
  if (request.streamed) return { ...head, bytes: new Uint8Array(), chunks: arriving(answer.body, encoding, request) }
  const raw = await readBody(answer.body, request)
  return { ...head, bytes: await unpacked(raw, encoding, request.maxBytes) }
}

/** The HTTP port on Node: one pooled client, redirects never followed, bodies capped. Throws only `TransportFault`. */
export function undiciTransport(options: Agent.Options = {}): UndiciTransport {
  const agent = new Agent({
    connections: 128,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connect: { timeout: 1000, rejectUnauthorized: true },
    ...options,
  })
  return { transport: (request) => send(agent, request), close: () => agent.destroy() }
}
