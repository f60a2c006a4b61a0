import { type HttpRequest, TransportFault } from '../ports.ts'
import { TooLarge } from './transport-error.ts'

/** The first chunk of a stream that has any bytes, and what follows; null: nothing at all. */
async function opened(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]()
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    if (step.value.byteLength > 0) return { first: step.value, iterator }
  }
  return null
}

async function* rejoined(first: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value
  } finally {
    await iterator.return?.()
  }
}

/** Chunks of which the first one was looked at. They are read to their end, or given up by `end`. */
export interface Peeked {
  readonly first: Uint8Array
  readonly chunks: AsyncIterable<Uint8Array>
  end(): Promise<void>
}

/** Looks at the first chunk; an empty one where there is none. */
export async function peeked(chunks: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const open = await opened(chunks)
  if (!open) return { first: new Uint8Array(), chunks, end: async () => {} }
  const { first, iterator } = open
  const end = async () => {
    await iterator.return?.()
  }
  return { first, chunks: rejoined(first, iterator), end }
}

/** A stream of the platform from chunks that are pulled one by one. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const step = await iterator.next()
      if (step.done) controller.close()
      else controller.enqueue(new Uint8Array(step.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = streamOf(chunks).pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** Packed as it says, or without saying so (quirk Q34); nothing else than gzip is accepted. */
async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const { first, chunks: whole } = await peeked(chunks)
  const isPacked = first[0] === 0x1f && first[1] === 0x8b
  if (!isPacked && !/^(?:identity)?$/i.test(encoding.trim())) throw new TransportFault('protocol', 'content encoding not accepted')
  yield* isPacked ? unpacked(whole) : whole
}

/** A body while it arrives: unpacked, within the cap, its errors as `TransportFault`. */
export async function* arriving(body: AsyncIterable<Uint8Array>, encoding: string, request: HttpRequest): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of decoded(body, encoding)) {
      size += chunk.byteLength
      if (size > request.maxBytes) throw new TooLarge()
      yield chunk
    }
  } catch (error) {
    if (error instanceof TransportFault) throw error
    throw new TransportFault(request.signal.aborted ? 'timeout' : 'protocol', 'body incomplete')
  }
}
