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

/** Of two records of one thing the one that its register dates later; without two dates, or after a mark, the present one. */
function newest(now: HeldFact, before: HeldFact): HeldFact {
  const [ours, theirs] = [now.fact.provenance.recordDate, before.fact.provenance.recordDate]
  return isReported(before) && ours && theirs && ours < theirs ? kept(before) : now
}

/** Variants of one record are for merging to judge: only where each side has one of them can one be the newer. */
function replaced(now: readonly HeldFact[], before: readonly HeldFact[]): readonly HeldFact[] {
  const [present, former] = [Map.groupBy(now, nameOf), Map.groupBy(before, nameOf)]
  return now.map((held) => {
    const [only, ...others] = former.get(nameOf(held)) ?? []
    const isSingle = others.length === 0 && present.get(nameOf(held))?.length === 1
    return only && isSingle && !REPLACED.has(held.section) ? newest(held, only) : held
  })
}

/** The former records that an answer leaves out. */
function leftOut(now: readonly HeldFact[], before: readonly HeldFact[]): readonly HeldFact[] {
  const told = new Set(now.map(nameOf))
  return before.filter((held) => !told.has(nameOf(held)))
}

/** A proper answer laid over the former one: what it leaves out stays. A record that could not be read may be the one that is missed. */
function laidOver(now: HeldSource, before: HeldSource, wasAsked: (held: HeldFact) => boolean): HeldSource {
  const leave = now.rejected.length > 0 ? kept : marked
  const left = leftOut(now.facts, before.facts).filter((held) => !REPLACED.has(held.section) && wasAsked(held))
  return { ...now, facts: [...replaced(now.facts, before.facts), ...left.map(leave)] }
}

/** Whether a source said what it has, if only that nothing is final yet. */
export function isProper({ outcome, reason }: SourceOutcome): boolean {
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
  if (!['unavailable', 'unreadable', 'deferred'].includes(now.status.outcome)) return now
  // An older copy of a list may stand in by itself: what it does not have stays as it was.
  return now.facts.length > 0 ? { ...now, facts: [...now.facts, ...leftOut(now.facts, before.facts)] } : standIn(now, before, first)
}
