import { describe, expect, test } from 'vitest'
import { SCENARIOS, type Scenario } from '../../mocks/scenarios.ts'
import { type Portfolio, Portfolio as PortfolioSchema } from '../../schemas/portfolio.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack } from '../support/stack.ts'

/*
 * Sources that are sick in pairs: each gives its own outcome whatever the other does, the third is not touched, and nobody is asked to
 * type what a source failed to say. Of each source one scenario for each outcome that it can come to.
 */

/** Short where a source never answers; ample elsewhere, so that a busy machine makes no difference. */
function limits(sick: readonly (readonly [string, Scenario])[]): Record<string, string> {
  const pairs = sick.map(([source, { expected }]) => [
    `${source.toUpperCase().replaceAll('-', '_')}_TIMEOUT_MS`,
    expected[1] === 'timeout' ? '300' : '6000',
  ])
  return Object.fromEntries(pairs)
}
const PROPER = ['answered', 'empty', 'partial']

/** One scenario per outcome and reason of a source; of those in which it is unavailable the first, which is asked least often again. */
function each(source: string): readonly Scenario[] {
  const fitting = SCENARIOS.filter(({ sources, name }) => sources.includes(source) && !name.startsWith('slow'))
  const [down, others] = [
    fitting.filter(({ expected: [outcome] }) => outcome === 'unavailable'),
    fitting.filter(({ expected: [outcome] }) => outcome !== 'unavailable'),
  ]
  return [...new Map([...down.toReversed(), ...others].map((scenario) => [scenario.expected.join(), scenario])).values()]
}

async function collect(sick: readonly (readonly [string, Scenario])[]): Promise<Portfolio> {
  const stack = createStack({ store: memoryStore(), environment: limits(sick) })
  for (const [source, { name }] of sick) stack.government.setScenario(source, name)
  const answer = await stack.collect(stack.government.cast[0]?.claim)
  expect(answer.status).toBe(201)
  return (await answer.json()) as Portfolio
}

function outcomeOf({ sources }: Portfolio, id: string): readonly (string | null | undefined)[] {
  const source = sources.find(({ source: one }) => one === id)
  return [source?.outcome, source?.reason]
}

function promises(portfolio: Portfolio, sick: readonly (readonly [string, Scenario])[], well: string): void {
  expect(PortfolioSchema.safeParse(portfolio).success).toBe(true)
  for (const [source, { expected }] of sick) expect([source, ...outcomeOf(portfolio, source)]).toEqual([source, ...expected])
  expect(outcomeOf(portfolio, well)).toEqual(['answered', null])
  const failed = portfolio.sources.filter(({ outcome }) => outcome !== 'not_asked' && !PROPER.includes(outcome)).map(({ source }) => source)
  const typed = portfolio.gaps.filter(({ manualEntry, sources }) => manualEntry && sources.some((source) => failed.includes(source)))
  expect(typed).toEqual([])
}

const PAIRS: readonly (readonly [string, string, string])[] = [
  ['diplomas', 'education-quality', 'student-achievements'],
  ['diplomas', 'student-achievements', 'education-quality'],
  ['education-quality', 'student-achievements', 'diplomas'],
]

describe.each(PAIRS)('%s and %s', (one, other, well) => {
  test.each(each(one).map((scenario) => [scenario.name, scenario] as const))('keep apart: the first plays %s', async (_name, scenario) => {
    const pairs = each(other).map(
      (second) =>
        [
          [one, scenario],
          [other, second],
        ] as const,
    )
    const portfolios = await Promise.all(pairs.map(collect))
    portfolios.forEach((portfolio, index) => {
      promises(portfolio, pairs[index] ?? [], well)
    })
  })
})
