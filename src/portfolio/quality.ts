import type { FactValues } from '../../schemas/fact.ts'
import type { Conflict, Dynamics } from '../../schemas/portfolio.ts'
import { growthFormula } from '../rulebook/texts/dynamics.ts'
import { isReported } from './continuity.ts'
import type { HeldFact } from './held.ts'
import type { Plan } from './plan.ts'
import { schoolYearsAsked } from './satisfied.ts'

type Row = FactValues['quality_row']
/** Marks of a class in a subject. */
interface Counts {
  readonly good: number
  readonly all: number
}
type Percent = 'qualityPercent' | 'performancePercent'

/** Journals round percents to whole ones; what differs by more than that is another figure. */
const ROUNDING = 1

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

/** The sum of a row's marks, and the shares that they give, in percent; null where a count is not told or nothing was marked ("0 %" is not "no data"). */
function sharesOf({ marks }: Row): Readonly<Record<Percent | 'all', number>> | null {
  const counts = [marks?.m5, marks?.m4, marks?.m3, marks?.m2].map((count) => count ?? null)
  const [m5, m4, m3, m2] = counts
  if (m5 == null || m4 == null || m3 == null || m2 == null || m5 + m4 + m3 + m2 === 0) return null
  const all = m5 + m4 + m3 + m2
  return { all, qualityPercent: (100 * (m5 + m4)) / all, performancePercent: (100 * (m5 + m4 + m3)) / all }
}

/** Rows whose percents are not those of their own counts: both figures are shown, nothing is corrected. What is `known` is not said twice. */
export function percentConflicts(facts: readonly HeldFact[], known: readonly Conflict[]): readonly Conflict[] {
  const isKnown = (pointer: string, id: string) =>
    known.some((one) => one.pointer === pointer && one.values.some(({ factId }) => factId === id))
  return facts.flatMap((held): Conflict[] => {
    const { fact } = held
    if (fact.type !== 'quality_row' || !isReported(held)) return []
    const shares = sharesOf(fact.value)
    if (!shares) return []
    return (['qualityPercent', 'performancePercent'] as const).flatMap((name) => {
      const sent = fact.value[name]
      if (sent === null || Math.abs(sent - shares[name]) < ROUNDING) return []
      const values = [sent, rounded(shares[name])].map((value) => ({ factId: fact.id, value }))
      return isKnown(`/${name}`, fact.id) ? [] : [{ pointer: `/${name}`, values }]
    })
  })
}

/** Counts of a row by its marks, else by its percent of those assessed; null where it tells neither. */
function countsOf(row: Row): Counts | null {
  const { assessed, qualityPercent } = row
  const shares = sharesOf(row)
  if (shares) return { good: (shares.all * shares.qualityPercent) / 100, all: shares.all }
  return assessed && qualityPercent !== null ? { good: (assessed * qualityPercent) / 100, all: assessed } : null
}

/** The rows that speak for one lesson of a year: the YEAR row, else all its quarters; a part of a year speaks for nobody. */
function whole(rows: readonly Row[], quarters: number): readonly Row[] {
  const year = rows.filter(({ period }) => period === 'YEAR')
  if (year.length > 0) return year
  return new Set(rows.map(({ period }) => period)).size === quarters ? rows : []
}

/** Quality of one school year over all its lessons; null where a row is in conflict or cannot be weighed: nothing is guessed. */
function percentOf(rows: readonly Row[], quarters: number): number | null {
  const lessons = new Map<string, Row[]>()
  for (const row of rows) {
    const name = [row.organisationBin, row.grade, row.class, row.subject.code].join('\u001f')
    lessons.set(name, [...(lessons.get(name) ?? []), row])
  }
  const counted = [...lessons.values()].flatMap((lesson) => whole(lesson, quarters)).map(countsOf)
  const known = counted.filter((counts) => counts !== null)
  const all = known.reduce((sum, counts) => sum + counts.all, 0)
  if (all === 0 || known.length < counted.length) return null
  return rounded((100 * known.reduce((sum, counts) => sum + counts.good, 0)) / all)
}

/** Differences of neighbours; empty where a year is not told or there is only one. */
function differences(series: Dynamics['series']): readonly number[] {
  const percents = series.flatMap(({ qualityPercent }) => qualityPercent ?? [])
  if (percents.length < series.length) return []
  return percents.slice(1).map((percent, index) => rounded(percent - Number(percents[index])))
}

/** The growth of knowledge quality over the school years asked for, in both readings (annex 12 row 1.1); null without a row. */
export function dynamicsOf(facts: readonly HeldFact[], conflicts: readonly Conflict[], planned: Plan): Dynamics | null {
  const doubtful = new Set(conflicts.flatMap(({ values }) => values.map(({ factId }) => factId)))
  const rows = facts.filter(isReported).flatMap(({ fact }) => (fact.type === 'quality_row' ? [fact] : []))
  if (rows.length === 0) return null
  const { quarters, dynamics } = planned.edition.quality
  const { least, reading, rule } = dynamics
  const series = schoolYearsAsked(planned).map((schoolYear) => {
    const ofYear = rows.filter(({ value }) => value.schoolYear === schoolYear)
    const isSure = ofYear.every(({ id }) => !doubtful.has(id))
    const values = ofYear.map(({ value }) => value)
    return { schoolYear, qualityPercent: isSure ? percentOf(values, quarters) : null }
  })
  const steps = differences(series)
  const growth = steps.length === 0 ? null : { least: Math.min(...steps), sum: rounded(steps.reduce((sum, step) => sum + step, 0)) }
  return {
    series,
    growth: { per_year: growth?.least ?? null, over_period: growth?.sum ?? null },
    reading,
    least: least[planned.request.claimedCategory] ?? null,
    formula: growthFormula(reading),
    rule,
  }
}
