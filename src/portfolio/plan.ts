import type { Adapter, Ask, Teacher } from '../../adapters/adapter.ts'
import { birthDateOf } from '../../schemas/identifiers.ts'
import type { SourceId } from '../../schemas/section.ts'
import { SourceId as SourceIds } from '../../schemas/section.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { Edition, SectionRule } from '../rulebook/edition.ts'
import { type Claim, channelOf, closedBy, editionFor, isNamed, sectionsFor, sourcesOf } from '../rulebook/index.ts'
import type { AssembleDeps, AssembleInput } from './assemble.ts'
import { exemptionFrom } from './exemptions.ts'

/** One section as this claim sees it. */
export interface PlannedSection {
  readonly rule: SectionRule
  /** The paragraph that closes it; null: it applies. */
  readonly closed: string | null
  readonly sources: readonly SourceId[]
}

/** What the rulebook makes of a request: whom to ask and what for. */
export interface Plan extends Claim {
  readonly portfolioId: string
  readonly today: string
  readonly collectedAt: string
  readonly edition: Edition
  readonly sections: readonly PlannedSection[]
  readonly asks: readonly Ask[]
  /** Sources of the contract that have no adapter or no address. */
  readonly unconfigured: ReadonlySet<SourceId>
  /** Sources that can be asked and that no edition names: they say themselves what they fill. */
  readonly additional: readonly Filling[]
}
type Filling = Pick<Adapter, 'id' | 'fills'>

const NOT_NEEDED: Verdict = { outcome: 'not_asked', reason: 'not_needed' }
const NOT_CONFIGURED: Verdict = { outcome: 'not_asked', reason: 'not_configured' }

/** The years in which the completed school years begin that the edition looks at: the last one ended before `today`. */
export function schoolYearsBefore(today: string, { quality }: Edition): { readonly from: number; readonly to: number } {
  const year = Number(today.slice(0, 4))
  const lastEnd = today.slice(5) > quality.yearEnds ? year : year - 1
  return { from: lastEnd - quality.schoolYears, to: lastEnd - 1 }
}

function teacherOf({ request, today }: AssembleInput, edition: Edition): Omit<Teacher, 'consent'> {
  const { names } = request
  return {
    iin: request.iin,
    organisationBin: request.organisationBin,
    region: request.region,
    names: names ? { surname: names.surname, name: names.name ?? null, patronymic: names.patronymic ?? null } : null,
    birthDate: names?.birthDate ?? birthDateOf(request.iin),
    schoolYears: schoolYearsBefore(today, edition),
    today,
    caseId: request.caseId,
  }
}

function consentFor({ service }: Adapter, { request }: AssembleInput): Teacher['consent'] {
  const consent = request.consents?.find((given) => given.service === service)
  return consent ? { token: consent.token, publicKey: consent.publicKey ?? null } : null
}

/** The sections of the claim. Whom the Rules name stands first; an additional source stands behind, and where it has no address it is nobody. */
function sectionsOf(claim: Claim, today: string, edition: Edition, additional: readonly Filling[]): PlannedSection[] {
  const { request } = claim
  const known = { currentCategory: request.currentCategory ?? null, serviceYears: 0 }
  return sectionsFor(claim, edition).map((rule) => {
    const closed = closedBy(rule, claim) ?? exemptionFrom(rule.id, request, known, today, edition)
    const more = additional.filter(({ fills }) => fills.includes(rule.id)).map(({ id }) => id)
    return { rule, closed, sources: [...sourcesOf(rule, claim), ...more] }
  })
}

function needed(adapter: Adapter, sections: readonly PlannedSection[]): boolean {
  return sections.some(({ closed, sources, rule }) => closed === null && sources.includes(adapter.id) && adapter.fills.includes(rule.id))
}

/** Pure: the sections of this claim, and one question for each source that can matter for them. */
export function plan(input: AssembleInput, deps: AssembleDeps): Plan {
  const { request, today, portfolioId } = input
  const edition = editionFor(today)
  const claim: Claim = { request, channel: channelOf(request.claimedCategory, edition) }
  const ids = new Set(deps.adapters.map((adapter) => adapter.id))
  const unconfigured = new Set(SourceIds.options.filter((id) => id !== 'platform' && !(ids.has(id) && deps.configured(id))))
  const additional = deps.adapters.filter(({ id }) => !isNamed(id) && deps.configured(id))
  const sections = sectionsOf(claim, today, edition, additional)
  const teacher = teacherOf(input, edition)
  const verdictFor = (adapter: Adapter) => {
    const absent = !deps.configured(adapter.id)
    if (!needed(adapter, sections)) return absent && !isNamed(adapter.id) ? NOT_CONFIGURED : NOT_NEEDED
    return absent ? NOT_CONFIGURED : null
  }
  const asks = deps.adapters
    .filter((adapter) => input.only === null || input.only.includes(adapter.id))
    .map((adapter) => ({
      adapter,
      teacher: { ...teacher, consent: consentFor(adapter, input) },
      portfolioId,
      verdict: verdictFor(adapter),
    }))
  return { ...claim, portfolioId, today, collectedAt: input.now(), edition, sections, asks, unconfigured, additional }
}

/** The same plan under another edition: what was asked stays, what is required is read anew. */
export function under(edition: Edition, planned: Plan): Plan {
  if (edition === planned.edition) return planned
  const claim: Claim = { request: planned.request, channel: channelOf(planned.request.claimedCategory, edition) }
  return { ...planned, ...claim, edition, sections: sectionsOf(claim, planned.today, edition, planned.additional) }
}
