import { expect, test } from 'vitest'
import { SCENARIOS } from '../../mocks/scenarios.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { expectExplained } from '../support/chain.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack } from '../support/stack.ts'

/*
 * Every gap that the pretend government can cause has its chain: the whole cast in good order, and one teacher under each outcome of each
 * source.
 */

const stack = createStack({ store: memoryStore() })
const { cast } = stack.government

test.each(cast.map((person) => [person.archetype, person] as const))('explains every gap of %s', async (_name, { claim }) => {
  expectExplained((await (await stack.collect(claim)).json()) as Portfolio)
})

/** Of each source one scenario for each outcome that it can come to. */
const sick = [
  ...new Map(
    SCENARIOS.filter(({ expected: [outcome] }) => outcome !== 'answered').flatMap(({ name, sources, expected }) =>
      sources.map(
        (source) => [`${source} ${expected.join()}`, [source, name, expected[1] === 'timeout' ? '300' : '6000'] as const] as const,
      ),
    ),
  ).values(),
]

test.concurrent.each(sick)('explains every gap while %s plays %s', async (source, name, limitMs) => {
  const limit = `${source.toUpperCase().replaceAll('-', '_')}_TIMEOUT_MS`
  const ill = createStack({ store: memoryStore(), environment: { [limit]: limitMs } })
  ill.government.setScenario(source, name)
  const archetype = source === 'egov-portal' ? 'researcher-confirming' : 'expert-complete'
  const person = cast.find((one) => one.archetype === archetype)
  const portfolio = (await (await ill.collect(person?.claim, { prefer: 'wait=5' })).json()) as Portfolio
  expect(portfolio.gaps.length).toBeGreaterThan(0)
  expectExplained(portfolio)
})
