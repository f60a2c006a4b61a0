import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { StoreUnavailable } from './store.ts'

/** Keys of personal data at rest, 32 bytes each. `formerData` only opens what was sealed before a rotation. */
export interface StoreKeys {
  readonly data: Uint8Array
  readonly index: Uint8Array
  readonly formerData?: readonly Uint8Array[]
}

/** Where a sealed text lies: it opens nowhere else. `table` and `column` are words of ours, `row` names one row and version. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly row: string
}

/** Encryption at rest and keyed hashes. */
export interface Vault {
  /** AES-256-GCM under the current key: format (1 byte), key id (4), nonce (12), ciphertext, tag (16). */
  seal(place: Place, text: string): Uint8Array
  /** Throws `StoreUnavailable`: `key.unknown`, or `sealed.broken` where the bytes were changed or moved. */
  open(place: Place, sealed: Uint8Array): string
  /** Keyed hash, for looking up without keeping the value: key id (4 bytes), HMAC-SHA-256 (32). */
  index(purpose: string, ...parts: readonly string[]): Uint8Array
}

const FORMAT = 1
const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES

/** Names a key without telling it. */
function keyId(key: Uint8Array): Buffer {
  if (key.length !== 32) throw new RangeError('a store key has 32 bytes')
  return createHash('sha256').update('store key id').update(key).digest().subarray(0, KEY_ID_BYTES)
}

/** What is bound to the ciphertext beside the key: the place and the key id. */
function bound({ table, column, row }: Place, id: Buffer): Buffer {
  return Buffer.from(`${table}|${column}|${row}|${id.toString('hex')}`)
}

function decipher(key: Uint8Array, place: Place, id: Buffer, sealed: Buffer): string {
  try {
    const opened = createDecipheriv('aes-256-gcm', key, sealed.subarray(1 + KEY_ID_BYTES, HEADER_BYTES), { authTagLength: TAG_BYTES })
    opened.setAAD(bound(place, id))
    opened.setAuthTag(sealed.subarray(-TAG_BYTES))
    return Buffer.concat([opened.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES)), opened.final()]).toString('utf8')
  } catch {
    throw new StoreUnavailable('sealed.broken')
  }
}

/** A vault over the given keys. Throws `RangeError` where a key has not 32 bytes. */
export function createVault(keys: StoreKeys): Vault {
  const current = keyId(keys.data)
  const indexId = keyId(keys.index)
  const dataKeys = new Map([keys.data, ...(keys.formerData ?? [])].map((key) => [keyId(key).toString('hex'), key]))
  return {
    seal(place, text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keys.data, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(bound(place, current))
      // A Buffer: workerd refuses a text without an encoding.
      const body = [cipher.update(Buffer.from(text)), cipher.final()]
      return Buffer.concat([Buffer.of(FORMAT), current, nonce, ...body, cipher.getAuthTag()])
    },
    open(place, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      if (bytes[0] !== FORMAT || bytes.length < HEADER_BYTES + TAG_BYTES) throw new StoreUnavailable('sealed.broken')
      const id = bytes.subarray(1, 1 + KEY_ID_BYTES)
      const key = dataKeys.get(id.toString('hex'))
      if (!key) throw new StoreUnavailable('key.unknown')
      return decipher(key, place, id, bytes)
    },
    index(purpose, ...parts) {
      const hash = createHmac('sha256', keys.index)
        .update(JSON.stringify([purpose, ...parts]))
        .digest()
      return Buffer.concat([indexId, hash])
    },
  }
}
