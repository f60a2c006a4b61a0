import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Keyed } from './keyed.ts'
import { scrambled } from './shape.ts'

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes in place of a file, by its hash and its size: so is the file in a portfolio found, of which these two are told. */
function bytesFor(hash: string, size: number, keyed: Keyed): Uint8Array {
  return keyed.bytes('file', hash.toLowerCase(), size)
}

/** A file as base64 with other bytes, as many; line breaks stay where they are. What is no base64 is scrambled. */
export function pseudoFile(text: string, keyed: Keyed): string {
  const compact = text.replace(/\s+/g, '')
  if (!BASE64.test(compact)) return scrambled(text, keyed)
  const bytes = Buffer.from(compact, 'base64')
  const other = Buffer.from(bytesFor(sha256(bytes), bytes.length, keyed)).toString('base64')
  let at = 0
  return text.replace(/\S/g, () => other.charAt(at++))
}

/** The hash that the file of this hash and size has after `pseudoFile`. */
export function pseudoHash(hash: string, size: number, keyed: Keyed): string {
  return sha256(bytesFor(hash, size, keyed))
}
