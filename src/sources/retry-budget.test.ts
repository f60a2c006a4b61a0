import { expect, test } from 'vitest'
import { createRetryBudget } from './retry-budget.ts'

/** A budget at a clock that the test moves, with everything spent that is there. */
function budgetAt(seconds: number) {
  const clock = { seconds }
  const budget = createRetryBudget(() => clock.seconds * 1000)
  const spendAll = () => {
    let count = 0
    while (budget.spend()) count++
    return count
  }
  return { clock, budget, spendAll }
}

test('gives three a second for ten seconds, then nothing', () => {
  const { spendAll } = budgetAt(5)
  expect([spendAll(), spendAll()]).toEqual([30, 0])
})

test('earns a tenth of a retry by each first attempt', () => {
  const { budget, spendAll } = budgetAt(5)
  for (let index = 0; index < 100; index++) budget.earn()
  expect(spendAll()).toBe(40)
})

test('forgets credit and debts after ten seconds', () => {
  const { clock, budget, spendAll } = budgetAt(5)
  for (let index = 0; index < 1000; index++) budget.earn()
  clock.seconds += 10
  expect(spendAll()).toBe(30)
  clock.seconds += 9
  expect(spendAll()).toBe(0)
  clock.seconds += 1
  expect(spendAll()).toBe(30)
})
