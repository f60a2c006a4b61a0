/** Whether one more request to a source may be answered now. */
export type Rate = (source: string) => boolean

/** At most so many requests a second to each source, in bursts of as many (generic cell rate); no entry: no limit. `now` in milliseconds. */
export function createRate(perSecond: Readonly<Record<string, number>>, now: () => number): Rate {
  const fullAt = new Map<string, number>()
  return (source) => {
    const rate = perSecond[source]
    if (rate === undefined) return true
    const interval = 1000 / rate
    const base = Math.max(fullAt.get(source) ?? 0, now())
    if (base + interval - now() > Math.max(1, Math.floor(rate)) * interval + 1e-6) return false
    fullAt.set(source, base + interval)
    return true
  }
}
