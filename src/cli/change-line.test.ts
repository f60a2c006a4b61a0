import { expect, test } from 'vitest'
import { changeLine } from './change-line.ts'

const screen = { paint: (_look: string, text: string) => text, width: 160, language: 'ru' as const }
const GAP = {
  id: 'gap_1',
  code: 'incomplete',
  blocking: false,
  text: { kk: 'Бос', ru: 'Пусто', en: 'Empty' },
  asks: [{ source: 'courses' }],
  until: null,
}

test('tells plain values as they are', () => {
  const change = { op: 'replace', pointer: '/hours', before: '72', after: 36 } as const
  expect(changeLine(change, screen)).toBe('  ~ /hours  "72" → 36')
})

test('tells what an object holds, without braces, ids and other languages', () => {
  const change = { op: 'add', pointer: '/gaps/1', before: undefined, after: GAP } as const
  expect(changeLine(change, screen)).toBe('  + /gaps/1  code "incomplete", blocking false, text "Пусто", asks/0/source "courses"')
})

test.each([[[]], [{}], [{ id: 'x' }]])('shows that %j holds nothing to tell', (before) => {
  expect(changeLine({ op: 'remove', pointer: '/a', before, after: undefined }, screen)).toBe('  - /a  …')
})

test('cuts what is too long for a line', () => {
  const line = changeLine({ op: 'add', pointer: '/a', before: undefined, after: { text: 'x'.repeat(500) } }, screen)
  expect([line.length < 170, line.endsWith('…')]).toEqual([true, true])
})
