import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { codeOf, isTransient, toUnavailable } from './fault.ts'
import { StoreUnavailable } from './store.ts'

const failed = (code: unknown) => Object.assign(new Error('Key (iin)=(SECRET) already exists'), { code, detail: 'SECRET' })
const wrapped = (code: unknown) => new DrizzleQueryError('insert', ['SECRET'], failed(code))

test('returns the code of the innermost driver error', () => {
  expect(codeOf(wrapped('23505'))).toBe('23505')
  expect(codeOf(failed('ECONNREFUSED'))).toBe('ECONNREFUSED')
  expect(codeOf(new Error('outer', { cause: wrapped('CONNECTION_CLOSED') }))).toBe('CONNECTION_CLOSED')
})

test('returns unknown for whatever is no code', () => {
  for (const error of [failed('a SECRET text'), failed(42), new TypeError('SECRET'), 'SECRET', null]) expect(codeOf(error)).toBe('unknown')
})

test('keeps nothing but the code', () => {
  const error = toUnavailable(wrapped('23505'))
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain('SECRET')
  expect([error.code, error.cause]).toEqual(['23505', undefined])
})

test('keeps an error of the store as it is', () => {
  const error = new StoreUnavailable('pool')
  expect(toUnavailable(error)).toBe(error)
})

test('tells which statements may be run again', () => {
  const codes = ['40001', '40P01', '57P01', '57P05', '23505', '57014']
  expect(codes.filter((code) => isTransient(wrapped(code)))).toEqual(['40001', '40P01', '57P01', '57P05'])
})
