import { expect, test } from 'vitest'
import type { Row } from './fault.ts'
import { renewed, tableOf } from './table.ts'

const row = (id: string, runs: number): Row => {
  return { id, promise: 'promises', runs, violations: [], p50: 1, p99: 2, max: null, detect: null, recover: null }
}
const told = (table: string) => [...table.matchAll(/^\| ([A-Z]\w+) \|.*\| promises \| (\d+) \|/gm)].map(([, id, runs]) => [id, runs])

test('puts rows that were played again in their places, and keeps all others', () => {
  const earlier = tableOf([row('Q06', 5), row('Q06b', 5), row('Q10', 5), row('U2', 5)])
  const table = renewed(earlier, tableOf([row('Q10', 9), row('U1', 9)]))
  expect(told(table)).toEqual([
    ['Q06', '5'],
    ['Q06b', '5'],
    ['Q10', '9'],
    ['U1', '9'],
    ['U2', '5'],
  ])
  expect(table.split('\n').slice(0, 2)).toEqual(earlier.split('\n').slice(0, 2))
})
