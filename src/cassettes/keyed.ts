import { createHash, createHmac } from 'node:crypto'

const ROUNDS = 6
const WORD = 4

/** What a key makes of texts. Without the key nothing can be computed back; the same text under the same label is always the same. */
export interface Keyed {
  /** So many bytes for a text: HMAC-SHA-256, stretched. `label` keeps uses apart. */
  bytes(label: string, text: string, length: number): Uint8Array
  /** The place that a place has after shuffling: each of `size` places has another one. `label` names the shuffling. */
  shuffled(label: string, place: number, size: number): number
}

function createBytes(key: Uint8Array): Keyed['bytes'] {
  return (label, text, length) => {
    const seed = createHmac('sha256', key).update(`${label}\0${text}`).digest()
    return length <= seed.length ? seed.subarray(0, length) : createHash('shake256', { outputLength: length }).update(seed).digest()
  }
}

/** A key's pseudonyms. Refuses a key that could be guessed: `RangeError`. */
export function createKeyed(key: Uint8Array): Keyed {
  if (key.length < 16) throw new RangeError('a key for redaction has at least 16 bytes')
  const bytes = createBytes(key)

  function wordOf(label: string, text: string): number {
    return Buffer.from(bytes(label, text, WORD)).readUInt32BE()
  }
  /** One pass of a Feistel network over a square of places. */
  function pass(label: string, place: number, side: number): number {
    let [left, right] = [Math.floor(place / side), place % side]
    for (let round = 0; round < ROUNDS; round++) {
      const next = (left + wordOf(label, `${side} ${round} ${right}`)) % side
      ;[left, right] = [right, next]
    }
    return left * side + right
  }
  return {
    bytes,
    shuffled(label, place, size) {
      const side = Math.ceil(Math.sqrt(size))
      // A place beyond the end walks on, so that the places within are shuffled among themselves.
      let at = pass(label, place, side)
      while (at >= size) at = pass(label, at, side)
      return at
    },
  }
}
