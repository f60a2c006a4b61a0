import type { Fact } from '../../schemas/fact.ts'
import { isReported } from './continuity.ts'
import { nextDay, type Span, spanBetween } from './days.ts'
import { stableId } from './hash.ts'
import type { HeldFact } from './held.ts'
import type { Plan } from './plan.ts'

type ContractFact = Extract<Fact, { type: 'contract' }>
interface Period {
  readonly startsOn: string
  /** Null while the contract is open. */
  readonly endsOn: string | null
  readonly factId: string
}
interface Stretch {
  readonly from: string
  /** The first day that does not count any more. */
  readonly until: string
}

const DAYS_OF_A_MONTH = 30

function periodOf({ id, value: { startsOn, terminatedOn, endsOn } }: ContractFact, today: string): readonly Period[] {
  if (startsOn === null || startsOn > today) return []
  const ends = terminatedOn ?? endsOn
  return [{ startsOn, endsOn: ends !== null && ends < today ? ends : null, factId: id }]
}

/** Overlapping and adjoining periods, the earliest first, as one: two posts at once are not twice the time. */
function united(periods: readonly Period[], today: string): readonly Stretch[] {
  const whole: { from: string; until: string }[] = []
  for (const { startsOn, endsOn } of periods) {
    const until = endsOn === null ? today : nextDay(endsOn)
    const last = whole.at(-1)
    if (!last || startsOn > last.until) whole.push({ from: startsOn, until })
    else if (until > last.until) last.until = until
  }
  return whole.filter(({ from, until }) => from < until)
}

/** The sum of the stretches: calendar years, months, then days. Days of several stretches have no calendar: thirty make a month. */
export function totalOf(stretches: readonly Stretch[]): Span {
  const spans = stretches.map(({ from, until }) => spanBetween(from, until))
  const [only] = spans
  if (only && spans.length === 1) return only
  const sum = (part: keyof Span) => spans.reduce((total, span) => total + span[part], 0)
  const months = sum('months') + Math.floor(sum('days') / DAYS_OF_A_MONTH)
  return { years: sum('years') + Math.floor(months / 12), months: months % 12, days: sum('days') % DAYS_OF_A_MONTH }
}

/** The total of service that the contracts show (API page, 4.2 and 4.3; origin `computed`); null without a dated contract. */
export function serviceFrom(contracts: readonly HeldFact[], { portfolioId, today }: Plan): HeldFact | null {
  const facts = contracts.filter(isReported).flatMap(({ fact }) => (fact.type === 'contract' ? [fact] : []))
  const periods = facts
    .flatMap((fact) => periodOf(fact, today))
    .sort((one, other) => (`${one.startsOn} ${one.factId}` < `${other.startsOn} ${other.factId}` ? -1 : 1))
  const [first] = periods
  const provenance = facts[0]?.provenance
  if (!first || !provenance) return null
  const value = { ...totalOf(united(periods, today)), periods, firstVisibleOn: first.startsOn }
  const fact: Fact = {
    id: stableId('fact', portfolioId, 'experience', 'service_total', 'total'),
    type: 'service_total',
    value,
    raw: {},
    provenance: { ...provenance, origin: 'computed', recordId: null, recordDate: null, signature: 'not_checked', repairs: [] },
    issues: [],
  }
  return { fact, section: 'experience', key: 'total', holder: null, final: true }
}
