import type { Crowd } from './cast/crowd.ts'
import type { Person } from './cast/person.ts'

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
  /** Milliseconds before each answer, drawn log-normally around this median; 0: none. */
  readonly delayMs: number
  readonly slowMs: number
  readonly portalDelayMs: number
  readonly signing: Signing | null
  /** The scenario for a request: its header, else the one of the person, else the one of the source. */
  scenario(source: string, request: Request, iin: string | null): string
  note(entry: JournalEntry): void
  wait(milliseconds: number): Promise<void>
}

/** The three school years completed before a day, each `yyyy-yyyy`, oldest first. */
export function completedSchoolYears(today: string): readonly string[] {
  const end = today.slice(5) > '06-30' ? Number(today.slice(0, 4)) : Number(today.slice(0, 4)) - 1
  return [3, 2, 1].map((back) => `${end - back}-${end - back + 1}`)
}
