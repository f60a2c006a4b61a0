/** Parsed bodies by the hash of their bytes: bytes that have not changed need not be parsed again. Bounded in number and size. */
export interface ParsedCache {
  /** The value parsed from these bytes before, or the one that `parse` gives now. Values are shared: nobody changes them. */
  of<Value>(payloadHash: string, bytes: number, parse: () => Value): Value
}

const MOST_ENTRIES = 512
const MOST_BYTES = 8 * 1024 * 1024

/** A cache of the most recently used; what fails to parse is not kept. */
export function createParsedCache(): ParsedCache {
  const entries = new Map<string, { readonly value: unknown; readonly bytes: number }>()
  let total = 0

  function evict(): void {
    for (const [key, { bytes }] of entries) {
      if (entries.size <= MOST_ENTRIES && total <= MOST_BYTES) return
      entries.delete(key)
      total -= bytes
    }
  }
  return {
    of<Value>(payloadHash: string, bytes: number, parse: () => Value): Value {
      const known = entries.get(payloadHash)
      if (known) {
        entries.delete(payloadHash)
        entries.set(payloadHash, known)
        return known.value as Value
      }
      const value = parse()
      entries.set(payloadHash, { value, bytes })
      total += bytes
      evict()
      return value
    },
  }
}
