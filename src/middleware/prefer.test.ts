import { expect, test } from 'vitest'
import { readPreferences } from './prefer.ts'

test.each([
  [undefined, null, false, null],
  ['wait=10', 10_000, false, 'wait=10'],
  ['wait=1, handling=strict', 1000, true, 'wait=1, handling=strict'],
  ['Handling=Strict', null, true, 'handling=strict'],
  ['handling=lenient', null, false, 'handling=lenient'],
  ['wait="30"; foo=1', 30_000, false, 'wait=30'],
  ['wait=0', null, false, null],
  ['wait=31', null, false, null],
  ['wait=-1', null, false, null],
  ['wait=1.5', null, false, null],
  ['wait=5, wait=9', 5000, false, 'wait=5'],
  ['respond-async, handling=other', null, false, null],
])('reads %j', (header, waitMs, strict, applied) => {
  expect(readPreferences(header)).toEqual({ waitMs, strict, applied })
})
