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

/**
 * The attempts in whose place the certificate of an appeal stands (Rules, p. 48, 52; annex 11), whatever became of it later: an appeal
 * that was annulled does not bring the first certificate back. They are shown, and count for nothing.
 */
export function replacedByAppeal(facts: readonly HeldFact[]): readonly HeldFact[] {
  const appealed = new Set(facts.filter((held) => isAppeal(held) && isReported(held)).map(sitting))
  return facts.filter((held) => !isAppeal(held) && sitting(held) !== null && appealed.has(sitting(held)))
}
