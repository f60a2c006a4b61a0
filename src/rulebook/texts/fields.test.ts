import { expect, test } from 'vitest'
import { order32 } from '../order-32-2025-02-25/index.ts'
import { fieldName } from './fields.ts'

test('names every mandatory key in three languages', () => {
  const pointers = Object.values(order32.mandatory).flatMap((groups) => groups.map(([first]) => first ?? ''))
  for (const pointer of [...pointers, '/orderNumber', '/orderDate', '/validUntil']) {
    const { kk, ru, en } = fieldName(pointer)
    expect(new Set([kk, ru, en]).size, pointer).toBeGreaterThan(1)
  }
})

test('shows a key without a name as it is', () => {
  expect(fieldName('/unlisted').kk).toBe('unlisted')
})
