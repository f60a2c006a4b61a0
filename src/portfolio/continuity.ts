import type { Fact } from '../../schemas/fact.ts'
import type { SectionId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import { issueText } from '../rulebook/texts/issues.ts'
import type { HeldFact, HeldSource } from './held.ts'

/*
 * From one collection to the next: a failure takes nothing away, a record that a source leaves out is kept and marked, and an older
 * record never replaces a newer one.
 */

/** Sections of which the newest record replaces the former ones: nobody misses an application in the next one. */
const REPLACED: ReadonlySet<SectionId> = new Set(['application', 'category', 'essay'])
const GONE = 'no_longer_reported'

/** False where the source has left the record out of its last proper answer: it is shown, and satisfies nothing. */
export function isReported({ fact }: Pick<HeldFact, 'fact'>): boolean {
  return !fact.issues.some(({ code }) => code === GONE)
}

function nameOf({ section, fact, key }: HeldFact): string {
  return `${section}\u001f${fact.type}\u001f${key}`
}

function aged(held: HeldFact, asOf: string | null): HeldFact {
  const { fact } = held
  return { ...held, fact: { ...fact, provenance: { ...fact.provenance, asOf } } }
}

/** With the age of its own answer, where it has none yet: the present answer did not carry it. */
function kept(held: HeldFact): HeldFact {
  const { asOf, obtainedAt } = held.fact.provenance
  return aged(held, asOf ?? obtainedAt)
}

function marked(held: HeldFact): HeldFact {
  if (!isReported(held)) return held
  const { fact, ...beside } = kept(held)
  const issue: Fact['issues'][number] = { code: GONE, pointer: null, text: issueText(GONE) }
  return { ...beside, fact: { ...fact, issues: [...fact.issues, issue] } }
}

/** Where a source cannot answer, what it said before stands in, marked with its age. */
function standIn(now: HeldSource, before: HeldSource, first: HeldFact): HeldSource {
  const asOf = before.status.asOf ?? first.fact.provenance.obtainedAt
  return { status: { ...now.status, stale: true, asOf }, facts: before.facts.map((held) => aged(held, asOf)), rejected: now.rejected }
}

/** Of two records of one thing the one that its register dates later; without two dates the present one. */
function newest(now: HeldFact, before: HeldFact | undefined): HeldFact {
  const [ours, theirs] = [now.fact.provenance.recordDate, before?.fact.provenance.recordDate]
  return before && ours && theirs && ours < theirs ? kept(before) : now
}

/** A proper answer laid over the former one: what it leaves out stays. A record that could not be read may be the one that is missed. */
function laidOver(now: HeldSource, before: HeldSource, wasAsked: (held: HeldFact) => boolean): HeldSource {
  const former = new Map(before.facts.map((held) => [nameOf(held), held]))
  const told = new Set(now.facts.map(nameOf))
  const leave = now.rejected.length > 0 ? kept : marked
  const left = before.facts.filter((held) => !told.has(nameOf(held)) && !REPLACED.has(held.section) && wasAsked(held))
  return { ...now, facts: [...now.facts.map((held) => newest(held, former.get(nameOf(held)))), ...left.map(leave)] }
}

function isProper({ outcome, reason }: SourceOutcome): boolean {
  return outcome === 'answered' || outcome === 'empty' || outcome === 'partial' || reason === 'not_final'
}

/**
 * What is held of a source after it was asked again. A foreign answer or a refused consent leaves nothing of the former one
 * (API page, 4.2); `wasAsked` tells whether the present question reaches a former record.
 */
export function continued(now: HeldSource, before: HeldSource | undefined, wasAsked: (held: HeldFact) => boolean): HeldSource {
  const first = before?.facts[0]
  if (!before || !first) return now
  if (isProper(now.status)) return laidOver(now, before, wasAsked)
  const cannot = now.facts.length === 0 && ['unavailable', 'unreadable', 'deferred'].includes(now.status.outcome)
  return cannot ? standIn(now, before, first) : now
}
