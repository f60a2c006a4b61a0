import type { HttpHandler } from 'msw'
import type { World } from './world.ts'

/** What the gateway is promised to make of a scenario: outcome and reason of the API page, 4.2. */
export type Expected = readonly [outcome: string, reason: string | null]

/**
 * What a source is like, by which scenarios find it: `person` it names the person asked about · `each` it names him in every record ·
 * `records` it gives all records of a person at once · `bus` it speaks ШЭП · `sync` on the synchronous channel · `json` its lists are
 * JSON · `rows` it gives rows, of
 * a person or of everybody · `names` its records hold names in Cyrillic · `days` days · `codes` codes of a dictionary · `pages` it gives pages.
 */
export type Trait = 'person' | 'each' | 'records' | 'rows' | 'bus' | 'sync' | 'json' | 'names' | 'days' | 'codes' | 'pages'

/** A fault laid over a source, or one of the odd ways in which real systems answer. */
export interface Play {
  readonly name: string
  /** Ids of the quirk catalogue (wire formats, 6) that it plays. */
  readonly quirks: readonly string[]
  /** Ids of the upstream faults (faults page, 2.3) that it plays. */
  readonly faults: readonly string[]
  readonly about: string
  readonly expected: Expected
}

/** A scenario in one line; `ids` of quirks (Q…) and faults (U…) are divided by blanks. */
export function playing(name: string, ids: string, about: string, expected: Expected = ['answered', null]): Play {
  const all = ids.split(' ')
  return { name, quirks: all.filter((id) => id.startsWith('Q')), faults: all.filter((id) => id.startsWith('U')), about, expected }
}

/** Worth nothing anywhere but at the pretend government. */
export interface Credentials {
  readonly user?: string
  readonly password?: string
  readonly token?: string
}

/** A source as it is played: everything that the pretend government knows of it, exported by its folder as `mock`. */
export interface Mock {
  /** Folder name and first part of its addresses; the id of its adapter. */
  readonly id: string
  readonly credentials: Credentials
  readonly traits: readonly Trait[]
  /** Scenarios that no other source has, or that this one shares with a few. */
  readonly plays: readonly Play[]
  /** Opens it in a world of its own; `reset` forgets what it keeps between requests. */
  open(world: World): { readonly handlers: readonly HttpHandler[]; readonly reset?: () => void }
}
