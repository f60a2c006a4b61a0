import { describe, expect, test } from 'vitest'
import { IIN, ORGANISATION } from '../../test/support/gateway-rig.ts'
import { TokenUsageError, tokenClaims } from './token-request.ts'

const claimsOf = (line: string) => tokenClaims(line.split(' '), 'issuer', 'gateway', 1000)

describe('the command line of a token', () => {
  test('gives the claims of the platform', () => {
    expect(claimsOf('--role platform --case 2026-000017 --expires 10m')).toEqual({
      ...{ iss: 'issuer', aud: 'gateway', sub: 'dev-platform', role: 'platform', case: '2026-000017' },
      ...{ iat: 1000, nbf: 1000, exp: 1600 },
    })
  })

  test('gives the claims of a responsible person with the order', () => {
    const order = '--order-number 12 --order-date 2026-01-10 --valid-from 2026-01-11 --valid-to 2026-12-31'
    expect(claimsOf(`--role responsible_person --org ${ORGANISATION} ${order} --sub a`)).toMatchObject({
      ...{ org: ORGANISATION, sub: 'a' },
      order: { number: '12', date: '2026-01-10', validFrom: '2026-01-11', validTo: '2026-12-31' },
    })
  })

  test('gives person, region, cases and a token that is past its time', () => {
    expect(claimsOf(`--role teacher --iin ${IIN}`)).toMatchObject({ iin: IIN })
    expect(claimsOf('--role department --region 19')).toMatchObject({ region: '19' })
    expect(claimsOf('--role commission --case 1 --case 2')).toMatchObject({ cases: ['1', '2'] })
    expect(claimsOf('--role operator --expires=-60').exp).toBe(940)
  })

  test.each([
    ['--sub a', '--role is required'],
    ['--role king', '--role: expected'],
    [`--role teacher --iin ${IIN.slice(1)}1`, '--iin: expected'],
    ['--role teacher --org 1', '--org: expected'],
    ['--role department --region 99', '--region: expected'],
    ['--role platform --expires soon', '--expires: expected'],
    ['--role responsible_person --valid-to 2026-02-30', '--valid-to: expected'],
    ['--role platform --king', 'not known'],
    [`--role platform ${IIN}`, 'belongs to no flag'],
    ['--role platform --sub', 'lacks its value'],
  ])('refuses %s', (line, message) => {
    expect(() => claimsOf(line)).toThrow(TokenUsageError)
    expect(() => claimsOf(line)).toThrow(message)
    expect(() => claimsOf(line)).not.toThrow(/\d{6}/)
  })
})
