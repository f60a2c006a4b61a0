import { expect, test } from 'vitest'
import { counted } from './texts-codes.ts'

test.each([
  [1, '1 жыл', '1 год', '1 year'],
  [2, '2 жыл', '2 года', '2 years'],
  [5, '5 жыл', '5 лет', '5 years'],
  [21, '21 жыл', '21 год', '21 years'],
])('counts %d as each language does', (amount, kk, ru, en) => {
  expect([counted(amount, 'year', 'kk'), counted(amount, 'year', 'ru'), counted(amount, 'year', 'en')]).toEqual([kk, ru, en])
})
