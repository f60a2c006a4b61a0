import { createHmac } from 'node:crypto'
import type { Caller } from './deps.ts'

/** Of how many different persons one caller may read in an hour (API page, 6; fault C23). Counted by this process or isolate. */
export interface ReadBudgets {
  /** Counts a person for a caller: null where he may read, else when he may, in milliseconds from now. `person` is of `personOf`, or a portfolio's id. */
  take(caller: Caller, person: string): number | null
  /** What stands for a person here: keyed anew by each process, so that nothing kept leads back to the number. */
  personOf(iin: string): string
  /** A portfolio turned out to be about that person: reading it counts once. */
  isAbout(caller: Caller, portfolioId: string, person: string): void
}

/** Distinct persons per hour; no entry or 0: no limit. */
export type ReadLimits = Readonly<Partial<Record<Caller['role'], number>>>

const HOUR_MS = 3_600_000

interface Reader {
  /** Person → when last read, the longest ago first. */
  readonly persons: Map<string, number>
  /** Portfolio → person. */
  readonly known: Map<string, string>
}

/** Forgets who was read longer ago than an hour. */
function forget({ persons, known }: Reader, now: number): void {
  for (const [person, at] of persons) {
    if (now - at < HOUR_MS) break
    persons.delete(person)
  }
  for (const [portfolioId, person] of known) if (!persons.has(person)) known.delete(portfolioId)
}

/** `monotonic` in milliseconds; `secret` is the key of this process. */
export function createReadBudgets(limits: ReadLimits, monotonic: () => number, secret: string): ReadBudgets {
  const readers = new Map<string, Reader>()
  let sweptAt = monotonic()

  function sweep(now: number): void {
    if (now - sweptAt < HOUR_MS) return
    sweptAt = now
    for (const [key, reader] of readers) {
      forget(reader, now)
      if (reader.persons.size === 0) readers.delete(key)
    }
  }
  function readerOf({ role, sub }: Caller): Reader {
    const key = `${role} ${sub}`
    const reader = readers.get(key) ?? { persons: new Map(), known: new Map() }
    readers.set(key, reader)
    return reader
  }
  return {
    take(caller, named) {
      const limit = limits[caller.role] ?? 0
      if (limit === 0) return null
      const now = monotonic()
      sweep(now)
      const reader = readerOf(caller)
      const person = reader.known.get(named) ?? named
      if (reader.persons.size >= limit && !reader.persons.has(person)) forget(reader, now)
      const [longestAgo = now] = reader.persons.values()
      if (reader.persons.size >= limit && !reader.persons.has(person)) return longestAgo + HOUR_MS - now
      reader.persons.delete(person)
      reader.persons.set(person, now)
      return null
    },
    personOf: (iin) => createHmac('sha256', secret).update(iin).digest('base64url'),
    isAbout(caller, portfolioId, person) {
      if ((limits[caller.role] ?? 0) > 0) readerOf(caller).known.set(portfolioId, person)
    },
  }
}
