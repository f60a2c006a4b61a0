import type { FactType, FactValues } from '../../schemas/fact.ts'
import type { Edition } from '../rulebook/edition.ts'
import { addYears } from './exemptions.ts'
import type { HeldFact } from './held.ts'
import { missingKeys } from './mandatory.ts'
import type { MergedSection } from './merge.ts'
import { type Plan, schoolYearsBefore } from './plan.ts'

type Value<Type extends FactType> = FactValues[Type]

/** The values of one type among facts that are final and complete: what is neither satisfies nothing. */
function values<Type extends FactType>(facts: readonly HeldFact[], type: Type, edition: Edition): readonly Value<Type>[] {
  return facts
    .filter(({ fact, final }) => fact.type === type && final && missingKeys(fact, edition).length === 0)
    .map(({ fact }) => fact.value as Value<Type>)
}

/** The school years (`2024-2025`) that the edition asks for, oldest first. */
export function schoolYearsAsked(planned: Plan): readonly string[] {
  const { from, to } = schoolYearsBefore(planned.today, planned.edition)
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}-${from + index + 1}`)
}

/** The school years without one class and subject that has a YEAR row or all four quarters (API page, 4.2). */
export function schoolYearsMissing(facts: readonly HeldFact[], planned: Plan): readonly string[] {
  const periods = new Map<string, Set<string>>()
  for (const row of values(facts, 'quality_row', planned.edition)) {
    const name = [row.schoolYear, row.class, row.subject.code].join('\u001f')
    const seen = periods.get(name) ?? new Set()
    periods.set(name, seen.add(row.period ?? ''))
  }
  const whole = [...periods].filter(([, seen]) => seen.has('YEAR') || ['Q1', 'Q2', 'Q3', 'Q4'].every((quarter) => seen.has(quarter)))
  const covered = new Set(whole.map(([name]) => name.split('\u001f')[0]))
  return schoolYearsAsked(planned).filter((year) => !covered.has(year))
}

/** The last day of a category, pauses counted (p. 29); null: the source names none. */
export function categoryEnds(validUntil: string | null, { request, edition }: Plan): string | null {
  if (validUntil === null) return null
  const ends = (request.categoryPauses ?? [])
    .filter(({ from }) => from <= validUntil)
    .map(({ to }) => addYears(to, edition.pauses.yearsAfterReturn))
  return [validUntil, ...ends].reduce((latest, day) => (day > latest ? day : latest))
}

/** Whether a contract is open on the day of the request, in the school of the request where one is given. */
export function isOpen(contract: Value<'contract'>, today: string): boolean {
  const ends = contract.terminatedOn ?? contract.endsOn
  return contract.startsOn !== null && contract.startsOn <= today && (ends === null || ends >= today)
}

/** Whether a test is within its year. */
export function testInTerm({ takenOn, validUntil }: Value<'test_attempt'>, { today, edition }: Plan): boolean {
  const until = validUntil ?? (takenOn === null ? null : addYears(takenOn, edition.test.validYears))
  return until !== null && until >= today
}

/** Whether a course lies in the window of the edition. */
export function courseInWindow({ endsOn, issuedOn }: Value<'course'>, { today, edition }: Plan): boolean {
  const day = endsOn ?? issuedOn
  return day !== null && day <= today && addYears(day, edition.courses.windowYears) >= today
}

type Rule = (facts: readonly HeldFact[], planned: Plan) => boolean

/** What each required section is satisfied by (API page, 4.2). */
const RULES: Readonly<Partial<Record<MergedSection['planned']['rule']['id'], Rule>>> = {
  education: (facts, { edition }) =>
    values(facts, 'diploma', edition).some(
      ({ level, status }) => edition.education.levels.includes(level ?? '') && status === edition.education.valid,
    ),
  employment: (facts, { edition, today, request }) =>
    values(facts, 'contract', edition).some((contract) => isOpen(contract, today) && contract.employer.bin === request.organisationBin),
  experience: (facts, { edition, request }) =>
    values(facts, 'service_total', edition).some(({ years }) => years >= (edition.experience.years[request.claimedCategory] ?? 0)),
  category: (facts, planned) =>
    values(facts, 'category', planned.edition).some(
      ({ validUntil }) => (categoryEnds(validUntil, planned) ?? planned.today) >= planned.today,
    ),
  courses: (facts, planned) =>
    values(facts, 'course', planned.edition).some((course) => course.programmeAgreed === true && courseInWindow(course, planned)),
  knowledge_test: (facts, planned) =>
    values(facts, 'test_attempt', planned.edition).some((attempt) => attempt.annulled !== true && testInTerm(attempt, planned)),
  teaching_quality: (facts, planned) => schoolYearsMissing(facts, planned).length === 0,
}

/** Whether what a section asks for is there: by its own rule, else by any fact. */
export function isSatisfied({ planned: { rule }, facts }: MergedSection, planned: Plan): boolean {
  const own = rule.required ? RULES[rule.id] : undefined
  return own ? own(facts, planned) : facts.some(({ final }) => final)
}
