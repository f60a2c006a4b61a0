import type { Fact, FactType, FactValues } from '../../schemas/fact.ts'
import type { GapCode } from '../../schemas/gap.ts'
import type { HeldFact } from './held.ts'
import { missingKeys } from './mandatory.ts'
import type { MergedSection } from './merge.ts'
import type { Plan } from './plan.ts'
import { categoryEnds, courseInWindow, isOpen, schoolYearsMissing, testInTerm } from './satisfied.ts'

/** Something found about a section, before the rulebook says what it means for people. */
export interface Finding {
  readonly code: GapCode
  readonly pointer: string | null
  /** Natural key of the record concerned; empty for the section as a whole. */
  readonly key: string
  /** The source whose record it is; null: the sources of the section. */
  readonly source: string | null
}

type Found = readonly (readonly [code: GapCode, pointer: string | null])[]
type Finder<Type extends FactType> = (value: FactValues[Type], planned: Plan) => Found

/** Rules about one record of a type, beside those that hold for all. */
const FINDERS: { readonly [Type in FactType]?: Finder<Type> } = {
  diploma: ({ status }, { edition }) => (status === edition.education.annulled ? [['revoked', '/status']] : []),
  category: ({ validUntil }, planned) => {
    const ends = categoryEnds(validUntil, planned)
    return ends !== null && ends < planned.today ? [['expired', '/validUntil']] : []
  },
  test_attempt: (attempt, planned) => {
    if (attempt.annulled) return [['revoked', '/annulled']]
    return attempt.takenOn !== null && !testInTerm(attempt, planned) ? [['expired', '/takenOn']] : []
  },
  learner_achievement: ({ event, date, mentorMatch }, { request }) => [
    ...(event.listed === false ? ([['not_on_list', '/event']] as const) : []),
    ...(date !== null && request.currentCategorySince && date < request.currentCategorySince
      ? ([['out_of_period', '/date']] as const)
      : []),
    ...(mentorMatch === 'name' ? ([['unverifiable', '/mentorMatch']] as const) : []),
  ],
  teacher_achievement: ({ award, date }, { request }) => [
    ...(award.listed === false ? ([['not_on_list', '/award']] as const) : []),
    ...(date !== null && request.currentCategorySince && date < request.currentCategorySince
      ? ([['out_of_period', '/date']] as const)
      : []),
  ],
  course: (course, planned) => [
    ...(course.programmeAgreed === false ? ([['programme_not_agreed', '/programmeAgreed']] as const) : []),
    ...((course.endsOn ?? course.issuedOn) !== null && !courseInWindow(course, planned) ? ([['out_of_period', '/endsOn']] as const) : []),
  ],
}

function ofType(fact: Fact, planned: Plan): Found {
  const finder = FINDERS[fact.type] as Finder<typeof fact.type> | undefined
  return finder ? finder(fact.value as never, planned) : []
}

/** What is to be said of one record. A later variant of a key is told apart by its id. */
function ofRecord(held: HeldFact, planned: Plan): readonly Finding[] {
  const { fact, key, final } = held
  const found: (readonly [GapCode, string | null])[] = [
    ...missingKeys(fact, planned.edition).map((pointer) => ['incomplete', pointer] as const),
    ...(final ? [] : [['deferred', null] as const]),
    ...(fact.provenance.signature === 'invalid' ? [['unverifiable', null] as const] : []),
    ...ofType(fact, planned),
  ]
  return found.map(([code, pointer]) => ({ code, pointer, key, source: fact.provenance.source }))
}

/** Open contracts only in other schools: the workplace contradicts the request (API page, 4.2). */
function workplaceConflict({ facts }: MergedSection, { today, request }: Plan): boolean {
  const open = facts.flatMap(({ fact }) => (fact.type === 'contract' && isOpen(fact.value, today) ? [fact.value.employer.bin] : []))
  return open.length > 0 && !open.includes(request.organisationBin)
}

/** What is to be said of a section as a whole. */
function ofSection(section: MergedSection, planned: Plan): readonly Finding[] {
  const { rule } = section.planned
  const whole = (code: GapCode, pointer: string | null): Finding => ({ code, pointer, key: '', source: null })
  const findings = section.conflicts.map(({ pointer, values }) => ({ ...whole('conflict', pointer), key: values[0]?.factId ?? '' }))
  if (section.mismatched.length > 0) findings.push(whole('identity_mismatch', null))
  if (rule.id === 'employment' && workplaceConflict(section, planned)) findings.push(whole('conflict', '/employer/bin'))
  if (rule.id === 'teaching_quality' && section.facts.length > 0) {
    findings.push(...schoolYearsMissing(section.facts, planned).map((year) => whole('incomplete', `/${year}`)))
  }
  return findings
}

/** Everything that the records of a section give cause for. */
export function recordFindings(section: MergedSection, planned: Plan): readonly Finding[] {
  return [...section.facts.flatMap((held) => ofRecord(held, planned)), ...ofSection(section, planned)]
}
