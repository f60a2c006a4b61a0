import { describe, expect, test } from 'vitest'
import { operations } from './document.ts'
import { type Answer, type Expectation, faultsOf } from './judge.ts'

const EITHER: Expectation = { expects: 'either', provoked: false }
const operation = (id: string) => operations.find(({ operationId }) => operationId === id)!

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const type = status < 400 ? 'application/json; charset=UTF-8' : 'application/problem+json'
  const text = body === null ? '' : JSON.stringify(body)
  return { status, headers: new Headers({ ...(body === null ? {} : { 'content-type': type }), ...headers }), body: text }
}

function problem(status: number, code: string, headers: Record<string, string> = {}): Answer {
  const known = { type: `/problems/${code}`, code, status, title: 'a', detail: 'b', instance: 'c', traceId: 'd', retryable: false }
  return answer(status, known, headers)
}

const [read, alive, create] = [operation('readPortfolio'), operation('liveness'), operation('createPortfolio')]

describe('the judge', () => {
  test('finds nothing in answers that the document lists', () => {
    expect(faultsOf(alive, answer(200, { status: 'ok' }), { ...EITHER, expects: 'success' })).toEqual([])
    expect(faultsOf(read, answer(304, null, { etag: '"1"' }), EITHER)).toEqual([])
    expect(faultsOf(read, problem(404, 'not-found'), { ...EITHER, expects: 'refusal' })).toEqual([])
  })

  test.each([
    ['a status', alive, answer(201, { status: 'ok' }), 'status 201 is not listed'],
    ['a body', alive, answer(200, { status: 'well' }), 'body /status must be equal to one of the allowed values'],
    ['a content type', alive, answer(200, {}, { 'content-type': 'text/html' }), 'content type text/html is not listed'],
    ['text for JSON', alive, { ...answer(200, {}), body: '{' }, 'the body is no JSON'],
    ['a body of a 304', read, answer(304, {}, { etag: '"1"' }), 'a body where the document has none'],
    ['a header', read, answer(304, null), 'header ETag is missing'],
    ['a code', read, problem(404, 'gap.closed'), 'code gap.closed is not listed for 404'],
    ['a failure', read, problem(500, 'internal'), 'class 5xx: 500 internal'],
  ])('finds %s that is not in the document', (_, of, given, fault) => {
    expect(faultsOf(of, given, EITHER)).toEqual([fault])
  })

  test('finds a refusal of what is promised, and a success of what is not', () => {
    expect(faultsOf(read, problem(404, 'not-found'), { ...EITHER, expects: 'success' })).toHaveLength(1)
    expect(faultsOf(alive, answer(200, { status: 'ok' }), { ...EITHER, expects: 'refusal' })).toHaveLength(1)
  })

  test('takes an incomplete portfolio for an answer only where it was asked for', () => {
    const incomplete = problem(503, 'portfolio.incomplete', { 'retry-after': '5' })
    expect(faultsOf(create, incomplete, { ...EITHER, provoked: true })).toEqual([])
    expect(faultsOf(create, incomplete, EITHER)).toHaveLength(1)
  })
})
