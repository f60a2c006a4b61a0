/** Remembers for a while what was under way: numbers only, bounded by the time. */
export interface Recency {
  begin(id: string): void
  end(id: string): void
  isRecent(id: string): boolean
}

/** `ms`: how long an id stays recent after its last end. `monotonic` in milliseconds. */
export function createRecency(monotonic: () => number, ms: number): Recency {
  const running = new Map<string, number>()
  /** By the time of their end, the oldest first. */
  const ended = new Map<string, number>()

  const count = (id: string, by: number) => {
    const left = (running.get(id) ?? 0) + by
    if (left > 0) running.set(id, left)
    else running.delete(id)
  }
  const forget = () => {
    for (const [id, at] of ended) {
      if (monotonic() - at < ms) return
      ended.delete(id)
    }
  }
  return {
    begin: (id) => count(id, 1),
    end(id) {
      count(id, -1)
      ended.delete(id)
      ended.set(id, monotonic())
      forget()
    },
    isRecent(id) {
      forget()
      return running.has(id) || ended.has(id)
    },
  }
}
