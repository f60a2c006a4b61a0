import { expect, test } from 'vitest'
import { isYoung } from './copy-renew.ts'

const NOW = Date.parse('2026-11-24T05:00:00.000Z')
const part = (ageMs: number) => ({ scope: '', loadedAt: new Date(NOW - ageMs).toISOString(), asOf: null, tag: null, rows: 1 })

test('tells a young part from an old one, and from one that the clock has left behind', () => {
  const ages = [0, 59_999, 60_000, -59_999, -60_000, -3_600_000]
  expect(ages.filter((age) => isYoung(part(age), 60_000, NOW))).toEqual([0, 59_999, -59_999])
  expect(isYoung(undefined, 60_000, NOW)).toBe(false)
})
