import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { iinFault } from '../../schemas/identifiers.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SourceHealth } from '../../schemas/source-health.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack, type Stack } from '../support/stack.ts'

/* What a changed shape does to a portfolio, to the health of its source, and what is kept of it. */

const person = (stack: Stack) => stack.government.cast.find(({ archetype }) => archetype === 'expert-complete')!

async function education(stack: Stack) {
  const { sources, sections, gaps } = (await (await stack.collect(person(stack).claim)).json()) as Portfolio
  return {
    source: sources.find(({ source }) => source === 'diplomas')!,
    facts: sections.find(({ id }) => id === 'education')!.facts,
    typed: gaps.filter(({ section, manualEntry }) => section === 'education' && manualEntry),
  }
}

async function healthOf(stack: Stack): Promise<SourceHealth> {
  return (await (await stack.send('GET', '/v1/sources/diplomas', { token: 'operator' })).json()) as SourceHealth
}

test('serves the last good answer with its age while a breaking change lasts, and the present one after it', async () => {
  const stack = createStack({ store: memoryStore() })
  const before = await education(stack)
  stack.government.setScenario('diplomas', 'drifted')
  const { source, facts, typed } = await education(stack)
  expect(source).toMatchObject({ outcome: 'unreadable', reason: 'drift', stale: true, asOf: before.facts[0]?.provenance.obtainedAt })
  expect(facts.map(({ value }) => value)).toEqual(before.facts.map(({ value }) => value))
  expect(typed).toEqual([])
  expect((await healthOf(stack)).drift).toMatchObject({ state: 'breaking', since: expect.any(String), events: expect.any(Array) })
  stack.government.setScenario('diplomas', null)
  expect((await education(stack)).source).toMatchObject({ outcome: 'answered', stale: false })
  expect((await healthOf(stack)).drift).toMatchObject({ state: 'none', fields: [], since: null })
})

test('is unreadable where nothing was known before, and coerces nothing', async () => {
  const stack = createStack({ store: memoryStore() })
  stack.government.setScenario('diplomas', 'drifted')
  const { source, facts, typed } = await education(stack)
  expect([source.outcome, source.reason, source.stale, facts, typed]).toEqual(['unreadable', 'drift', false, [], []])
})

test('keeps the baselines of all sources without a value of anybody', async () => {
  const store = memoryStore()
  const stack = createStack({ store })
  for (const { claim } of stack.government.cast) await stack.collect(claim)
  await stack.line.shapes.flush()
  const kept = (await store.shapes.all()).map(({ shape }) => shape).join('\n')
  const people = stack.government.cast.flatMap(({ claim }) => (claim.names ? [{ ...claim.names, iin: claim.iin }] : []))
  expect(people.length).toBeGreaterThan(0)
  expect(
    people.flatMap(({ surname, name }) => [surname, name]).filter((word) => kept.toUpperCase().includes(`${word}`.toUpperCase())),
  ).toEqual([])
  expect((kept.match(/\d{6,}/g) ?? []).filter((digits) => digits.length === 12 && iinFault(digits) === null)).toEqual([])
  expect(kept).not.toMatch(/\p{Script=Cyrillic}/u)
  expect((await store.shapes.all()).map(({ source }) => source).toSorted()).toEqual(adapters.map(({ id }) => id).toSorted())
})
