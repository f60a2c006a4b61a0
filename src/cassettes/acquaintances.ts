import type { Redactor } from './redactor.ts'
import type { Swaps } from './swaps.ts'

/** Real persons who were asked about in this replay: what names nobody in its questions must know them by their own numbers. */
export interface Acquaintances {
  /** Somebody is asked about; one of the pseudonyms of the recordings stays who he is. */
  meet(iin: string): void
  /** The pseudonym of each with the real number. */
  met(): Swaps
}

/** `pseudonyms`: the numbers that the recorded claims have. */
export function createAcquaintances(redactor: Redactor | null, pseudonyms: ReadonlySet<string>): Acquaintances {
  const met = new Map<string, string>()
  return {
    meet(iin) {
      if (pseudonyms.has(iin)) met.delete(iin)
      else if (redactor) met.set(redactor.iin(iin), iin)
    },
    met: () => [...met],
  }
}
