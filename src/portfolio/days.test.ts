import { expect, test } from 'vitest'
import { addYears, nextDay, spanBetween } from './days.ts'

test.each([
  ['2023-11-24', 3, '2026-11-24'],
  ['2024-02-29', 1, '2025-03-01'],
  ['2024-02-29', 4, '2028-02-29'],
  ['1996-09-01', -2, '1994-09-01'],
  ['0996-09-01', 3, '0999-09-01'],
])('moves %s by %i years to %s', (day, years, expected) => {
  expect(addYears(day, years)).toBe(expected)
})

test.each([
  ['2024-02-28', '2024-02-29'],
  ['2023-12-31', '2024-01-01'],
])('follows %s with %s', (day, expected) => {
  expect(nextDay(day)).toBe(expected)
})

test.each([
  ['2021-09-01', '2026-11-24', { years: 5, months: 2, days: 23 }],
  ['2024-01-31', '2024-03-01', { years: 0, months: 1, days: 1 }],
  ['2024-01-20', '2024-03-10', { years: 0, months: 1, days: 19 }],
  ['2024-01-31', '2024-03-30', { years: 0, months: 1, days: 30 }],
  ['2023-01-31', '2023-03-01', { years: 0, months: 1, days: 1 }],
  ['2024-05-05', '2024-05-05', { years: 0, months: 0, days: 0 }],
])('counts from %s to %s', (from, until, span) => {
  expect(spanBetween(from, until)).toEqual(span)
})
