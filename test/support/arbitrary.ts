import fc from 'fast-check'
import type { FactDraft } from '../../adapters/adapter.ts'
import { Category, ClaimedCategory, OrganisationKind } from '../../schemas/category.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SectionId, SourceId } from '../../schemas/section.ts'
import { OutcomeReasons, type Verdict } from '../../schemas/source-outcome.ts'
import * as draft from './drafts.ts'
import { BIN, claim } from './line.ts'

/*
 * What registers may send and platforms may ask, for properties: records that repeat, contradict, lack things and lie outside every window.
 */

const year = fc.integer({ min: 2016, max: 2027 })
/** Days around the windows that the Rules open and close. */
export const day: fc.Arbitrary<string> = fc
  .tuple(year, fc.constantFrom('01-01', '05-10', '06-30', '07-01', '11-23', '11-24', '11-25', '12-31'))
  .map(([of, rest]) => `${of}-${rest}`)
const maybeDay = fc.option(day, { freq: 4 })
const few = fc.constantFrom('1', '2', '3')
const maybe = fc.option(few, { freq: 5 })
const anybody = fc.constantFrom(
  null,
  { surname: 'ҮЛГІБАЕВА', name: 'АЙША', patronymic: null, birthDate: '1885-03-12' },
  { surname: 'Улгибаева', name: 'Айша', patronymic: 'Серікқызы', birthDate: null },
  { surname: 'МЫСАЛОВА', name: 'ДИНА', patronymic: null, birthDate: '1886-03-12' },
)

const schoolYear = fc.constantFrom('2022-2023', '2023-2024', '2024-2025', '2025-2026')
const period = fc.constantFrom('YEAR' as const, 'YEAR' as const, 'Q1' as const, 'Q2' as const, 'Q3' as const, 'Q4' as const)
const bin = fc.constantFrom(BIN, BIN, '010140000006', null)
const listed = fc.constantFrom(true, true, false, null)
const level = fc.constantFrom(1, 2, 3, 4, null)

/** Records by the source that sends them. */
export const RECORDS = {
  'population-register': fc.record({ surname: fc.constantFrom('ҮЛГІБАЕВА', 'МЫСАЛОВА', null), birthDate: maybeDay }).map(draft.person),
  diplomas: fc
    .record({ number: maybe, level: fc.constantFrom('04', '05', '06', '09', null), status: few, honours: fc.boolean(), issuedOn: maybeDay })
    .chain((change) => anybody.map((holder) => draft.diploma(change, { holder }))),
  employment: fc
    .record({ contractId: few, startsOn: maybeDay, endsOn: fc.option(day), bin })
    .map(({ bin: at, ...change }) => draft.contract({ ...change, employer: { bin: at, name: { kk: 'Мысал', ru: null } } })),
  'egov-portal': fc.oneof(
    maybeDay.map((submittedOn) => draft.application({ submittedOn })),
    fc.record({ category: fc.constantFrom(...Category.options), validUntil: maybeDay, orderNumber: maybe }).map(draft.category),
  ),
  'knowledge-test': fc
    .record({ certificateNumber: few, takenOn: maybeDay, annulled: fc.boolean(), score: fc.constantFrom(41, 10, null) })
    .map(draft.attempt),
  'education-quality': fc
    .record({ schoolYear, period, class: fc.constantFrom('9А', '9Б'), students: fc.constantFrom(25, 26, null) })
    .map((change) => draft.quality(change)),
  'student-achievements': fc
    .record({ participantRef: few, date: maybeDay, level, mentorMatch: fc.constantFrom('iin' as const, 'name' as const), listed })
    .map(({ listed: is, ...change }) =>
      draft.achievement({ ...change, event: { code: 'OLYMP', name: { kk: 'Мысал', ru: null }, listed: is } }),
    ),
  'teacher-achievements': fc
    .record({ date: maybeDay, level, orderNumber: maybe, result: fc.constantFrom('winner', 'revoked', null) })
    .map(draft.award),
  'experience-generalisation': fc.record({ registrationNumber: few, protocolDate: maybeDay, level }).map(draft.generalisation),
  courses: fc
    .record({
      certificateNumber: few,
      code: maybe,
      endsOn: maybeDay,
      issuedOn: maybeDay,
      programmeAgreed: fc.constantFrom(true, true, false, null),
    })
    .map(draft.course),
  'leadership-reserve': fc
    .record({ year: fc.constantFrom(2024, 2025), status: fc.constantFrom('in_reserve', 'appointed', 'excluded', null) })
    .map(draft.reserve),
} as const satisfies Partial<Record<SourceId, fc.Arbitrary<FactDraft>>>

/** A source that some adapter of the tests speaks for. */
export type Asked = keyof typeof RECORDS
export const ASKED = Object.keys(RECORDS) as readonly Asked[]
/** What each source sent. */
export type Sent = { readonly [Source in Asked]?: readonly FactDraft[] }

type One = readonly [source: Asked, record: FactDraft]
const one: fc.Arbitrary<One> = fc.oneof(
  ...ASKED.map((source) => (RECORDS[source] as fc.Arbitrary<FactDraft>).map((record): One => [source, record])),
)

/** Records of any sources, in the order in which they came. */
export const arrivals: fc.Arbitrary<readonly One[]> = fc.array(one, { maxLength: 12 })

/** Records by source. */
export function bySource(all: readonly One[]): Sent {
  const sent: Partial<Record<Asked, FactDraft[]>> = {}
  for (const [source, record] of all) sent[source] = [...(sent[source] ?? []), record]
  return sent
}

export const sent: fc.Arbitrary<Sent> = arrivals.map(bySource)

/** Which source sends the records of a section. */
export const SOURCE_OF: Readonly<Partial<Record<SectionId, Asked>>> = {
  identity: 'population-register',
  application: 'egov-portal',
  education: 'diplomas',
  employment: 'employment',
  experience: 'employment',
  category: 'egov-portal',
  knowledge_test: 'knowledge-test',
  teaching_quality: 'education-quality',
  courses: 'courses',
}

/** The post that may claim a category. */
export function postFor(category: ClaimedCategory): Pick<PortfolioRequest, 'post' | 'deputyLine'> {
  if (category.startsWith('head_')) return { post: 'head', deputyLine: null }
  return category.startsWith('deputy_') ? { post: 'deputy', deputyLine: 'teaching' } : { post: 'teacher', deputyLine: null }
}

/** Claims of every category through every channel. */
export const requests: fc.Arbitrary<PortfolioRequest> = fc
  .record({
    claimedCategory: fc.constantFrom(...ClaimedCategory.options),
    currentCategory: fc.option(fc.constantFrom(...Category.options)),
    currentCategorySince: fc.option(day),
    currentCategoryValidUntil: fc.option(day),
    teachingSince: fc.option(fc.constantFrom('1990-09-01', '2012-09-01', '2021-09-01')),
    confirmationsInRow: fc.constantFrom(0, 1, 2, null),
    organisationKind: fc.constantFrom(...OrganisationKind.options),
    names: fc.constantFrom(null, { surname: 'Үлгібаева', name: 'Айша' }),
  })
  .map((change) => claim({ ...change, ...postFor(change.claimedCategory) }))

const outcomes = ['unavailable', 'unreadable', 'foreign', 'deferred', 'consent_missing'] as const
/** Every way in which a source may not properly answer. */
export const failures: fc.Arbitrary<Verdict> = fc.constantFrom(
  ...outcomes.flatMap((outcome) =>
    OutcomeReasons[outcome].filter((reason) => reason !== 'not_final').map((reason) => ({ outcome, reason }) as Verdict),
  ),
)
