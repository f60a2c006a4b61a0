import { expect, test } from 'vitest'
import { SCENARIOS, type Scenario } from '../../mocks/scenarios.ts'
import { memoryStore } from '../support/memory-store.ts'
import { namesIn, numbersIn } from '../support/said.ts'
import { createStack, type Stack } from '../support/stack.ts'

/*
 * Marker people are sent through every scenario and every refusal; what the gateway says of it beside the portfolio itself (log,
 * metrics, problems, health) must not know any of them (decision 0007).
 */

const FAST = { DIPLOMAS_TIMEOUT_MS: '200', EDUCATION_QUALITY_TIMEOUT_MS: '200', STUDENT_ACHIEVEMENTS_TIMEOUT_MS: '200' }

async function refusals(stack: Stack): Promise<string> {
  const claim = stack.government.cast[0]?.claim
  const wrong = `${claim?.iin.slice(0, 11)}${(Number(claim?.iin[11]) + 1) % 10}`
  const bodies = [
    { ...claim, iin: wrong },
    { ...claim, iin: `${claim?.iin}0` },
    { ...claim, surname: claim?.names.surname },
    `{"iin":"${claim?.iin}",`,
    [claim],
  ]
  const answers = await Promise.all(bodies.map((body) => stack.collect(body)))
  expect(answers.every(({ status }) => status >= 400 && status < 500)).toBe(true)
  const forbidden = await stack.send('POST', '/v1/portfolios', { token: `teacher:${claim?.iin}`, body: claim })
  const elsewhere = await stack.send('GET', `/v1/portfolios/${claim?.iin}`)
  return (await Promise.all([...answers, forbidden, elsewhere].map((answer) => answer.text()))).join('\n')
}

/** Everything that is said under one scenario; each has a gateway of its own, so that no breaker keeps it from being played. */
async function play({ name, sources }: Scenario): Promise<string> {
  const stack = createStack({ store: memoryStore(), environment: FAST })
  for (const source of sources) stack.government.setScenario(source, name)
  const people = [...stack.government.cast.slice(0, 4), ...stack.government.cast.slice(11, 13)]
  await Promise.all(people.map(({ claim }) => stack.collect(claim, { prefer: 'wait=1' })))
  const refused = await stack.collect(people[0]?.claim, { prefer: 'wait=1, handling=strict' })
  const problem = refused.ok ? '' : await refused.text()
  const health = await (await stack.send('GET', '/v1/sources', { token: 'operator' })).text()
  expect(stack.logged.length).toBeGreaterThan(6)
  return [...stack.logged, await stack.metrics(), problem, health, JSON.stringify(stack.government.journal)].join('\n')
}

test.concurrent.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
  'says nothing of anybody under %s',
  async (_name, scenario) => {
    const said = await play(scenario)
    expect(numbersIn(said)).toEqual([])
    expect(namesIn(said, createStack({ store: memoryStore() }).government.cast)).toEqual([])
  },
)

test('says nothing of anybody when it refuses', async () => {
  const stack = createStack({ store: memoryStore() })
  const said = [await refusals(stack), ...stack.logged].join('\n')
  expect(numbersIn(said)).toEqual([])
  expect(namesIn(said, stack.government.cast)).toEqual([])
})

test('would notice a number and a name', () => {
  const { cast } = createStack({ store: memoryStore() }).government
  expect(numbersIn(`x${cast[0]?.iin}y`)).toEqual([cast[0]?.iin])
  expect(namesIn(`hello ${cast[0]?.surname.toLowerCase()}`, cast)).toContain(cast[0]?.surname)
})
