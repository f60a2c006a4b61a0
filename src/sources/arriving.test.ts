import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { HttpRequest } from '../ports.ts'
import { arriving, peeked } from './arriving.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function requestOf(maxBytes: number, signal = new AbortController().signal): HttpRequest {
  return { url: 'http://source.invalid/', method: 'GET', headers: {}, body: null, signal, maxBytes, streamed: true }
}

/** Chunks that tell whether they were read to their end or given up. */
function chunks(...parts: readonly Uint8Array[]) {
  const seen = { ended: false }
  async function* all() {
    try {
      yield* parts
    } finally {
      seen.ended = true
    }
  }
  return { seen, body: all() }
}

async function text(stream: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(stream)).toString()
}

describe('a body while it arrives', () => {
  test('comes as it is, and unpacked where it is packed without saying so', async () => {
    const packed = gzipSync('жақсы')
    const halves = chunks(new Uint8Array(), packed.subarray(0, 5), packed.subarray(5))
    expect(await text(arriving(halves.body, '', requestOf(100)))).toBe('жақсы')
    expect(await text(arriving(chunks(utf8('жақ'), utf8('сы')).body, 'identity', requestOf(100)))).toBe('жақсы')
    expect(await text(arriving(chunks().body, '', requestOf(100)))).toBe('')
  })

  test('is cut at its cap, counted unpacked', async () => {
    const bomb = gzipSync(new Uint8Array(100_000))
    await expect(text(arriving(chunks(bomb).body, 'gzip', requestOf(1000)))).rejects.toMatchObject({ reason: 'protocol' })
    const { seen, body } = chunks(new Uint8Array(600), new Uint8Array(600), new Uint8Array(600))
    await expect(text(arriving(body, '', requestOf(1000)))).rejects.toMatchObject({ message: 'protocol: body too large' })
    expect(seen.ended).toBe(true)
  })

  test('is refused in a packing that we do not know, and where the packing is broken', async () => {
    await expect(text(arriving(chunks(utf8('x')).body, 'br', requestOf(100)))).rejects.toMatchObject({ reason: 'protocol' })
    const torn = gzipSync('жақсы').subarray(0, 15)
    await expect(text(arriving(chunks(torn).body, 'gzip', requestOf(100)))).rejects.toMatchObject({ reason: 'protocol' })
  })

  test('says whether it was broken off by us or by the other side', async () => {
    async function* torn() {
      yield utf8('x')
      throw new Error('reset')
    }
    await expect(text(arriving(torn(), '', requestOf(100)))).rejects.toMatchObject({ reason: 'protocol' })
    await expect(text(arriving(torn(), '', requestOf(100, AbortSignal.abort())))).rejects.toMatchObject({ reason: 'timeout' })
  })
})

describe('a look at the first chunk', () => {
  test('takes nothing away', async () => {
    const { first, chunks: whole } = await peeked(chunks(new Uint8Array(), utf8('a'), utf8('b')).body)
    expect([Buffer.from(first).toString(), await text(whole)]).toEqual(['a', 'ab'])
  })

  test('lets the rest go where it is given up', async () => {
    const { seen, body } = chunks(utf8('a'), utf8('b'))
    await (await peeked(body)).end()
    expect(seen.ended).toBe(true)
  })
})
