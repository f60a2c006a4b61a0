import { expect, test } from 'vitest'
import { stableId } from './hash.ts'

test('returns the same id for the same parts, with its prefix and 128 bits', () => {
  expect(stableId('gap', 'pf_1', 'education', 'not_found')).toBe(stableId('gap', 'pf_1', 'education', 'not_found'))
  expect(stableId('gap', 'a')).toMatch(/^gap_[0-9a-f]{32}$/)
})

test('keeps its ids from one release to the next', () => {
  expect(stableId('gap', 'pf_1', 'education', 'not_found')).toBe('gap_872f8494b65e924c8b703d39ba012be1')
  expect(stableId('text', 'Үлгі')).toBe('text_b7697e13aa113351d4efd60ec9979b4c')
})

test('tells where one part ends and the next begins', () => {
  expect(stableId('fact', 'ab', 'c')).not.toBe(stableId('fact', 'a', 'bc'))
})

test('gives no two of a hundred thousand keys the same id', () => {
  const ids = new Set(Array.from({ length: 100_000 }, (_, index) => stableId('fact', 'pf_1', 'courses', `Курс ${index}`)))
  expect(ids.size).toBe(100_000)
})
