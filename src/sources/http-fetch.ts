import { type HttpRequest, type HttpResponse, type Transport, TransportFault } from '../ports.ts'
import { classify } from './transport-error.ts'

type Fetch = (request: Request) => Promise<Response>

async function readCapped(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      throw new TransportFault('protocol', 'body too large')
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

async function send(fetchLike: Fetch, request: HttpRequest): Promise<HttpResponse> {
  const { url, method, headers, body, signal, maxBytes } = request
  const answer = await fetchLike(new Request(url, { method, headers, body: body as string | null, signal, redirect: 'manual' }))
  const chained = (answer.headers.get('content-encoding') ?? '').includes(',')
  if (chained) throw new TransportFault('protocol', 'content encoding not accepted')
  const status = answer.status === 0 ? 302 : answer.status
  const header = (name: string) => answer.headers.get(name)
  try {
    const raw = answer.body ? await readCapped(answer.body as ReadableStream<Uint8Array>, maxBytes) : new Uint8Array()
    return { status, header, bytes: await unpacked(raw, maxBytes) }
  } catch (error) {
    if (error instanceof TransportFault) throw error
    throw new TransportFault('protocol', 'body incomplete')
  }
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
