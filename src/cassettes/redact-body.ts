import { Buffer } from 'node:buffer'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sha256 } from '../sources/wire.ts'
import { bytesOfText, speltOf, toBody, toBytes } from './body.ts'
import type { CassetteBody } from './cassette.ts'
import { type Redacting, redactedText } from './redact-text.ts'

/** Tells the hash of a file before and after, so that what announces it can be put right. */
export type NoteFile = (before: string, after: string) => void

const PACKED = [0x1f, 0x8b]
/** Larger than any file. */
const LARGEST = 256 * 1024 * 1024

function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (!PACKED.every((byte, place) => bytes[place] === byte)) return null
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST })
  } catch {
    return null
  }
}

function redactedBytes(bytes: Uint8Array, type: string | null, redacting: Redacting, note: NoteFile): Uint8Array {
  const inner = unpacked(bytes)
  // What was packed without saying so is packed again (quirk Q34).
  if (inner) return gzipSync(redactedBytes(inner, type, redacting, note))
  const spelt = speltOf(bytes)
  // What nobody can read is other bytes, as many.
  if (!spelt) return redacting.keyed.bytes('bytes', sha256(bytes), bytes.length)
  const { text, isTable } = redactedText(spelt.text, type, redacting)
  const written = bytesOfText(text, spelt.encoding)
  const after = spelt.rest.length === 0 ? written : Buffer.concat([written, spelt.rest])
  if (isTable) note(sha256(bytes), sha256(after))
  return after
}

/** A body without persons, in the encoding in which it came. */
export function redactedBody(body: CassetteBody | null, type: string | null, redacting: Redacting, note: NoteFile): CassetteBody | null {
  if (body === null) return null
  const bytes = toBytes(body)
  return bytes.length === 0 ? body : toBody(redactedBytes(bytes, type, redacting, note))
}

function withOtherHashes(bytes: Uint8Array, hashes: ReadonlyMap<string, string>): Uint8Array {
  const inner = unpacked(bytes)
  if (inner) return gzipSync(withOtherHashes(inner, hashes))
  // Letter by byte, whatever the encoding: a hash is ASCII.
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(
    text.replace(/[0-9a-f]{64}/gi, (hash) => hashes.get(hash.toLowerCase()) ?? hash),
    'latin1',
  )
}

/** A body in which hashes of files are put right. */
export function withHashes(body: CassetteBody | null, hashes: ReadonlyMap<string, string>): CassetteBody | null {
  return body === null || hashes.size === 0 ? body : toBody(withOtherHashes(toBytes(body), hashes))
}
