/** A cassette that cannot be read or replayed: which one, and the place in it; never a value. */
export class CassetteError extends Error {
  constructor(detail: string) {
    super(detail)
    this.name = 'CassetteError'
  }
}
