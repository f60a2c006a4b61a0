import { expect, test } from 'vitest'
import { SCENARIOS } from '../../mocks/scenarios.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { expectExplained } from '../support/chain.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack } from '../support/stack.ts'

/*
 * Every gap that the pretend government can cause has its chain: the whole cast in good order, and one teacher of each channel under every
 * scenario of every source.
 */

const stack = createStack({ store: memoryStore() })
const { cast } = stack.government

test.each(cast.map((person) => [person.archetype, person] as const))('explains every gap of %s', async (_name, { claim }) => {
  expectExplained((await (await stack.collect(claim)).json()) as Portfolio)
})

const sick = SCENARIOS.filter(({ expected: [outcome] }) => outcome !== 'answered').flatMap(({ name, sources }) =>
  sources.map((source) => [source, name] as const),
)

test.each(sick)('explains every gap while %s plays %s', async (source, name) => {
  const limit = `${source.toUpperCase().replaceAll('-', '_')}_TIMEOUT_MS`
  const ill = createStack({ store: memoryStore(), environment: { [limit]: '400' } })
  ill.government.setScenario(source, name)
  const people = cast.filter(({ archetype }) => ['expert-complete', 'researcher-confirming'].includes(archetype))
  for (const { claim } of people) {
    const portfolio = (await (await ill.collect(claim, { prefer: 'wait=2' })).json()) as Portfolio
    expect(portfolio.gaps.length).toBeGreaterThan(0)
    expectExplained(portfolio)
  }
})
