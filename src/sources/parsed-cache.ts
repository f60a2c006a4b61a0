/** What was parsed before, by the hash or the text of what it was parsed from: what has not changed is not parsed again. */
export interface ParsedCache {
  /** The value parsed under this key before, or the one that `parse` gives now. Values are shared: nobody may change them. */
  of<Value>(key: string, bytes: number, parse: () => Value | Promise<Value>): Promise<Value>
}

const MOST_ENTRIES = 512
const MOST_BYTES = 8 * 1024 * 1024
/** A body that would push out an eighth of the others is parsed each time. */
const LARGEST_ENTRY = MOST_BYTES / 8
/** How many keys are remembered that were met once: what comes back after more others than are kept would be pushed out again unused. */
const MOST_MET = MOST_ENTRIES

/**
 * A cache of the most recently used, bounded in number and in bytes parsed; what fails to parse is not kept. A value is kept when its
 * key is met for the second time: most are never met again, and keeping them would only make work for the garbage collector.
 */
export function createParsedCache(): ParsedCache {
  const entries = new Map<string, { readonly value: unknown; readonly bytes: number }>()
  const met = new Set<string>()
  let total = 0

  function isNew(key: string): boolean {
    if (met.delete(key)) return false
    met.add(key)
    const [oldest] = met
    if (met.size > MOST_MET && oldest !== undefined) met.delete(oldest)
    return true
  }

  function evict(): void {
    for (const [key, { bytes }] of entries) {
      if (entries.size <= MOST_ENTRIES && total <= MOST_BYTES) return
      entries.delete(key)
      total -= bytes
    }
  }
  return {
    async of<Value>(key: string, bytes: number, parse: () => Value | Promise<Value>): Promise<Value> {
      const known = entries.get(key)
      if (known) {
        entries.delete(key)
        entries.set(key, known)
        return known.value as Value
      }
      const value = await parse()
      // Somebody else may have been quicker meanwhile.
      if (bytes > LARGEST_ENTRY || entries.has(key) || isNew(key)) return value
      entries.set(key, { value, bytes })
      total += bytes
      evict()
      return value
    },
  }
}
