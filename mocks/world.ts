import type { Crowd } from './cast/crowd.ts'
import type { Person } from './cast/person.ts'
import type { Delay } from './delay.ts'
import type { Miss, Route } from './near.ts'

/** PEM texts with which the bus signs its answers and checks our requests. */
export interface Signing {
  readonly key: string
  readonly cert: string
  readonly clientCert: string
}

/** One line of the journal: what was asked and what was played. Never a person's number or name. */
export interface JournalEntry {
  readonly at: string
  readonly source: string
  readonly operation: string
  /** Place in the cast, or null for a stranger. */
  readonly person: number | null
  readonly scenario: string
  readonly status: number
  /** What would have been answered, where no handler fits or the one that fits refused. */
  readonly miss?: Miss
}

/** What is played for one request. */
export interface Choice {
  readonly scenario: string
  readonly delay: Delay
}

/** All that the handlers share. */
export interface World {
  readonly seed: string
  readonly today: string
  readonly now: () => number
  /** The published people, one of each archetype. */
  readonly cast: readonly Person[]
  readonly byIin: Pick<Crowd, 'get'>
  /** Everybody, drawn when looked at: for lists that are not about one person. */
  readonly crowd: Crowd
  /** Numbers from 0 up to 1, the same for the same seed. */
  readonly random: () => number
  readonly portalDelayMs: number
  readonly signing: Signing | null
  /** Questions that failed once under `flapping`. */
  readonly asked: Set<string>
  /** Scenario and delay of a request, by whoever has the word (`switches.ts`). */
  choose(source: string, request: Request, iin: string | null): Choice
  /** Whether one more request is within the rate of the source. */
  allows(source: string): boolean
  /** All handlers, for those who miss them. */
  routes(): readonly Route[]
  note(entry: JournalEntry): void
  wait(milliseconds: number): Promise<void>
}

/** The three school years completed before a day, each `yyyy-yyyy`, oldest first. */
export function completedSchoolYears(today: string): readonly string[] {
  const end = today.slice(5) > '06-30' ? Number(today.slice(0, 4)) : Number(today.slice(0, 4)) - 1
  return [3, 2, 1].map((back) => `${end - back}-${end - back + 1}`)
}
