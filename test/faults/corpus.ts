import type { Fault, Trial } from './fault.ts'
import { holdsOneOf, meddledBy, type Played, textOf, withBody } from './playing.ts'
import { governmentFor } from './rig.ts'

/** Changes of a body by what they are about. */
export type Corpus = Readonly<Record<string, (text: string) => string | Uint8Array>>

/** Every change of a corpus, each by a gateway of its own: the outcome is one of these; `also` looks at what came of it. */
export async function each(
  trial: Trial,
  source: string,
  corpus: Corpus,
  allowed: readonly string[],
  also: (played: Played, about: string) => unknown = () => {},
): Promise<void> {
  const government = await governmentFor(trial)
  for (const [about, change] of Object.entries(corpus)) {
    const played = await meddledBy(trial, source, (passed) => withBody(passed, change(textOf(passed))), government)
    await holdsOneOf(trial, played, about, allowed)
    await also(played, about)
  }
}

/** One part of a trial after the other. */
export function inTurn(...parts: readonly Fault['play'][]): Fault['play'] {
  return async (trial) => {
    for (const part of parts) await part(trial)
  }
}
