import { expect, test } from 'vitest'
import { IIN } from '../../test/support/gateway-rig.ts'
import { requestIdOf } from './request-id.ts'

const randomHex = (bytes: number) => '0123456789abcdef'.repeat(bytes).slice(0, bytes * 2)

test.each(['a', '123e4567-e89b-12d3-a456-426614174000', 'x'.repeat(128), 'trace:1.2_3~4'])('keeps the safe id %s', (given) => {
  expect(requestIdOf(given, randomHex)).toBe(given)
})

test.each([undefined, '', 'x'.repeat(129), 'a b', 'a\u0000', 'ж', '<b>', IIN, `case-${IIN}`])(
  'makes an id of letters instead of %j',
  (given) => {
    expect(requestIdOf(given, randomHex)).toMatch(/^[a-r]{32}$/)
  },
)
