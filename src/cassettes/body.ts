import { Buffer } from 'node:buffer'
import type { CassetteBody } from './cassette.ts'
import { decode1251, encode1251 } from './single-byte.ts'

/** Text in its encoding, and what is left of a letter that was cut at the end. */
export interface Spelt {
  readonly encoding: 'utf-8' | 'windows-1251'
  readonly text: string
  readonly rest: Uint8Array
}

const NOTHING = new Uint8Array()
/** A letter of UTF-8 has at most four bytes. */
const LONGEST_REST = 3
/** What no text holds: then the bytes are none. */
const BINARY = /[^\P{Cc}\t\n\r\u007f-\u009f]/u
const KEPT_MARK = { fatal: true, ignoreBOM: true } as const

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', KEPT_MARK).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-8 that was cut in the middle of a letter. */
function cutUtf8(bytes: Uint8Array): Spelt | null {
  for (let rest = 1; rest <= LONGEST_REST; rest++) {
    const text = utf8Of(bytes.subarray(0, bytes.length - rest))
    if (text !== null && /\P{ASCII}/u.test(text)) return { encoding: 'utf-8', text, rest: bytes.slice(bytes.length - rest) }
  }
  return null
}

/** Bytes as text: strict UTF-8 whatever is declared, a byte order mark kept as its letter, else windows-1251. Null: they are no text. */
export function speltOf(bytes: Uint8Array): Spelt | null {
  const text = utf8Of(bytes)
  if (text !== null) return { encoding: 'utf-8', text, rest: NOTHING }
  const cut = cutUtf8(bytes)
  if (cut) return cut
  const single = decode1251(bytes)
  return BINARY.test(single) ? null : { encoding: 'windows-1251', text: single, rest: NOTHING }
}

/** The bytes of a text in its encoding. */
export function bytesOfText(text: string, encoding: string): Uint8Array {
  return encoding === 'utf-8' ? new TextEncoder().encode(text) : encode1251(text)
}

/** Whether a text is exactly what writing its value as JSON gives. */
function jsonOf(text: string): { readonly json: CassetteBody & object } | null {
  if (text.includes('__proto__')) return null
  try {
    const json = JSON.parse(text)
    return JSON.stringify(json) === text ? { json } : null
  } catch {
    return null
  }
}

/** A text in pieces, between two tags and after line breaks, so that a difference is shown in a line of its own. */
function pieces(text: string): string[] {
  return text.split(/(?<=>)(?=<)|(?<=\n)/)
}

/** Bytes as a cassette shows them; `toBytes` gives the very same bytes again. */
export function toBody(bytes: Uint8Array): CassetteBody {
  const spelt = speltOf(bytes)
  if (!spelt || spelt.rest.length > 0) return { base64: Buffer.from(bytes).toString('base64') }
  const json = spelt.encoding === 'utf-8' ? jsonOf(spelt.text) : null
  return (json as CassetteBody | null) ?? { encoding: spelt.encoding, text: pieces(spelt.text) }
}

/** The bytes that a cassette shows. Throws `RangeError` on an encoding that is not known. */
export function toBytes(body: CassetteBody): Uint8Array {
  if ('json' in body) return new TextEncoder().encode(JSON.stringify(body.json))
  if ('base64' in body) return Buffer.from(body.base64, 'base64')
  if (body.encoding !== 'utf-8' && body.encoding !== 'windows-1251') throw new RangeError(`encoding ${body.encoding}`)
  return bytesOfText(body.text.join(''), body.encoding)
}
