import { Buffer } from 'node:buffer'
import { sha256 } from '../sources/wire.ts'
import type { Keyed } from './keyed.ts'

/** The bytes in place of a file, by its hash and its size: so is the file in a portfolio found, of which these two are told. */
function bytesFor(hash: string, size: number, keyed: Keyed): Uint8Array {
  return keyed.bytes('file', hash.toLowerCase(), size)
}

/** A file as base64 with other bytes, as many. Line breaks and what is no base64 stay where they are, so that a broken file stays one. */
export function pseudoFile(text: string, keyed: Keyed): string {
  const bytes = Buffer.from(text.replace(/\s+/g, ''), 'base64')
  const other = Buffer.from(bytesFor(sha256(bytes), bytes.length, keyed))
    .toString('base64')
    .replaceAll('=', '')
  let at = 0
  return text.replace(/[\w+/-]/g, () => other.charAt(at++) || 'A')
}

/** The hash that the file of this hash and size has after `pseudoFile`. */
export function pseudoHash(hash: string, size: number, keyed: Keyed): string {
  return sha256(bytesFor(hash, size, keyed))
}
