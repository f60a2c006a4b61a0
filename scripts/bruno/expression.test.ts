import { describe, expect, test } from 'vitest'
import { type BruAnswer, evaluated, filled, holds } from './expression.ts'

const answer: BruAnswer = { status: 200, headers: { etag: '"1"', 'content-type': 'text/plain' }, body: { items: [{ id: 'a' }] } }

describe('an expression', () => {
  test.each([
    ['res.status', 200],
    ['res.headers.etag', '"1"'],
    ['res.headers["content-type"]', 'text/plain'],
    ['res.body.items[0].id', 'a'],
    ['res.body.items[1].id', undefined],
    ['res.body.constructor', undefined],
  ])('reads %s', (expression, value) => {
    expect(evaluated(expression, answer)).toBe(value)
  })

  test.each(['body.id', 'res.body.items.map(x => x)', 'res', 'res.body.'])('refuses %s, which is more than a path', (expression) => {
    expect(() => evaluated(expression, answer)).toThrow(SyntaxError)
  })
})

describe('a text with variables', () => {
  test('takes an object as JSON', () => {
    expect(
      filled(
        '{{claim}}/{{ id }}',
        new Map<string, unknown>([
          ['claim', { a: 1 }],
          ['id', 7],
        ]),
      ),
    ).toBe('{"a":1}/7')
  })

  test.each([[new Map()], [new Map([['token', '']])]])('refuses a name that nobody has set', (variables) => {
    expect(() => filled('{{token}}', variables)).toThrow('the variable token is not set')
  })
})

describe('an assertion', () => {
  test.each([
    ['eq 200', 200, 304],
    ['in [200, 201]', 201, 204],
    ['startsWith pf_', 'pf_a', 7],
    ['matches ^a+$', 'aa', 'b'],
    ['isDefined', null, undefined],
  ])('tells by %s', (assertion, right, wrong) => {
    expect([holds(right, assertion), holds(wrong, assertion)]).toEqual([true, false])
  })

  test('refuses an operator that it does not know', () => {
    expect(() => holds(1, 'isFalsy')).toThrow(SyntaxError)
  })
})
