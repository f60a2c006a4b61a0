import { expect, test } from 'vitest'
import { createBaseline } from './drift.ts'

const missing = (keys: Parameters<typeof createBaseline>[0], ...values: unknown[]) => {
  const baseline = createBaseline(keys)
  for (const value of values) baseline.see(value)
  return baseline.missing()
}

test.each([
  ['a key that is there', ['number'], [{ number: '1' }]],
  ['a key that is there and empty', ['number'], [{ number: null }]],
  ['a key that one record of many has', ['number'], [{}, { number: '' }, {}]],
  ['a path', ['level.code'], [{ level: { code: '06' } }]],
  ['a path whose parent is there and empty', ['level.code', 'level.name'], [{ level: null }, { level: ' ' }]],
  ['a path through a list', ['mentors.fio'], [{ mentors: [{}, { fio: 'x' }] }]],
  ['one of a group', [['issueDate', 'graduationYear']], [{ graduationYear: 2020 }]],
])('accepts %s', (_, keys, values) => {
  expect(missing(keys, ...values)).toEqual([])
})

test.each([
  ['a renamed key', ['number'], [{ nomer: '1' }], ['number']],
  ['a path whose parent changed its type', ['level.code'], [{ level: '06' }], ['level.code']],
  ['a group of which none is there', [['a', 'b.c']], [{ b: {} }], ['a|b.c']],
  ['a key that only the prototype has', ['toString'], [{}], ['toString']],
])('names %s', (_, keys, values, named) => {
  expect(missing(keys, ...values)).toEqual(named)
})
