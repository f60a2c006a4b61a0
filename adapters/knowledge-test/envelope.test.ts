import { expect, test } from 'vitest'
import { readEnvelope, strangerIn } from './envelope.ts'

const NOT_FOUND = { errorCode: 'NOT_FOUND', errorMessage: { kk: 'Нәтиже табылмады', ru: 'Результат не найден' }, data: null }
const REMOTE = { outcome: 'unavailable', reason: 'remote_error' }
const REFUSED = { outcome: 'unavailable', reason: 'http_4xx' }

test.each([
  ['a code of zero', 200, { errorCode: 0, errorMessage: null, data: { a: 1 } }, { data: { a: 1 }, nothing: null }],
  ['zero as text', 200, { errorCode: '0', data: { a: 1 } }, { data: { a: 1 }, nothing: null }],
  ['no code', 200, { errorCode: null, data: { a: 1 } }, { data: { a: 1 }, nothing: null }],
  ['nothing found', 404, NOT_FOUND, { data: null, nothing: { outcome: 'empty', reason: null } }],
  ['nothing found, without data', 404, { errorCode: 'NOT_FOUND' }, { data: undefined, nothing: { outcome: 'empty', reason: null } }],
  ['nothing found under a good status', 200, NOT_FOUND, REMOTE],
  ['a code as a number', 200, { errorCode: 17, data: null }, REMOTE],
  ['a code as text', 200, { errorCode: 'SERVICE_CLOSED', data: null }, REMOTE],
  ['an error beside data', 200, { errorCode: '17', data: { attempts: [] } }, REMOTE],
  ['another code under 404', 404, { errorCode: 'NO_SUCH_PATH', data: null }, REFUSED],
  ['a good code under 404', 404, { errorCode: 0, data: { attempts: [] } }, REFUSED],
  ['another shape under 404', 404, { timestamp: 1, status: 404, error: 'Not Found', path: '/' }, REFUSED],
  ['another shape', 200, { attempts: [] }, { outcome: 'unreadable', reason: 'protocol' }],
  ['a list', 200, [], { outcome: 'unreadable', reason: 'protocol' }],
  ['a code of another type', 200, { errorCode: {}, data: null }, { outcome: 'unreadable', reason: 'protocol' }],
])('reads %s', (_, status, body, said) => {
  expect(readEnvelope({ body, status })).toEqual(said)
})

test.each([
  ['the person asked about', '000115100012', null],
  ['the same without its zeros', '115100012', null],
  ['nobody', null, null],
  ['somebody else', '790704100017', { outcome: 'foreign', reason: 'subject_mismatch' }],
  ['a number that is none', '12', { outcome: 'unreadable', reason: 'drift' }],
])('tells of an answer that names %s', (_, echo, verdict) => {
  expect(strangerIn(echo, '000115100012')).toEqual(verdict)
})
