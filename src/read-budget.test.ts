import { expect, test } from 'vitest'
import type { Caller } from './deps.ts'
import { createReadBudgets } from './read-budget.ts'

const HOUR_MS = 3_600_000
const caller = (sub: string, role: Caller['role'] = 'commission'): Caller => ({ role, sub, iin: null, org: null })

/** A budget of so many persons at a clock that the test moves. */
function budgetOf(commission: number) {
  const clock = { ms: 0 }
  return { clock, reads: createReadBudgets({ commission }, () => clock.ms, 'secret') }
}

test('counts distinct persons, and says when the next one may be read (C23)', () => {
  const { reads, clock } = budgetOf(2)
  expect(reads.take(caller('one'), 'a')).toBeNull()
  clock.ms = 1000
  expect([reads.take(caller('one'), 'b'), reads.take(caller('one'), 'a')]).toEqual([null, null])
  clock.ms = 2000
  expect(reads.take(caller('one'), 'c')).toBe(HOUR_MS - 1000)
})

test('forgets a person an hour after the last reading', () => {
  const { reads, clock } = budgetOf(1)
  reads.take(caller('one'), 'a')
  clock.ms = HOUR_MS - 1
  expect(reads.take(caller('one'), 'b')).toBe(1)
  clock.ms = HOUR_MS
  expect(reads.take(caller('one'), 'b')).toBeNull()
  expect(reads.take(caller('one'), 'a')).toBe(HOUR_MS)
})

test('counts for each subject and role apart', () => {
  const { reads } = budgetOf(1)
  reads.take(caller('one'), 'a')
  expect(reads.take(caller('other'), 'b')).toBeNull()
  expect(reads.take(caller('one', 'teacher'), 'b')).toBeNull()
})

test('sets no limit where the number is 0', () => {
  const { reads } = budgetOf(0)
  for (let index = 0; index < 1000; index++) expect(reads.take(caller('one'), `${index}`)).toBeNull()
})

test('counts a person and the portfolios about that person once', () => {
  const { reads } = budgetOf(1)
  const person = reads.personOf('850312240005')
  reads.take(caller('one'), person)
  reads.isAbout(caller('one'), 'pf_1', person)
  expect(reads.take(caller('one'), 'pf_1')).toBeNull()
  expect(reads.take(caller('one'), 'pf_2')).toBe(HOUR_MS)
})

test('keeps what stands for a person apart from the number', () => {
  const [one, other] = ['secret', 'another'].map((secret) => createReadBudgets({}, () => 0, secret).personOf('850312240005'))
  expect(one).not.toContain('850312240005')
  expect(one).not.toBe(other)
})
