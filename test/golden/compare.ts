import type { ClaimedCategory } from '../../schemas/category.ts'
import type { Gap } from '../../schemas/gap.ts'
import type { Portfolio, Section } from '../../schemas/portfolio.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { SectionId } from '../../schemas/section.ts'
import type { ExpectedGap, GoldenCase } from './case.ts'

/*
 * Both sides of a comparison in the words of the table. What no case has to repeat is stated here once, from the API page (4.2): the way
 * of an application, the sections that are shown to whom, and the two that nobody looks at in this version.
 */

const WAY: Readonly<Record<ClaimedCategory, Portfolio['channel']>> = {
  teacher: 'none',
  moderator: 'platform',
  expert: 'platform',
  researcher: 'portal',
  master: 'portal',
  head_3: 'portal',
  head_2: 'portal',
  head_1: 'portal',
  deputy_3: 'portal',
  deputy_2: 'portal',
  deputy_1: 'portal',
}
const PORTAL_ONLY: readonly SectionId[] = ['application', 'essay']
const LEADERS_ONLY: readonly SectionId[] = ['leadership_reserve', 'organisation_figures']
const LOOKED_AT_BY_NOBODY: readonly SectionId[] = ['lesson_observation', 'organisation_figures']
/** Sections that may be empty without a gap. */
const MAY_BE_EMPTY: readonly SectionId[] = ['retraining', 'leadership_reserve']

/** A portfolio in the words of the table. */
export interface View {
  readonly channel: Portfolio['channel']
  readonly sections: Readonly<Record<string, string>>
  readonly gaps: Readonly<Record<string, readonly string[]>>
  readonly verdict: string
  readonly because: readonly string[]
  readonly advisories: readonly string[]
  readonly unchecked: readonly string[]
  readonly facts: Readonly<Record<string, number>>
}

const isLeader = ({ post }: PortfolioRequest) => post === 'head' || post === 'deputy'

function listed(request: PortfolioRequest): readonly SectionId[] {
  return SectionId.options.filter((id) => {
    if (PORTAL_ONLY.includes(id)) return WAY[request.claimedCategory] === 'portal'
    return !LEADERS_ONLY.includes(id) || isLeader(request)
  })
}

/** The sheet of leaders (annex 13) has no observed lessons. */
function closedIn({ expect }: GoldenCase, request: PortfolioRequest): Partial<Record<SectionId, string>> {
  return { ...(isLeader(request) ? { lesson_observation: 'annex 13' } : {}), ...expect.closed }
}

function statusBy(id: SectionId): string {
  if (LOOKED_AT_BY_NOBODY.includes(id)) return 'not_asked'
  return MAY_BE_EMPTY.includes(id) ? 'empty' : 'found'
}

function notLookedAt(request: PortfolioRequest): ExpectedGap {
  const who = WAY[request.claimedCategory] === 'portal' ? 'teacher acts' : 'responsible person types'
  return `not_integrated: ${who}, does not block deciding`
}

function blockingIn(gaps: View['gaps']): string[] {
  const lines = Object.entries(gaps).flatMap(([id, list]) => list.map((gap) => ({ id, gap })))
  return lines.filter(({ gap }) => gap.includes(', blocks ')).map(({ id, gap }) => `${id}: ${gap.split(/[ :]/)[0]}`)
}

const once = (list: readonly string[]) => [...new Set(list)].sort()

/** What the Rules expect of a case. */
export function expected(golden: GoldenCase, request: PortfolioRequest): View {
  const { expect } = golden
  const closed = closedIn(golden, request)
  const shown = listed(request)
  const unchecked = shown.filter((id) => LOOKED_AT_BY_NOBODY.includes(id) && closed[id] === undefined)
  const gaps: Record<string, readonly string[]> = {}
  for (const id of unchecked) gaps[id] = [notLookedAt(request)]
  for (const [id, list] of Object.entries(expect.gaps ?? {})) gaps[id] = [...list].sort()
  return {
    channel: WAY[request.claimedCategory],
    sections: Object.fromEntries(
      shown.map((id) => [id, closed[id] === undefined ? (expect.status?.[id] ?? statusBy(id)) : `closed by ${closed[id]}`]),
    ),
    gaps,
    verdict: expect.verdict,
    because: once(expect.because ?? blockingIn(gaps)),
    advisories: once(expect.advisories ?? []),
    unchecked,
    facts: expect.facts ?? {},
  }
}

const WHO: Readonly<Record<string, string>> = {
  'responsible_person true': 'responsible person types',
  'teacher true': 'teacher decides what is typed',
  'teacher false': 'teacher acts',
  'source false': 'source must answer',
  'operator false': 'operator acts',
}

function inWords({ code, pointer, actor, manualEntry, blocking, stage }: Gap): string {
  const who = WHO[`${actor} ${manualEntry}`] ?? `${actor} must not be here`
  const effect = `${blocking ? 'blocks' : 'does not block'} ${stage === 'application' ? 'applying' : 'deciding'}`
  return `${code}${pointer === null ? '' : ` at ${pointer}`}: ${who}, ${effect}`
}

function stateOf({ id, status, rule }: Section, closed: Partial<Record<SectionId, string>>): string {
  if (status !== 'not_applicable') return status
  const paragraph = closed[id]
  return `closed by ${paragraph !== undefined && rule.startsWith(paragraph) ? paragraph : rule}`
}

function verdictOf({ ready, readyToApply }: Portfolio['completeness']): string {
  if (ready) return readyToApply ? 'ready' : 'ready, but not to apply'
  return readyToApply ? 'may apply' : 'may not apply'
}

/** What the answer says, as far as the case asks. */
export function seen(portfolio: Portfolio, golden: GoldenCase, request: PortfolioRequest): View {
  const closed = closedIn(golden, request)
  const { because, unchecked } = portfolio.completeness
  const counted = portfolio.sections.filter(({ id }) => golden.expect.facts?.[id] !== undefined)
  const gaps = Map.groupBy(portfolio.gaps, ({ section }) => section)
  return {
    channel: portfolio.channel,
    sections: Object.fromEntries(portfolio.sections.map((section) => [section.id, stateOf(section, closed)])),
    gaps: Object.fromEntries([...gaps].map(([id, list]) => [id, list.map(inWords).sort()])),
    verdict: verdictOf(portfolio.completeness),
    because: once(because.map((reason) => reason.replace(':', ': '))),
    advisories: once(portfolio.advisories.map(({ code, section }) => `${code}: ${section}`)),
    unchecked,
    facts: Object.fromEntries(counted.map(({ id, facts }) => [id, facts.length])),
  }
}
