import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBody, toBytes } from './body.ts'
import { encode1251 } from './single-byte.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('keeps every byte of whatever came', () => {
  const anything = fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(bytesOf), fc.json().map(bytesOf))
  fc.assert(fc.property(anything, (bytes) => Buffer.from(bytes).equals(toBytes(toBody(bytes)))))
})

test.each([
  ['JSON as it is written by machines', bytesOf('{"a":[1,"ә"]}'), { json: { a: [1, 'ә'] } }],
  ['JSON as it is written by hand', bytesOf('{ "a": 1 }'), { encoding: 'utf-8', text: ['{ "a": 1 }'] }],
  ['XML between its tags', bytesOf('<a><b>1</b></a>'), { encoding: 'utf-8', text: ['<a>', '<b>1</b>', '</a>'] }],
  ['lines', bytesOf('A;B\n1;2\n'), { encoding: 'utf-8', text: ['A;B\n', '1;2\n'] }],
  ['a byte order mark', bytesOf('\uFEFF<a/>'), { encoding: 'utf-8', text: ['\uFEFF<a/>'] }],
  ['windows-1251', encode1251('<a>Айша</a>'), { encoding: 'windows-1251', text: ['<a>Айша</a>'] }],
  ['bytes that are no text', Uint8Array.of(0x1f, 0x8b, 8, 0), { base64: 'H4sIAA==' }],
])('shows %s', (_, bytes, shown) => {
  expect(toBody(bytes)).toEqual(shown)
})

test('shows letters cut in the middle as bytes, for no text would give them again', () => {
  const cut = bytesOf('{"name":"Айша').subarray(0, -1)
  expect(toBody(cut)).toEqual({ base64: Buffer.from(cut).toString('base64') })
})
