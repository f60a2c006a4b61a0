import { expect, test } from 'vitest'
import { order32 } from '../order-32-2025-02-25/index.ts'
import { paragraphText } from './paragraphs.ts'

test.each([
  ['p. 16', '16-тармақ', 'пункт 16', 'paragraph 16'],
  ['p. 38–54', '38–54-тармақтар', 'пункты 38–54', 'paragraphs 38–54'],
  ['p. 57(3)', '57-тармақ, 3) тармақша', 'пункт 57, подпункт 3)', 'paragraph 57(3)'],
  ['annex 1 item 8(2)', '1-қосымша, 8-тармақ, 2) тармақша', 'приложение 1, пункт 8, подпункт 2)', 'annex 1, item 8(2)'],
  ['annex 12 rows 3.1, 3.5', '12-қосымша, 3.1, 3.5-жолдар', 'приложение 12, строки 3.1, 3.5', 'annex 12, rows 3.1, 3.5'],
  ['annex 12 row 1.1a', '12-қосымша, 1.1a-жол', 'приложение 12, строка 1.1a', 'annex 12, row 1.1a'],
])('says %s in words', (rule, kk, ru, en) => {
  expect(paragraphText(rule)).toEqual({ kk, ru, en })
})

test('joins several places and leaves a strange one as it is', () => {
  expect(paragraphText('p. 5; contract of 2024').ru).toBe('пункт 5; contract of 2024')
})

test('has words for every rule that a gap may name', () => {
  const rules = [...order32.sections, ...Object.values(order32.gaps)].map(({ rule }) => rule)
  for (const rule of rules)
    expect(paragraphText(rule).kk, rule).toMatch(/^(?:[\d–., ;)a-z]|-|тармақ|тармақтар|тармақша|қосымша|жол|жолдар)+$/u)
})
