import { expect, test } from 'vitest'
import { allowedMethods } from './allowed-methods.ts'

const routes = [
  { method: 'ALL', path: '/*' },
  { method: 'POST', path: '/v1/things' },
  { method: 'GET', path: '/v1/things/:id' },
  { method: 'DELETE', path: '/v1/things/:id' },
]

test.each([
  ['/v1/things', ['POST']],
  ['/v1/things/1', ['DELETE', 'GET', 'HEAD']],
  ['/v1/things/', []],
  ['/v1/things/1/more', []],
  ['/v1', []],
])('lists the methods of %s', (path, methods) => {
  expect(allowedMethods(routes, path)).toEqual(methods)
})
