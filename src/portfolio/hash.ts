const encoder = new TextEncoder()

/** FNV-1a over 64 bits, in two halves of 32 so that no big integers are needed. */
function fnv(bytes: Uint8Array, seed: number): number {
  let hash = seed
  for (const byte of bytes) {
    hash ^= byte
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/**
 * A short id that is the same for the same parts: `<prefix>_` and 96 bits in hexadecimal. Not a secret and not a checksum:
 * ids stay equal through versions because they are made of what a thing is (portfolio, section, code, pointer, natural key).
 */
export function stableId(prefix: string, ...parts: readonly string[]): string {
  const bytes = encoder.encode(parts.join('\u001f'))
  const words = [0x811c9dc5, 0x01234567, 0x9e3779b9].map((seed) => fnv(bytes, seed).toString(16).padStart(8, '0'))
  return `${prefix}_${words.join('')}`
}
