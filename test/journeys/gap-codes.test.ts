import { beforeAll, expect, test } from 'vitest'
import { GapCode } from '../../schemas/gap.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SourceId } from '../../schemas/section.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack, type Stack } from '../support/stack.ts'

/** What a source comes to when it does not answer, as the pretend government plays it. */
const PLAYED: readonly (readonly [SourceId, string])[] = [
  ['diplomas', 'http-503'],
  ['diplomas', 'drifted'],
  ['diplomas', 'wrong-person'],
  ['diplomas', 'consent-refused'],
  ['diplomas', 'consent-revoked'],
]

let stack: Stack
beforeAll(() => {
  stack = createStack({ store: memoryStore() })
})

async function codesOf(claim: unknown): Promise<readonly string[]> {
  const response = await stack.collect(claim)
  const { gaps } = (await response.json()) as Portfolio
  return gaps.map(({ code }) => code)
}

test('shows every code, in the cast and under its faults', async () => {
  const shown = new Set<string>()
  for (const { claim } of stack.government.cast) for (const code of await codesOf(claim)) shown.add(code)
  const first = stack.government.cast[0]?.claim
  for (const [source, scenario] of PLAYED) {
    stack.government.setScenario(source, scenario)
    for (const code of await codesOf({ ...first, caseId: `case-${scenario}` })) shown.add(code)
    stack.government.setScenario(source, null)
  }
  expect([...shown].sort()).toEqual([...GapCode.options].sort())
})
