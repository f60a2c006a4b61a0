import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasRepeatedKey } from './repeated-key.ts'

test.each([
  ['{"a":1,"a":2}', true],
  ['{"a":1,"\\u0061":2}', true],
  ['{"x":[{"b":1},{"b":1,"c":{},"c":1}]}', true],
  ['{"a":"a","b":["a","a"],"c":{"a":1}}', false],
  ['[{"a":1},{"a":1}]', false],
  ['{"a":"{\\"a\\":1,","b":1}', false],
  ['{"a\\\\":1,"a":2}', false],
  ['{"__proto__":1,"__proto__":2}', true],
  ['"a"', false],
])('tells of %s: %s', (json, repeated) => {
  expect(hasRepeatedKey(json)).toBe(repeated)
})

test('finds nothing in what JSON.stringify writes, and finds a key put in twice', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
      const json = JSON.stringify(value)
      const key = JSON.stringify(Object.keys(value)[0])
      expect(hasRepeatedKey(json)).toBe(false)
      expect(hasRepeatedKey(`${json.slice(0, -1)},${key}:1}`)).toBe(true)
    }),
  )
})
