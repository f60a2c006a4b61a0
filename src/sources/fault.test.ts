import { expect, test } from 'vitest'
import { TransportFault } from '../ports.ts'
import { SourceFailure } from './failure.ts'
import { countsAgainst, failureOf } from './fault.ts'

test.each([
  ['timeout', 'unavailable', 'no'],
  ['connect', 'unavailable', 'yes'],
  ['dns', 'unavailable', 'yes'],
  ['tls', 'unavailable', 'no'],
  ['protocol', 'unreadable', 'once'],
] as const)('maps a transport fault of %s', (reason, outcome, retry) => {
  const fault = new TransportFault(reason, 'x')
  expect(failureOf(fault)).toMatchObject({ verdict: { outcome, reason }, retry })
  expect(countsAgainst(fault)).toBe(true)
})

test('keeps a failure of a source as it is', () => {
  const failure = new SourceFailure({ outcome: 'unavailable', reason: 'auth' }, 'renew', 'x')
  expect(failureOf(failure)).toBe(failure)
})

test('returns null for an error of our own, which no breaker counts', () => {
  expect(failureOf(new TypeError('x'))).toBeNull()
  expect(countsAgainst(new TypeError('x'))).toBe(false)
})
