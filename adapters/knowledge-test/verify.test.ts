import { expect, test } from 'vitest'
import { readVerified, verifyCall } from './verify.ts'

const CERTIFICATE = { certificateNo: 'MOCK-000045', iin: '790704100017' }
const ATTEMPT = { testDate: '14.03.2026', score: 41, maxScore: 50, certificateNo: 'MOCK-000045', annulled: false }
const DATA = { certificateNo: 'MOCK-000045', valid: true, attempt: ATTEMPT }
const read = (data: unknown) => readVerified({ body: { errorCode: 0, errorMessage: null, data }, status: 200 }, CERTIFICATE)
const PROTOCOL = { outcome: 'unreadable', reason: 'protocol' }

test('asks about a certificate and its person, both in the body', () => {
  expect(verifyCall(CERTIFICATE)).toEqual({
    method: 'POST',
    path: '/certificate/api/v1/ozp/verify',
    json: { certificateNo: 'MOCK-000045', iin: '790704100017' },
    alsoAccept: [404],
  })
})

test.each([
  ['valid with its attempt', DATA, { certificate: 'valid', attempt: { testDate: '2026-03-14', score: 41 } }],
  ['valid without an attempt', { ...DATA, attempt: null }, { certificate: 'valid', attempt: null }],
  ['valid under a number written otherwise', { ...DATA, certificateNo: '№ mock-000045' }, { certificate: 'valid' }],
  ['not valid', { ...DATA, valid: false }, { certificate: 'not_valid', attempt: { score: 41 } }],
  ['not valid where the attempt is annulled', { ...DATA, attempt: { ...ATTEMPT, annulled: true } }, { certificate: 'not_valid' }],
  ['of another person', { ...DATA, iin: '850312200016' }, { certificate: 'of_another_person' }],
  ['valid where it names the person', { ...DATA, iin: '790704100017' }, { certificate: 'valid' }],
])('reads %s', (_, data, verified) => {
  expect(read(data)).toMatchObject(verified)
})

test('reads not known', () => {
  expect(readVerified({ body: { errorCode: 'NOT_FOUND', data: null }, status: 404 }, CERTIFICATE)).toEqual({ certificate: 'not_known' })
})

test.each([
  ['another certificate', { ...DATA, certificateNo: 'MOCK-000046' }],
  ['the attempt of another certificate', { ...DATA, attempt: { ...ATTEMPT, certificateNo: 'MOCK-000046' } }],
  ['no certificate at all', { valid: true }],
  ['a certificate of which it does not say whether it is valid', { ...DATA, valid: null }],
  ['an attempt that cannot be read', { ...DATA, attempt: { score: 'өтті' } }],
  ['no data', null],
])('says nothing where the answer is about %s', (_, data) => {
  expect(read(data)).toEqual(PROTOCOL)
})

test.each([
  ['an error of the centre', { errorCode: 9, data: null }, 200, { outcome: 'unavailable', reason: 'remote_error' }],
  ['another 404', {}, 404, { outcome: 'unavailable', reason: 'http_4xx' }],
  ['a number that is none', { errorCode: 0, data: { ...DATA, iin: '12' } }, 200, { outcome: 'unreadable', reason: 'drift' }],
])('says nothing after %s', (_, body, status, verdict) => {
  expect(readVerified({ body, status }, CERTIFICATE)).toEqual(verdict)
})
