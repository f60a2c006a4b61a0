import type { Fact } from '../../schemas/fact.ts'
import type { Gap, GapCode } from '../../schemas/gap.ts'
import type { Conflict, Section } from '../../schemas/portfolio.ts'
import type { Edition } from '../rulebook/edition.ts'
import { addYears } from './days.ts'
import { countedTwice } from './duplicates.ts'
import { stableId } from './hash.ts'
import { courseRevoked, isOpen } from './satisfied.ts'

/** What an explanation looks at; `day` is the day of the collection in Almaty. */
export interface Looked {
  readonly portfolioId: string
  readonly gap: Gap
  readonly section: Section
  /** All gaps of the portfolio. */
  readonly gaps: readonly Gap[]
  readonly edition: Edition
  readonly day: string
}

type Picks = (fact: Fact, looked: Looked) => boolean

function noted(fact: Fact, code: string, pointer: string | null): boolean {
  return fact.issues.some((issue) => issue.code === code && issue.pointer === pointer)
}

/** A school year is named by its rows, any other key by the note on the fact. */
function isIncomplete(fact: Fact, { gap: { pointer } }: Looked): boolean {
  return noted(fact, 'incomplete', pointer) || (fact.type === 'quality_row' && `/${fact.value.schoolYear}` === pointer)
}

function isExpired(fact: Fact, { day, edition }: Looked): boolean {
  if (fact.type === 'category') return fact.value.validUntil === null || fact.value.validUntil < day
  if (fact.type !== 'test_attempt' || fact.value.annulled === true || fact.value.takenOn === null) return false
  return (fact.value.validUntil ?? addYears(fact.value.takenOn, edition.test.validYears)) < day
}

function isRevoked(fact: Fact, { edition }: Looked): boolean {
  if (fact.type === 'diploma') return fact.value.status === edition.education.annulled
  if (fact.type === 'test_attempt') return fact.value.annulled === true
  if (fact.type === 'course') return courseRevoked(fact.value, edition)
  return fact.type === 'teacher_achievement' && fact.value.result === 'revoked'
}

function isUnlisted(fact: Fact): boolean {
  if (fact.type === 'learner_achievement') return fact.value.event.listed === false
  return fact.type === 'teacher_achievement' && fact.value.award.listed === false
}

function isUnverifiable(fact: Fact, { gap: { pointer } }: Looked): boolean {
  if (pointer === null) return isLeftOut(fact) || fact.provenance.signature === 'invalid'
  return fact.type === 'learner_achievement' && fact.value.mentorMatch === 'name'
}

/** Whether the source has left the record out of its last answer. */
export function isLeftOut(fact: Fact): boolean {
  return noted(fact, 'no_longer_reported', null)
}

/** The day by which a record lies in the period or not. */
function dayIn(fact: Fact): string | null {
  if (fact.type === 'learner_achievement' || fact.type === 'teacher_achievement') return fact.value.date
  if (fact.type === 'generalisation') return fact.value.protocolDate
  return fact.type === 'course' ? (fact.value.endsOn ?? fact.value.issuedOn) : null
}

/**
 * The window of courses is the edition's. Where the period began stands in no fact: but of the dated records of a section the oldest are
 * out of it, as many as there are gaps that say so.
 */
function isOutOfPeriod(fact: Fact, { section, gaps, edition, day }: Looked): boolean {
  const own = dayIn(fact)
  if (own === null) return false
  if (fact.type === 'course') return own > day || addYears(own, edition.courses.windowYears) < day
  const days = section.facts.flatMap((one) => dayIn(one) ?? []).sort()
  const out = gaps.filter((gap) => gap.section === section.id && gap.code === 'out_of_period').length
  return own <= (days[out - 1] ?? '')
}

/** The record that a fact is a variant of: contradicting variants of one natural key stand together in the conflicts. */
function recordOf(id: string, { section }: Looked): string {
  return section.conflicts.find(({ values }) => values.some(({ factId }) => factId === id))?.values[0]?.factId ?? id
}

function isNotAgreed(fact: Fact): boolean {
  return fact.type === 'course' && fact.value.programmeAgreed === false
}

/** What does not count takes the place of nothing that does. */
function isTwice(fact: Fact, looked: Looked): boolean {
  const { facts, id: section } = looked.section
  const uncounted: readonly Picks[] = [isRevoked, isUnlisted, isNotAgreed, isOutOfPeriod]
  const counted = facts.filter((one) => !uncounted.some((picks) => picks(one, looked)))
  const held = counted.map((one) => ({ fact: one, section, key: recordOf(one.id, looked), holder: null, final: true }))
  return countedTwice(held).some((one) => one.fact.id === fact.id)
}

/** The conflict that a gap is about; null: the workplace contradicts the request. */
export function conflictOf({ portfolioId, gap, section }: Looked): Conflict | null {
  const idOf = ({ pointer, values }: Conflict) => stableId('gap', portfolioId, section.id, 'conflict', pointer, values[0]?.factId ?? '')
  return section.conflicts.find((conflict) => idOf(conflict) === gap.id) ?? null
}

function isInConflict(fact: Fact, looked: Looked): boolean {
  const conflict = conflictOf(looked)
  if (conflict) return conflict.values.some(({ factId }) => factId === fact.id)
  return fact.type === 'contract' && isOpen(fact.value, looked.day)
}

/** Which facts each code is about; a code that is not here is about no single fact. */
const PICKS: Readonly<Partial<Record<GapCode, Picks>>> = {
  not_found: () => true,
  not_digitised: () => true,
  incomplete: isIncomplete,
  unverifiable: isUnverifiable,
  conflict: isInConflict,
  expired: isExpired,
  deferred: (fact) => noted(fact, 'not_final', null),
  identity_mismatch: (fact) => noted(fact, 'identity_mismatch', null),
  revoked: isRevoked,
  out_of_period: isOutOfPeriod,
  not_on_list: isUnlisted,
  programme_not_agreed: isNotAgreed,
  duplicate: isTwice,
}

/** Codes that look at records left out or replaced, too; the others are raised for what is reported and counts alone. */
const ABOUT_ALL: ReadonlySet<GapCode> = new Set(['not_found', 'not_digitised', 'unverifiable'])

function withReported(looked: Looked): Looked {
  const { section } = looked
  const facts = section.facts.filter((fact) => !isLeftOut(fact) && !noted(fact, 'replaced', null))
  return { ...looked, section: { ...section, facts } }
}

/** The gaps of the same section, code and key, in the order of their records: this one among them. */
function alike({ gap, gaps }: Looked): readonly Gap[] {
  return gaps.filter(({ section, code, pointer }) => section === gap.section && code === gap.code && pointer === gap.pointer)
}

/**
 * The facts of its section that a gap is about. Gaps of single records stand in the order of their records, so where there are as many of
 * the one as of the other each gap has its own; elsewhere all that it may be about are named.
 */
export function concernedBy(asked: Looked): readonly Fact[] {
  const looked = ABOUT_ALL.has(asked.gap.code) ? asked : withReported(asked)
  const picks = PICKS[looked.gap.code]
  const picked = picks ? looked.section.facts.filter((fact) => picks(fact, looked)) : []
  const records = [...Map.groupBy(picked, ({ id }) => recordOf(id, looked)).values()]
  const same = alike(looked)
  if (records.length !== same.length) return picked
  return records[same.findIndex(({ id }) => id === looked.gap.id)] ?? picked
}
