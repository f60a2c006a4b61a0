import { type HttpRequest, type HttpResponse, type Transport, TransportFault } from '../ports.ts'
import { arriving } from './arriving.ts'
import { classify, TooLarge } from './transport-error.ts'

type Fetch = (request: Request) => Promise<Response>

async function readCapped(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      throw new TooLarge()
    }
    chunks.push(step.value)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

/** The platform unpacks what is declared; what is packed without saying so is known by its first bytes (quirk Q34). */
async function unpacked(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'))
  return readCapped(stream as ReadableStream<Uint8Array>, maxBytes)
}

/** Resolves as the promise does, or fails as soon as the signal fires: not every fetch heeds it. */
function heeding<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new TransportFault('timeout', 'no answer within the limit'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** The whole body, unpacked. Broken off, or shorter than it says, it is nothing at all. */
async function bodyOf(answer: Response, maxBytes: number): Promise<Uint8Array> {
  const { headers, body } = answer
  try {
    const raw = body ? await readCapped(body as ReadableStream<Uint8Array>, maxBytes) : new Uint8Array()
    // What was packed is counted in other bytes.
    const length = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'))
    if (length > raw.byteLength) throw new TransportFault('protocol', 'body incomplete')
    return await unpacked(raw, maxBytes)
  } catch (error) {
    throw error instanceof TransportFault ? error : new TransportFault('protocol', 'body incomplete')
  }
}

/** The chunks of a body; the platform has unpacked what was declared. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) yield step.value
  } finally {
    await reader?.cancel()
  }
}

async function send(fetchLike: Fetch, request: HttpRequest): Promise<HttpResponse> {
  const { url, method, body, signal, maxBytes } = request
  const headers = { ...request.headers, 'accept-encoding': 'identity' }
  const answer = await fetchLike(new Request(url, { method, headers, body: body as string | null, signal, redirect: 'manual' }))
  const header = (name: string) => answer.headers.get(name)
  if (answer.type === 'error') throw new TransportFault('connect', 'connection failed')
  if (header('content-encoding')?.includes(',')) throw new TransportFault('protocol', 'content encoding not accepted')
  // A redirect that a browser-like fetch hides has no status.
  const status = answer.status === 0 ? 302 : answer.status
  if (request.streamed) return { status, header, bytes: new Uint8Array(), chunks: arriving(chunksOf(answer), '', request) }
  return { status, header, bytes: await bodyOf(answer, maxBytes) }
}

/** The HTTP port over a `fetch`: the platform's on Workers, the pretend government's in tests. Throws only `TransportFault`. */
export function fetchTransport(fetchLike: Fetch): Transport {
  return async (request) => {
    try {
      return await heeding(request.signal, send(fetchLike, request))
    } catch (error) {
      if (error instanceof TransportFault) throw error
      throw request.signal.aborted ? new TransportFault('timeout', 'no answer within the limit') : classify(error)
    }
  }
}
