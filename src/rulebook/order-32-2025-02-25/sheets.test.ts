import { describe, expect, test } from 'vitest'
import type { ScoreSheet, ScoreTotal } from '../sheet.ts'
import { order32 } from './index.ts'

/** What the rows of a sheet sum up to for one of its totals. */
function recount({ rows, columns }: ScoreSheet, { without }: ScoreTotal) {
  const counted = rows.filter(({ row, steps }) => steps === undefined && !without.includes(row))
  const points = columns.map((_, index) => counted.reduce((sum, row) => sum + (row.points?.[index] ?? 0), 0))
  const above = counted.reduce((sum, { most, points: own }) => sum + (most === null ? 0 : most - (own?.at(-1) ?? 0)), 0)
  return { points, most: (points.at(-1) ?? 0) + above }
}
const withPoints = order32.sheets.filter(({ rows }) => rows.some(({ points }) => points !== null))
const recounted = withPoints.flatMap((sheet) => sheet.totals.map((total) => ({ id: total.id, total, sum: recount(sheet, total) })))

describe('the printed totals', () => {
  test('equal the sum of their rows but for two maxima, which the data notes', () => {
    const differing = recounted.filter(({ total, sum }) => total.most !== sum.most || `${total.points}` !== `${sum.points}`)
    expect(differing.map(({ id, total, sum }) => [id, total.most, sum.most])).toEqual([
      ['special_posts', 129, 128],
      ['method_office', 46, 45],
    ])
    for (const { total, sum } of differing) expect(total.recount).toEqual(sum)
  })

  test('of deputies are smaller than their rows, which could be counted but not read', () => {
    const noted = order32.sheets.flatMap(({ id, totals }) => totals.filter((total) => total.recount).map((total) => `${id}/${total.id}`))
    expect(noted).toEqual(['teacher/special_posts', 'methodist/method_office', 'deputy/total'])
    const deputy = order32.sheets.find(({ id }) => id === 'deputy')?.totals[0]
    expect([deputy?.points, deputy?.recount?.points]).toEqual([
      [30, 47, 61],
      [30, 48, 63],
    ])
  })

  test('are those of the Rules', () => {
    const printed = order32.sheets.flatMap(({ totals }) => totals.map(({ id, points, most }) => `${id} ${points.join('/')}(${most})`))
    expect(printed).toEqual([
      ...['teacher 68/84/113/133(137)', 'special_posts 66/80/107/125(129)'],
      ...['methodist 10/15/35/47(50)', 'method_office 9/13/32/43(46)', 'daryn 7/12/29/38(41)'],
      ...['organisation 40/56/69(74)', 'tvet_special 38/53/65(69)', 'preschool_additional 36/50/61(65)'],
      ...['correction 32/44/53(57)', 'pmpk 30/42/49(53)', 'total 14/23/27(29)'],
      ...['total 30/47/61(67)', 'teaching 24/39/51(55)', 'methodical 22/38/47(51)', 'production 24/39/51(56)'],
      ...['informatisation 24/39/51(56)', 'upbringing 22/37/47(52)', 'total 14/25/31(34)'],
    ])
  })
})

describe('the sheets', () => {
  test('have one value for each column', () => {
    for (const { columns, rows, totals } of order32.sheets) {
      const lists = [...rows.flatMap(({ points, requirement }) => [points, requirement]), ...totals.map(({ points }) => points)]
      expect(lists.filter((list) => list !== null && list.length !== columns.length)).toEqual([])
    }
  })

  test('leave out only rows that they have', () => {
    for (const { rows, totals } of order32.sheets) {
      const names = rows.map(({ row }) => row)
      expect(new Set(names).size).toBe(names.length)
      expect(totals.flatMap(({ without }) => without).filter((row) => !names.includes(row))).toEqual([])
    }
  })
})

describe('numbers that stand in two places', () => {
  const { courses, test: knowledge, observation, quality, sheets } = order32
  const numbers = (sheet: string, row: string) =>
    (sheets.find(({ id }) => id === sheet)?.rows.find((one) => one.row === row)?.requirement ?? []).map((text) =>
      Number.parseInt(text?.en ?? '', 10),
    )

  test('are the same: hours, percent, observations, dynamics', () => {
    const { moderator, expert, researcher, master, head_3, head_2, head_1 } = courses.hours
    expect(numbers('teacher', '4.1')).toEqual([moderator, expert, researcher, master])
    expect(numbers('head', 'courses')).toEqual([head_3, head_2, head_1])
    expect(observation.descriptors * observation.bestMark).toBe(observation.most)
    expect(quality.dynamics.least).toEqual({
      moderator: null,
      expert: 0,
      researcher: numbers('teacher', '1.1')[2],
      master: numbers('teacher', '1.1')[3],
    })
  })

  test.each(Object.entries(knowledge.percent))('ask of %s a score that is its percent of the tasks', (category, percent) => {
    const key = category as keyof typeof knowledge.percent
    expect(knowledge.score[key]).toBe(((knowledge.tasks[key] ?? 0) * percent) / 100)
  })
})
