import { describe, expect, test } from 'vitest'
import type { ClaimedCategory } from '../../schemas/category.ts'
import type { Dynamics, Portfolio } from '../../schemas/portfolio.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim, runLine } from '../../test/support/line.ts'
import { order32 } from '../rulebook/order-32-2025-02-25/index.ts'
import { dynamicsOf } from './quality.ts'

type Row = ReturnType<typeof draft.quality>
const YEARS = ['2023-2024', '2024-2025', '2025-2026'] as const

/** A YEAR row in which so many of a hundred marks are 4 or 5. */
function row(schoolYear: string, good: number, change: Parameters<typeof draft.quality>[0] = {}): Row {
  const marks = { m5: good, m4: 0, m3: 100 - good, m2: 0 }
  return draft.quality({ schoolYear, marks, assessed: 100, qualityPercent: good, performancePercent: 100, ...change })
}
const three = (...good: readonly number[]) => YEARS.map((year, index) => row(year, good[index] ?? 0))

async function collected(rows: readonly Row[], claimedCategory: ClaimedCategory = 'expert') {
  return (await runLine({ request: claim({ claimedCategory }), said: { 'education-quality': rows } })).portfolio
}
const quality = ({ sections }: Portfolio) => sections.find(({ id }) => id === 'teaching_quality')
const dynamics = async (...args: Parameters<typeof collected>): Promise<Dynamics | undefined> => quality(await collected(...args))?.dynamics
const percents = async (rows: readonly Row[]) => (await dynamics(rows))?.series.map(({ qualityPercent }) => qualityPercent)
const isBelow = async (...args: Parameters<typeof collected>) =>
  (await collected(...args)).advisories.some(({ section, code }) => section === 'teaching_quality' && code === 'below_level')

describe('dynamics of quality (annex 12 row 1.1)', () => {
  test('keeps the series and computes both readings, with the formula of the one in force', async () => {
    const told = await dynamics(three(70, 71.5, 72))
    expect(told?.series).toEqual(YEARS.map((schoolYear, index) => ({ schoolYear, qualityPercent: [70, 71.5, 72][index] })))
    expect(told).toMatchObject({ growth: { per_year: 0.5, over_period: 2 }, reading: 'per_year', least: 0, rule: 'annex 12 row 1.1' })
    expect(Object.values(told?.formula ?? {}).every((text) => text.includes('100'))).toBe(true)
  })

  test.each<[ClaimedCategory, readonly number[], boolean]>([
    ['moderator', [80, 60, 40], false],
    ['expert', [70, 70, 70], false],
    ['expert', [70, 69, 75], true],
    ['researcher', [70, 71, 72], false],
    ['researcher', [70, 73, 73.9], true],
    ['master', [70, 73, 76], false],
    ['master', [70, 72.9, 80], true],
  ])('advises a claim of %s with %j as below the level: %s', async (category, good, below) => {
    expect(await isBelow(three(...good), category)).toBe(below)
  })

  test('sums classes and subjects by their marks, not by their percents', async () => {
    const small = { class: '5Б', marks: { m5: 10, m4: 0, m3: 0, m2: 0 }, qualityPercent: 100 }
    expect((await percents([row('2023-2024', 40), row('2023-2024', 0, small), ...three(0, 50, 50).slice(1)]))?.[0]).toBe(45.5)
  })

  test('takes four quarters for a year without a YEAR row, and no part of one', async () => {
    const quarters = (['Q1', 'Q2', 'Q3', 'Q4'] as const).map((period, index) => row('2023-2024', 40 + 10 * index, { period }))
    expect((await percents([...quarters, ...three(0, 50, 50).slice(1)]))?.[0]).toBe(55)
    expect((await percents([...quarters.slice(1), ...three(0, 50, 50).slice(1)]))?.[0]).toBeNull()
    expect((await percents([...quarters, ...three(70, 50, 50)]))?.[0]).toBe(70)
  })

  test('weighs a row without marks by those assessed, and says nothing of a row that has neither', async () => {
    const marks = { marks: null, performancePercent: 100 }
    expect((await percents([row('2023-2024', 60, marks), ...three(0, 50, 50).slice(1)]))?.[0]).toBe(60)
    const unweighed = row('2023-2024', 60, { ...marks, assessed: null })
    expect((await percents([unweighed, ...three(0, 50, 50).slice(1)]))?.[0]).toBeNull()
    expect((await percents([unweighed, row('2023-2024', 50, { class: '5Б' }), ...three(0, 50, 50).slice(1)]))?.[0]).toBeNull()
  })

  test('tells 0 % from no data', async () => {
    expect(await percents(three(0, 50, 50))).toEqual([0, 50, 50])
    const nothing = row('2023-2024', 0, { marks: { m5: 0, m4: 0, m3: 0, m2: 0 }, qualityPercent: null, assessed: null })
    expect((await percents([nothing, ...three(0, 50, 50).slice(1)]))?.[0]).toBeNull()
  })

  test('computes no growth where a year is not told, and gives no advice then', async () => {
    expect((await dynamics(three(70, 60, 50).slice(1)))?.growth).toEqual({ per_year: null, over_period: null })
    expect(await isBelow(three(70, 60, 50).slice(1), 'master')).toBe(false)
  })

  test('is not told without a row, nor where the section does not apply', async () => {
    expect(await dynamics([])).toBeUndefined()
    const request = claim({ post: 'psychologist' })
    const { portfolio } = await runLine({ request, said: { 'education-quality': three(70, 70, 70) } })
    expect(quality(portfolio)).not.toHaveProperty('dynamics')
  })
})

