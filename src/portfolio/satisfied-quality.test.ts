import { describe, expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { codesIn, gapsIn, portfolioOf } from '../../test/support/portfolio-view.ts'

describe('teaching quality', () => {
  const teaching = (rows: unknown[], today = '2026-11-24') => portfolioOf({ said: { 'education-quality': rows }, today })
  const quarters = (...names: string[]) => names.map((period) => draft.quality({ schoolYear: '2024-2025', period: period as 'Q1' }))
  const others = () => draft.threeYears().filter(({ value }) => value.schoolYear !== '2024-2025')

  test('names each missing school year', async () => {
    const portfolio = await teaching([draft.quality()])
    expect(codesIn(portfolio, 'teaching_quality')).toEqual(['incomplete /2023-2024', 'incomplete /2025-2026'])
    expect(gapsIn(portfolio, 'teaching_quality')[0]).toMatchObject({ blocking: true, stage: 'decision', manualEntry: true })
  })

  test('accepts four quarters in place of a year, three not', async () => {
    const four = await teaching([...others(), ...quarters('Q1', 'Q2', 'Q3', 'Q4')])
    const three = await teaching([...others(), ...quarters('Q1', 'Q2', 'Q3')])
    expect(codesIn(four, 'teaching_quality')).toEqual([])
    expect(codesIn(three, 'teaching_quality')).toEqual(['incomplete /2024-2025'])
  })

  test('does not mix classes to make up a year', async () => {
    const mixed = [...quarters('Q1', 'Q2'), ...quarters('Q3', 'Q4').map((row) => draft.quality({ ...row.value, class: '9Б' }))]
    expect(codesIn(await teaching([...others(), ...mixed]), 'teaching_quality')).toEqual(['incomplete /2024-2025'])
    const alike = mixed.map(({ value }, place) => draft.quality({ ...value, grade: place < 2 ? 1 : 11, class: place < 2 ? '1А' : 'А' }))
    expect(codesIn(await teaching([...others(), ...alike]), 'teaching_quality')).toEqual(['incomplete /2024-2025'])
  })

  test('says not_found where the journal has nothing at all', async () => {
    expect(codesIn(await teaching([]), 'teaching_quality')).toEqual(['not_found'])
  })

  test.each([
    ['2026-06-30', ['incomplete /2022-2023']],
    ['2026-07-01', []],
  ])('counts the school year as completed from 1 July: %s', async (today, expected) => {
    expect(codesIn(await teaching(draft.threeYears(), today), 'teaching_quality')).toEqual(expected)
  })
})

test('counts no quarter of an unknown period', async () => {
  const rows = [...draft.threeYears().slice(1), draft.quality({ schoolYear: '2023-2024', period: null })]
  const four = ['Q1', 'Q2', 'Q3'].map((period) => draft.quality({ schoolYear: '2023-2024', period: period as 'Q1' }))
  const portfolio = await portfolioOf({ said: { 'education-quality': [...rows, ...four] } })
  expect(codesIn(portfolio, 'teaching_quality')).toEqual(['incomplete /period', 'incomplete /2023-2024'])
})
