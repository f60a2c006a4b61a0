import { expect, test } from 'vitest'
import { columns, labelled, wrap } from './layout.ts'

test('wraps between words and never within one', () => {
  expect(wrap('бір екі үш төртбесалтыжеті сегіз', 8)).toEqual(['бір екі', 'үш', 'төртбесалтыжеті', 'сегіз'])
})

test('indents what goes on under a label', () => {
  expect(labelled('  Rule  ', 'one two three four five six', 28)).toBe('  Rule  one two three four\n        five six')
})

test('makes columns as wide as their widest cell', () => {
  expect(
    columns([
      ['a', 'bb', 'c'],
      ['ааа', '', 'd'],
      ['e', 'f', ''],
    ]),
  ).toEqual(['a    bb  c', 'ааа      d', 'e    f'])
})
