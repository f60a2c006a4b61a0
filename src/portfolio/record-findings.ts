import type { Fact, FactType, FactValues } from '../../schemas/fact.ts'
import type { GapCode } from '../../schemas/gap.ts'
import { isReported } from './continuity.ts'
import { countedTwice } from './duplicates.ts'
import type { HeldFact } from './held.ts'
import type { MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import { categoryExpired, courseInWindow, courseRevoked, isOpen, schoolYearsMissing, testInTerm } from './satisfied.ts'

/** Something found about a section, before the rulebook says what it means for people. */
export interface Finding {
  readonly code: GapCode
  readonly pointer: string | null
  /** Natural key of the record concerned; empty for the section as a whole. */
  readonly key: string
  /** The source whose record it is; null: the sources of the section. */
  readonly source: string | null
}

type Found = readonly [code: GapCode, pointer: string | null]
type Finder<Type extends FactType> = (value: FactValues[Type], planned: Plan) => readonly (Found | false)[]

function isPast(day: string | null, { today }: Plan): boolean {
  return day !== null && day <= today
}

/** Before the present category was given: outside the attestation period. */
function beforePeriod(day: string | null, { request }: Plan): boolean {
  const { currentCategorySince: since } = request
  return Boolean(day && since && day < since)
}

/** Rules about one record of a type, beside those that hold for all. */
const FINDERS: { readonly [Type in FactType]?: Finder<Type> } = {
  diploma: ({ status, foreign, recognition }, { edition }) => [
    status === edition.education.annulled && ['revoked', '/status'],
    foreign === true && !recognition?.number && ['incomplete', '/recognition'],
  ],
  category: (category, planned) => [categoryExpired(category, planned) && ['expired', '/validUntil']],
  test_attempt: (attempt, planned) => [
    attempt.annulled === true && ['revoked', '/annulled'],
    attempt.annulled !== true && isPast(attempt.takenOn, planned) && !testInTerm(attempt, planned) && ['expired', '/takenOn'],
  ],
  learner_achievement: ({ event, date, mentorMatch }, planned) => [
    event.listed === false && ['not_on_list', '/event'],
    beforePeriod(date, planned) && ['out_of_period', '/date'],
    mentorMatch === 'name' && ['unverifiable', '/mentorMatch'],
  ],
  teacher_achievement: ({ award, date, result }, planned) => [
    award.listed === false && ['not_on_list', '/award'],
    beforePeriod(date, planned) && ['out_of_period', '/date'],
    // An award that was taken back has no other place in the value than its result.
    result === 'revoked' && ['revoked', '/result'],
  ],
  generalisation: ({ protocolDate }, planned) => [beforePeriod(protocolDate, planned) && ['out_of_period', '/protocolDate']],
  course: (course, planned) => [
    courseRevoked(course, planned.edition) && ['revoked', '/status'],
    course.programmeAgreed === false && ['programme_not_agreed', '/programmeAgreed'],
    (course.endsOn ?? course.issuedOn) !== null && !courseInWindow(course, planned) && ['out_of_period', '/endsOn'],
  ],
}

function ofType(fact: Fact, planned: Plan): readonly Found[] {
  const finder = FINDERS[fact.type] as Finder<typeof fact.type> | undefined
  return (finder?.(fact.value as never, planned) ?? []).filter((found) => found !== false)
}

const NOT_COUNTED: ReadonlySet<GapCode> = new Set(['not_on_list', 'out_of_period', 'programme_not_agreed', 'revoked'])

/** Whether a record counts at all: what is on no list, outside its period or taken back says nothing of a level. */
export function isCounted(fact: Fact, planned: Plan): boolean {
  return !ofType(fact, planned).some(([code]) => NOT_COUNTED.has(code))
}

/** What is to be said of one record. */
function ofRecord(held: HeldFact, missing: readonly string[], planned: Plan): readonly Finding[] {
  const { fact, key, final } = held
  if (!isReported(held)) return [{ code: 'unverifiable', pointer: null, key, source: fact.provenance.source }]
  const found: Found[] = [...ofType(fact, planned)]
  for (const pointer of missing) found.push(['incomplete', pointer])
  if (!final) found.push(['deferred', null])
  if (fact.provenance.signature === 'invalid') found.push(['unverifiable', null])
  return found.map(([code, pointer]) => ({ code, pointer, key, source: fact.provenance.source }))
}

/** Open contracts only in other schools: the workplace contradicts the request (API page, 4.2). */
function workplaceConflict({ facts }: MergedSection, { today, request }: Plan): boolean {
  const open = facts
    .filter(isReported)
    .flatMap(({ fact }) => (fact.type === 'contract' && isOpen(fact.value, today) ? [fact.value.employer.bin] : []))
  return open.some((bin) => bin !== null) && !open.includes(request.organisationBin)
}

/** What is to be said of a section as a whole. What records are missing is said only where every record could be read. */
function ofSection(section: MergedSection, allRead: boolean, planned: Plan): readonly Finding[] {
  const { rule } = section.planned
  const whole = (code: GapCode, pointer: string | null, key = ''): Finding => ({ code, pointer, key, source: null })
  const findings = section.conflicts.map(({ pointer, values }) => whole('conflict', pointer, values[0]?.factId))
  if (section.mismatched.length > 0) findings.push(whole('identity_mismatch', null))
  if (allRead && rule.id === 'employment' && workplaceConflict(section, planned)) findings.push(whole('conflict', '/employer/bin'))
  if (allRead && rule.id === 'teaching_quality' && section.facts.length > 0) {
    findings.push(...schoolYearsMissing(section, planned).map((year) => whole('incomplete', `/${year}`)))
  }
  // What does not count takes the place of nothing that does.
  const counted = section.facts.filter((held) => isReported(held) && isCounted(held.fact, planned))
  findings.push(...countedTwice(counted).map(({ key }) => whole('duplicate', null, key)))
  return findings
}

/** Everything that the records of a section give cause for; `allRead`: none of them was rejected. What was replaced gives no cause. */
export function recordFindings(section: MergedSection, allRead: boolean, planned: Plan): readonly Finding[] {
  return [
    ...section.facts
      .filter((held) => !section.replaced.includes(held))
      .flatMap((held) => ofRecord(held, section.missing.get(held) ?? [], planned)),
    ...ofSection(section, allRead, planned),
  ]
}
