import { isReported } from './continuity.ts'
import type { HeldFact } from './held.ts'

const APPEAL = 'appeal'

/** What an appeal and the attempt that it is about have in common: day, post and subject. Null: no attempt, or the day is not told. */
function sitting({ fact }: HeldFact): string | null {
  if (fact.type !== 'test_attempt' || fact.value.takenOn === null) return null
  const { takenOn, post, subject } = fact.value
  return [takenOn, post, subject].join('\u001f')
}

function isAppeal({ fact }: HeldFact): boolean {
  return fact.type === 'test_attempt' && fact.value.kind === APPEAL
}

/** An appeal that stands: its certificate is still listed and was not annulled. */
function stands(held: HeldFact): boolean {
  const { fact } = held
  return fact.type === 'test_attempt' && fact.value.kind === APPEAL && fact.value.annulled !== true && isReported(held)
}

/**
 * The attempts in whose place the certificate of an appeal stands (Rules, p. 48, 52; annex 11). They are shown, and count for nothing.
 * An appeal that is itself annulled replaces nothing: no certificate of it is left that could stand in their place.
 */
export function replacedByAppeal(facts: readonly HeldFact[]): readonly HeldFact[] {
  const appealed = new Set(facts.filter(stands).map(sitting))
  return facts.filter((held) => !isAppeal(held) && sitting(held) !== null && appealed.has(sitting(held)))
}
