import { expect, test } from 'vitest'
import { ageText, dayOf, dayText, momentText } from './moments.ts'

test('tells the time of Almaty on both sides of the change of 1 March 2024', () => {
  expect(momentText('2024-02-29T17:30:00Z').kk).toBe('29.02.2024 23:30 (Алматы уақыты)')
  expect(momentText('2024-02-29T20:30:00Z').en).toBe('2024-03-01 01:30 (Almaty time)')
  expect(dayOf('2026-11-23T19:00:00Z')).toBe('2026-11-24')
})

test('writes a day as people do', () => {
  expect(dayText('2026-06-01')).toEqual({ kk: '01.06.2026', ru: '01.06.2026', en: '2026-06-01' })
})

test.each([
  ['2026-11-24T05:00:00Z', '0 с'],
  ['2026-11-24T04:59:01Z', '59 с'],
  ['2026-11-24T04:58:00Z', '2 мин'],
  ['2026-11-24T01:59:00Z', '3 ч'],
  ['2026-11-01T05:00:00Z', '23 сут'],
  ['2026-11-24T06:00:00Z', '0 с'],
])('tells the age since %s', (from, age) => {
  expect(ageText(from, '2026-11-24T05:00:00Z').ru).toBe(age)
})
