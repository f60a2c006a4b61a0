import { Buffer } from 'node:buffer'
import type { HttpResponse } from '../ports.ts'

/** A longer body goes by unrecorded, bytes: it would be no file that anybody reads. */
const LONGEST_RECORDED = 32 * 1024 * 1024

/** An answer with its whole body beside it; `bytes` null: it is too long. Both can be read by whoever asked. */
interface Gathered {
  readonly response: HttpResponse
  readonly bytes: Uint8Array | null
}

async function* chained(first: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* first
    for (let step = await rest.next(); !step.done; step = await rest.next()) yield step.value
  } finally {
    await rest.return?.()
  }
}

/** Reads a streamed body up to the limit before anybody gets it: what is recorded is then whole, however soon the reader gives up. Throws `TransportFault`. */
export async function gathered(response: HttpResponse, longest = LONGEST_RECORDED): Promise<Gathered> {
  if (!response.chunks) return { response, bytes: response.bytes.byteLength > longest ? null : response.bytes }
  const iterator = response.chunks[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    chunks.push(step.value)
    size += step.value.byteLength
    if (size > longest) return { response: { ...response, chunks: chained(chunks, iterator) }, bytes: null }
  }
  const bytes = Buffer.concat(chunks, size)
  return { response: { ...response, chunks: chained([bytes], iterator) }, bytes }
}
