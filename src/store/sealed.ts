import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
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
  /**
   * AES-256-GCM under the current key: format (1 byte), key id (4), nonce (12), ciphertext, tag (16). Format 1: the text in UTF-8;
   * 2: that text as raw deflate (RFC 1951), where it is long.
   */
  seal(place: Place, text: string): Uint8Array
  /** Throws `StoreUnavailable`: `key.unknown`, or `sealed.broken` where the bytes were changed or moved. */
  open(place: Place, sealed: Uint8Array): string
  /** Keyed hash, for looking up without keeping the value: key id (4 bytes), HMAC-SHA-256 (32). */
  index(purpose: string, ...parts: readonly string[]): Uint8Array
}

const PLAIN = 1
const DEFLATED = 2
/** Bytes from which a text is deflated: portfolios repeat themselves, and an eighth of them is quicker to seal, send and keep. */
const LONG = 2048
const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES

/** Names a key without telling it. */
function keyId(key: Uint8Array): Buffer {
  if (key.length !== 32) throw new RangeError('a store key has 32 bytes')
  return createHash('sha256').update('store key id').update(key).digest().subarray(0, KEY_ID_BYTES)
}

/** What is bound to the ciphertext beside the key: the place, the key id, and the format where it is not the plain one. */
function bound({ table, column, row }: Place, id: Buffer, format: number): Buffer {
  return Buffer.from(`${table}|${column}|${row}|${id.toString('hex')}${format === DEFLATED ? '|deflated' : ''}`)
}

function decipher(key: KeyObject, place: Place, id: Buffer, sealed: Buffer): string {
  const format = sealed[0] ?? PLAIN
  try {
    const opened = createDecipheriv('aes-256-gcm', key, sealed.subarray(1 + KEY_ID_BYTES, HEADER_BYTES), { authTagLength: TAG_BYTES })
    opened.setAAD(bound(place, id, format))
    opened.setAuthTag(sealed.subarray(-TAG_BYTES))
    const content = Buffer.concat([opened.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES)), opened.final()])
    return (format === DEFLATED ? inflateRawSync(content) : content).toString('utf8')
  } catch {
    throw new StoreUnavailable('sealed.broken')
  }
}

/** Nonces are drawn so many at a time: one draw costs as much as a hundred nonces. */
const NONCES = 256

/** Random nonces, each given out once. */
function createNonces(): () => Buffer {
  let [drawn, used] = [Buffer.alloc(0), 0]
  return () => {
    if (used === drawn.length) [drawn, used] = [randomBytes(NONCES * NONCE_BYTES), 0]
    used += NONCE_BYTES
    return drawn.subarray(used - NONCE_BYTES, used)
  }
}

/** A vault over the given keys. Throws `RangeError` where a key has not 32 bytes. */
export function createVault(keys: StoreKeys): Vault {
  const current = keyId(keys.data)
  const indexId = keyId(keys.index)
  // Made once: from plain bytes, node:crypto would make a key object for every text.
  const dataKey = createSecretKey(keys.data)
  const indexKey = createSecretKey(keys.index)
  const formerKeys = (keys.formerData ?? []).map((key) => [keyId(key).toString('hex'), createSecretKey(key)] as const)
  const dataKeys = new Map([[current.toString('hex'), dataKey], ...formerKeys])
  const nextNonce = createNonces()
  return {
    seal(place, text) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', dataKey, nonce, { authTagLength: TAG_BYTES })
      // A Buffer: workerd refuses a text without an encoding.
      const content = Buffer.from(text)
      const format = content.length < LONG ? PLAIN : DEFLATED
      cipher.setAAD(bound(place, current, format))
      const body = [cipher.update(format === PLAIN ? content : deflateRawSync(content, { level: 1 })), cipher.final()]
      return Buffer.concat([Buffer.of(format), current, nonce, ...body, cipher.getAuthTag()])
    },
    open(place, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      if ((bytes[0] !== PLAIN && bytes[0] !== DEFLATED) || bytes.length < HEADER_BYTES + TAG_BYTES)
        throw new StoreUnavailable('sealed.broken')
      const id = bytes.subarray(1, 1 + KEY_ID_BYTES)
      const key = dataKeys.get(id.toString('hex'))
      if (!key) throw new StoreUnavailable('key.unknown')
      return decipher(key, place, id, bytes)
    },
    index(purpose, ...parts) {
      const hash = createHmac('sha256', indexKey)
        .update(JSON.stringify([purpose, ...parts]))
        .digest()
      return Buffer.concat([indexId, hash])
    },
  }
}
