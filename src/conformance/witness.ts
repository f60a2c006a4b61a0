/** One call and its answer as they went over the wire. */
export interface Seen {
  readonly method: string
  readonly url: string
  readonly sent: Headers
  readonly body: string
  readonly status: number
  readonly headers: Headers
  /** The body as far as it was read. */
  bytes(): Uint8Array
  /** False where it was not read to its end, or is too long to be kept. */
  isWhole(): boolean
}

/** What is asked with: the `fetch` of a process, or that of a server in the same one. */
export type Fetch = (request: Request) => Promise<Response>

/** Longer bodies are counted as not whole, bytes: a file of a region has some hundred kilobytes. */
const LARGEST = 64 * 1024 * 1024

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 && chunks[0] ? chunks[0] : new Uint8Array(Buffer.concat(chunks))
}

/** Hands an answer on and keeps what is read of it. */
function watched(answer: Response) {
  const chunks: Uint8Array[] = []
  let [size, isRead] = [0, answer.body === null]
  const kept = { bytes: () => joined(chunks), isWhole: () => isRead && size <= LARGEST }
  if (answer.body === null) return { answer, kept }
  const keep = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size <= LARGEST) chunks.push(chunk)
      controller.enqueue(chunk)
    },
    flush() {
      isRead = true
    },
  })
  const { status, headers } = answer
  return { answer: new Response(answer.body.pipeThrough(keep), { status, headers }), kept }
}

/** A `fetch` that remembers what went through it, in the order in which the answers began. */
export function createWitness(fetch: Fetch): { readonly fetch: Fetch; readonly seen: readonly Seen[] } {
  const seen: Seen[] = []
  return {
    seen,
    async fetch(request) {
      const { method, url, headers: sent } = request
      const body = await request.clone().text()
      const told = await fetch(request)
      if (told.type === 'error') return told
      const { answer, kept } = watched(told)
      seen.push({ method, url, sent, body, status: told.status, headers: told.headers, ...kept })
      return answer
    },
  }
}
