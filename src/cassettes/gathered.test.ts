import { expect, test } from 'vitest'
import { gathered } from './gathered.ts'

async function* chunks(ended: () => void) {
  try {
    for (const byte of [1, 2, 3]) yield Uint8Array.of(byte)
  } finally {
    ended()
  }
}
const streamed = (ended = () => {}) => ({ status: 200, header: () => null, bytes: new Uint8Array(), chunks: chunks(ended) })

async function read(response: { readonly chunks?: AsyncIterable<Uint8Array> }): Promise<number[]> {
  const bytes: number[] = []
  for await (const chunk of response.chunks ?? []) bytes.push(...chunk)
  return bytes
}

test('gives a streamed body twice: to the recording and to the reader', async () => {
  const { response, bytes } = await gathered(streamed())
  expect([...(bytes ?? [])]).toEqual([1, 2, 3])
  expect(await read(response)).toEqual([1, 2, 3])
})

test('lets a body that is too long go by whole, unrecorded', async () => {
  const { response, bytes } = await gathered(streamed(), 1)
  expect(bytes).toBeNull()
  expect(await read(response)).toEqual([1, 2, 3])
  expect((await gathered({ status: 200, header: () => null, bytes: Uint8Array.of(1, 2) }, 1)).bytes).toBeNull()
})

test('ends the body where its reader gives up', async () => {
  let ended = false
  const { response } = await gathered(
    streamed(() => {
      ended = true
    }),
    1,
  )
  for await (const _ of response.chunks ?? []) break
  expect(ended).toBe(true)
})
