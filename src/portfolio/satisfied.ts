import type { FactType, FactValues } from '../../schemas/fact.ts'
import { isReported } from './continuity.ts'
import { addYears } from './days.ts'
import type { HeldFact } from './held.ts'
import type { MergedSection } from './merge.ts'
import { type Plan, schoolYearsBefore } from './plan.ts'

type Value<Type extends FactType> = FactValues[Type]

/** The facts that count: what is not final, not reported any more, replaced, or lacks a mandatory key satisfies nothing. */
function counting({ facts, missing, replaced }: MergedSection): readonly HeldFact[] {
  return facts.filter((held) => held.final && isReported(held) && !missing.has(held) && !replaced.includes(held))
}

function values<Type extends FactType>(section: MergedSection, type: Type): readonly Value<Type>[] {
  return counting(section).flatMap(({ fact }) => (fact.type === type ? [fact.value as Value<Type>] : []))
}

/** The school years (`2024-2025`) that the edition asks for, oldest first. */
export function schoolYearsAsked({ today, edition }: Plan): readonly string[] {
  const { from, to } = schoolYearsBefore(today, edition)
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}-${from + index + 1}`)
}

/** The school years without one class and subject that has a YEAR row or all four quarters (API page, 4.2). */
export function schoolYearsMissing(section: MergedSection, planned: Plan): readonly string[] {
  const covered = new Set<string | null>()
  const quarters = new Map<string, Set<string | null>>()
  for (const { organisationBin, schoolYear, grade, class: name, subject, period } of values(section, 'quality_row')) {
    const lesson = [organisationBin, schoolYear, grade, name, subject.code].join('\u001f')
    const seen = (quarters.get(lesson) ?? new Set()).add(period)
    quarters.set(lesson, seen)
    if (period === 'YEAR' || seen.size === planned.edition.quality.quarters) covered.add(schoolYear)
  }
  return schoolYearsAsked(planned).filter((year) => !covered.has(year))
}

/** The end that the Rules give a category of which only the beginning is known, confirmations counted (p. 26). */
function endByTerm({ request, edition: { term } }: Plan): string | null {
  const { currentCategorySince, confirmationsInRow, post } = request
  if (!currentCategorySince) return null
  return addYears(currentCategorySince, (term.yearsByPost[post] ?? term.years) * (1 + (confirmationsInRow ?? 0)))
}

/** The last day of a category, pauses counted (p. 29); null: nobody tells one. */
export function categoryEnds({ validUntil }: Value<'category'>, planned: Plan): string | null {
  const plain = validUntil ?? endByTerm(planned)
  if (plain === null) return null
  const { yearsAfterReturn } = planned.edition.pauses
  const prolonged = (planned.request.categoryPauses ?? [])
    .filter(({ from }) => from <= plain)
    .map(({ to }) => addYears(to, yearsAfterReturn))
  return [plain, ...prolonged].reduce((latest, day) => (day > latest ? day : latest))
}

/** Whether a category is past its end. */
export function categoryExpired(category: Value<'category'>, planned: Plan): boolean {
  const ends = categoryEnds(category, planned)
  return ends !== null && ends < planned.today
}

/** Whether a contract is open on a day. */
export function isOpen(contract: Value<'contract'>, today: string): boolean {
  const ends = contract.terminatedOn ?? contract.endsOn
  return contract.startsOn !== null && contract.startsOn <= today && (ends === null || ends >= today)
}

/** Whether a test is within its year; one that is dated ahead is not yet. */
export function testInTerm({ takenOn, validUntil }: Value<'test_attempt'>, { today, edition }: Plan): boolean {
  if (takenOn !== null && takenOn > today) return false
  const until = validUntil ?? (takenOn === null ? null : addYears(takenOn, edition.test.validYears))
  return until !== null && until >= today
}

/** Whether the certificate of a course was taken back; the case of its status does not matter. */
export function courseRevoked({ status }: Value<'course'>, { courses }: Plan['edition']): boolean {
  return status !== null && courses.revoked.includes(status.toLowerCase())
}

/** Whether a course lies in the window of the edition. */
export function courseInWindow({ endsOn, issuedOn }: Value<'course'>, { today, edition }: Plan): boolean {
  const day = endsOn ?? issuedOn
  return day !== null && day <= today && addYears(day, edition.courses.windowYears) >= today
}

/** Whether a course counts: its programme agreed, its end in the window, its certificate not taken back. */
export function courseCounts(course: Value<'course'>, planned: Plan): boolean {
  return course.programmeAgreed === true && courseInWindow(course, planned) && !courseRevoked(course, planned.edition)
}

type Rule = (section: MergedSection, planned: Plan) => boolean

/** What the required sections are satisfied by, where any complete record is not enough (API page, 4.2). */
const RULES: Readonly<Partial<Record<MergedSection['planned']['rule']['id'], Rule>>> = {
  education: (section, { edition }) =>
    values(section, 'diploma').some(
      ({ level, status }) => level !== null && edition.education.levels.includes(level) && status === edition.education.valid,
    ),
  employment: (section, { today, request }) =>
    values(section, 'contract').some((contract) => isOpen(contract, today) && contract.employer.bin === request.organisationBin),
  experience: (section, { edition, request }) =>
    values(section, 'service_total').some(({ years }) => years >= (edition.experience.years[request.claimedCategory] ?? 0)),
  category: (section, planned) => values(section, 'category').some((category) => !categoryExpired(category, planned)),
  courses: (section, planned) => values(section, 'course').some((course) => courseCounts(course, planned)),
  knowledge_test: (section, planned) =>
    values(section, 'test_attempt').some((attempt) => attempt.annulled !== true && testInTerm(attempt, planned)),
  teaching_quality: (section, planned) => schoolYearsMissing(section, planned).length === 0,
}

/** Whether what a section asks for is there: by its own rule, else by any complete record, else (not required) by any final one. */
export function isSatisfied(section: MergedSection, planned: Plan): boolean {
  const { required, id } = section.planned.rule
  if (!required) return section.facts.some((held) => held.final && isReported(held))
  const own = RULES[id]
  return own ? own(section, planned) : counting(section).length > 0
}
