import { beforeAll, expect, test } from 'vitest'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack, type Stack } from '../support/stack.ts'

let stack: Stack
let run = 0
beforeAll(() => {
  stack = createStack({ store: memoryStore(), environment: { DIPLOMAS_TIMEOUT_MS: '300' } })
})

/** What a source came to under one of its scenarios. */
async function statusOf(source: 'diplomas' | 'education-quality', scenario: string) {
  stack.government.setScenario(source, scenario)
  const claim = { ...stack.government.cast[0]?.claim, caseId: `exchange-${run++}` }
  const { sources } = (await (await stack.collect(claim)).json()) as Portfolio
  stack.government.setScenario(source, null)
  return sources.find((one) => one.source === source)
}

test.each([
  ['diplomas', 'ok', 'answered'],
  ['diplomas', 'empty', 'empty'],
  ['diplomas', 'status-404', 'empty'],
  ['diplomas', 'consent-refused', 'consent_missing'],
  ['diplomas', 'truncated', 'unreadable'],
  ['education-quality', 'empty', 'empty'],
  ['education-quality', 'drifted', 'unreadable'],
] as const)('names the exchange in which %s was %s: %s', async (source, scenario, outcome) => {
  expect(await statusOf(source, scenario)).toMatchObject({ outcome, exchangeId: expect.stringMatching(/^ex_[a-z]+$/) })
})

test('names no exchange where none took place', async () => {
  expect(await statusOf('diplomas', 'never')).toMatchObject({ outcome: 'unavailable', reason: 'timeout', exchangeId: null })
})
