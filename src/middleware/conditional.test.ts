import { expect, test } from 'vitest'
import { isKnown } from './conditional.ts'

test.each([
  [undefined, false],
  ['"3.abc"', true],
  ['W/"3.abc"', true],
  ['"1", W/"2" , "3.abc"', true],
  [' * ', true],
  ['"3.abcd"', false],
  ['3.abc', false],
  ['"x*"', false],
  ['', false],
])('answers for If-None-Match %j: %s', (header, known) => {
  expect(isKnown(header, '"3.abc"')).toBe(known)
})