describe('two journals for one class', () => {
  test('flags their overlap as conflicts and leaves the year out of the growth', async () => {
    const other = draft.quality({ ...row('2024-2025', 60).value, vendor: 'BilimClass' }, { key: row('2024-2025', 50).key })
    const portfolio = await collected([...three(50, 50, 50), other])
    expect(quality(portfolio)?.conflicts.map(({ pointer }) => pointer)).toContain('/marks/m5')
    expect(quality(portfolio)?.dynamics?.series.map(({ qualityPercent }) => qualityPercent)).toEqual([50, null, 50])
  })

  test('is one row where both tell the same', async () => {
    const other = draft.quality({ ...row('2024-2025', 50).value, vendor: 'BilimClass' }, { key: row('2024-2025', 50).key })
    const portfolio = await collected([...three(50, 50, 50), other])
    expect([quality(portfolio)?.facts.length, quality(portfolio)?.conflicts]).toEqual([3, []])
  })
})

describe('percent against counts', () => {
  const conflictsOf = async (change: Parameters<typeof row>[2]) =>
    quality(await collected([row('2023-2024', 50, change), ...three(0, 50, 50).slice(1)]))?.conflicts

  test.each([
    [{ qualityPercent: 51 }, ['/qualityPercent']],
    [{ qualityPercent: 49 }, ['/qualityPercent']],
    [{ performancePercent: 90 }, ['/performancePercent']],
    [{ qualityPercent: 50.9 }, []],
    [{ qualityPercent: null, performancePercent: null }, []],
    [{ qualityPercent: 80, marks: null }, []],
    [{ qualityPercent: 80, marks: { m5: 50, m4: 0, m3: 50, m2: null } }, []],
  ])('finds with %j the conflicts %j', async (change, pointers) => {
    expect((await conflictsOf(change))?.map(({ pointer }) => pointer)).toEqual(pointers)
  })

  test('keeps the percent sent beside the one of the counts', async () => {
    const [conflict] = (await conflictsOf({ qualityPercent: 62.5 })) ?? []
    expect(conflict?.values.map(({ value }) => value)).toEqual([62.5, 50])
  })
})

test('reads growth over the period where the edition says so', async () => {
  const { held } = await runLine({ said: { 'education-quality': three(70, 69, 75) } })
  const facts = held['education-quality']?.facts ?? []
  const overPeriod = { ...order32.quality.dynamics, reading: 'over_period' as const }
  const edition = { ...order32, quality: { ...order32.quality, dynamics: overPeriod } }
  const planned = { edition, request: claim(), today: '2026-11-24' } as unknown as Parameters<typeof dynamicsOf>[2]
  expect(dynamicsOf(facts, [], planned)).toMatchObject({ reading: 'over_period', growth: { per_year: -1, over_period: 5 } })
})

test('sees no quality in a record of another kind', async () => {
  const { held } = await runLine({
    said: { 'education-quality': [...three(50, 60, 70), { ...draft.award(), section: 'teaching_quality' }] },
  })
  const facts = held['education-quality']?.facts ?? []
  const planned = { edition: order32, request: claim(), today: '2026-11-24' } as unknown as Parameters<typeof dynamicsOf>[2]
  expect(facts).toHaveLength(4)
  expect(dynamicsOf(facts, [], planned)?.growth).toEqual({ per_year: 10, over_period: 20 })
  expect(dynamicsOf(facts.slice(3), [], planned)).toBeNull()
})

test('mixes no quarters of classes whose names run into each other', async () => {
  const quarter = (period: string, more: object) => row('2023-2024', 50, { period: period as 'Q1', ...more })
  const [first, last] = [
    { grade: 1, class: '1А' },
    { grade: 11, class: 'А' },
  ] as const
  const halves = [quarter('Q1', first), quarter('Q2', first), quarter('Q3', last), quarter('Q4', last)]
  expect((await percents([...halves, ...three(0, 50, 50).slice(1)]))?.[0]).toBeNull()
})
