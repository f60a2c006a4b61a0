import { BENDS } from './bends.ts'

/** A record as it will be written on the wire. `undefined` leaves the key out, null writes nil. */
export type WireRecord = Readonly<Record<string, unknown>>

/** Where a source's records hold what scenarios bend; paths like `holder.iin`. */
export interface Spots {
  readonly subject: string
  readonly names: readonly string[]
  /** A mandatory key that a drift renames. */
  readonly drift: string
  /** A key that gets a value of a wrong type; under the trait `days` a day. */
  readonly typed: string
  readonly text: string
  readonly blanks: readonly string[]
  /** A code of a dictionary, under the trait `codes`. */
  readonly code?: string
}

/** Scenarios in which one bad record stands beside a good one: a neighbour must be there to be spared. */
const ONE_BAD = ['wrong-type', 'errors-joined']

/** The records of an answer under a scenario. `foreign` is somebody else's number. */
export function bend(scenario: string, records: readonly WireRecord[], spots: Spots, foreign: string): readonly WireRecord[] {
  if (scenario === 'empty') return []
  if (scenario === 'duplicates') return [...records, ...records]
  if (scenario === 'one-record') return records.slice(0, 1)
  const one = BENDS[scenario]
  if (!one) return records
  const bent = records.map((record, place) => one(record, spots, place, foreign))
  if (scenario === 'mixed-persons') return [...records, ...bent.slice(0, 1)]
  return ONE_BAD.includes(scenario) && bent.length === 1 ? [...bent, ...records] : bent
}
