/** A file that is no cassette, for whoever says so in another language. */
export interface BrokenFile {
  /** Its name without the folder. */
  readonly name: string
  readonly fault: 'not_json' | 'no_cassette'
  /** Where in it, `/` for the whole; none where it is not even JSON. */
  readonly places: readonly string[]
}

/** A cassette that cannot be read or replayed: which one, and the place in it; never a value. */
export class CassetteError extends Error {
  /** Null: something else is wrong. */
  readonly broken: BrokenFile | null
  constructor(detail: string, broken: BrokenFile | null = null) {
    super(detail)
    this.name = 'CassetteError'
    this.broken = broken
  }
}
