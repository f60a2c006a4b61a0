import { sha256 } from '../sources/wire.ts'
import { bytesOfAnswer } from './capture.ts'
import type { RecordedAnswer } from './cassette.ts'
import type { Redactor } from './redactor.ts'
import { putBack, type Swaps } from './swaps.ts'

/** Real persons who were asked about in this replay: lists, which name nobody in their questions, must know them by their own numbers. */
export interface Acquaintances {
  /** Somebody is asked about; one of the pseudonyms of the recordings stays who he is. */
  meet(iin: string): void
  /** What is put back into the answers of one source to questions about nobody; the hashes of files that change by that too. */
  swaps(answers: () => readonly RecordedAnswer[]): Swaps
}

function hashes(answers: readonly RecordedAnswer[], persons: Swaps): Swaps {
  return answers.flatMap((answer) => {
    const bytes = 'fault' in answer ? new Uint8Array() : bytesOfAnswer(answer)
    const changed = putBack(bytes, persons)
    return changed === bytes ? [] : [[sha256(bytes), sha256(changed)] as const]
  })
}

/** `pseudonyms`: the numbers that the recorded claims have. */
export function createAcquaintances(redactor: Redactor | null, pseudonyms: ReadonlySet<string>): Acquaintances {
  const met = new Map<string, string>()
  return {
    meet(iin) {
      if (pseudonyms.has(iin)) met.delete(iin)
      else if (redactor) met.set(redactor.iin(iin), iin)
    },
    swaps(answers) {
      const persons = [...met]
      return persons.length === 0 ? [] : [...persons, ...hashes(answers(), persons)]
    },
  }
}
