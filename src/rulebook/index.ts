import type { ClaimedCategory } from '../../schemas/category.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SectionId, SourceId } from '../../schemas/section.ts'
import type { Circle, Edition, SectionRule } from './edition.ts'
import { order32 } from './order-32-2025-02-25/index.ts'
import { order72 } from './order-72-2024-04-08/index.ts'
import { order72Platform } from './order-72-2025-01-01/index.ts'

/** All editions, oldest first; each begins on the day after the one before ends. */
export const editions = [order72, order72Platform, order32] as const satisfies readonly Edition[]

/** The edition in force on a day (`yyyy-MM-dd`); before the first one, the first. */
export function editionFor(day: string): Edition {
  return editions.findLast((edition) => edition.validFrom <= day) ?? editions[0]
}

/** The edition of this id; null: there is none. */
export function editionById(id: string): Edition | null {
  return editions.find((edition) => edition.id === id) ?? null
}

/** The claim as the circles of the rules see it. */
export interface Claim {
  readonly request: PortfolioRequest
  readonly channel: 'platform' | 'portal' | 'none'
}

/** The way of an application for this category (p. 15, p. 6). */
export function channelOf(category: ClaimedCategory, edition: Edition): Claim['channel'] {
  return edition.channels[category]
}

function among<Value>(list: readonly Value[] | undefined, value: Value | null | undefined): boolean {
  return list === undefined || list.some((one) => one === value)
}

/** Whether a claim lies within a circle: every key that is given matches. */
export function within(circle: Circle, { request, channel }: Claim): boolean {
  return (
    among(circle.channels, channel) &&
    among(circle.posts, request.post) &&
    among(circle.kinds, request.organisationKind) &&
    among(circle.lines, request.deputyLine) &&
    among(circle.categories, request.claimedCategory)
  )
}

/** The sections that this claim shows, in their order. */
export function sectionsFor(claim: Claim, edition: Edition): readonly SectionRule[] {
  return edition.sections.filter((section) => section.listed === undefined || within(section.listed, claim))
}

/** The paragraph by which a section does not apply to a post, a kind or a channel; null: it applies. */
export function closedBy(section: SectionRule, claim: Claim): string | null {
  return section.notApplicable.find((exception) => within(exception.when, claim))?.rule ?? null
}

/** The sources that fill a section in the claim's channel; `none` is treated as platform. */
export function sourcesOf(section: SectionRule, claim: Claim): SectionRule['sources']['platform'] {
  return claim.channel === 'portal' ? section.sources.portal : section.sources.platform
}

const NAMED: ReadonlySet<SourceId> = new Set(
  editions.flatMap(({ sections }) => sections.flatMap(({ sources }) => [...sources.platform, ...sources.portal])),
)

/** Whether a section of an edition names this source. One that none names is additional: its adapter alone says what it fills. */
export function isNamed(source: SourceId): boolean {
  return NAMED.has(source)
}

/** The rule of one section; every edition has all of them. */
export function sectionRule(edition: Edition, id: SectionId): SectionRule {
  const rule = edition.sections.find((section) => section.id === id)
  if (!rule) throw new Error(`edition ${edition.id} lacks section ${id}`)
  return rule
}
