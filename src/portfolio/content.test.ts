import { expect, test } from 'vitest'
import type { Portfolio } from '../../schemas/portfolio.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { portfolioOf } from '../../test/support/portfolio-view.ts'
import { contentOf, contentValue } from './content.ts'

/** The same portfolio collected at another time over other calls. */
function later(portfolio: Portfolio): Portfolio {
  const copy = structuredClone(portfolio)
  const at = '2026-11-25T05:00:00.000Z'
  copy.version = 9
  copy.collectedAt = at
  for (const source of copy.sources)
    Object.assign(source, { askedAt: at, asOf: at, retryAfter: at, attempts: 3, durationMs: 99, exchangeId: 'ex_9' })
  for (const gap of copy.gaps) gap.askedAt = at
  const carried = { obtainedAt: at, asOf: at, exchangeId: 'ex_9', payloadHash: 'ff' }
  for (const fact of copy.sections.flatMap(({ facts }) => facts)) Object.assign(fact.provenance, carried)
  return copy
}

test('does not depend on times, calls and bytes of the carrier', async () => {
  const portfolio = await portfolioOf({ said: { diplomas: [] } })
  expect(contentOf(later(portfolio))).toBe(contentOf(portfolio))
})

test('does not depend on the days of service', async () => {
  const [today, tomorrow] = [await portfolioOf(), await portfolioOf({ today: '2026-11-25' })]
  expect(contentOf(tomorrow)).toBe(contentOf(today))
  expect(contentOf(await portfolioOf({ today: '2026-12-01' }))).not.toBe(contentOf(today))
})

test.each([
  ['a fact', { said: { diplomas: [draft.diploma({ honours: true })] } }],
  ['an outcome', { said: { diplomas: { outcome: 'unavailable', reason: 'timeout' } } }],
  ['the claim', { request: claim({ region: '71' }) }],
] as const)('changes with %s', async (_name, options) => {
  expect(contentOf(await portfolioOf(options as never))).not.toBe(contentOf(await portfolioOf()))
})

test('keeps the reasons of failure, the signature and the repairs', async () => {
  const portfolio = await portfolioOf()
  const signed = structuredClone(portfolio)
  for (const fact of signed.sections.flatMap(({ facts }) => facts)) fact.provenance.signature = 'invalid'
  expect(contentOf(signed)).not.toBe(contentOf(portfolio))
})

/** Every leaf of a value by its path. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]))
}

test('changes with every single value that is content, and with no other', async () => {
  const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma({ number: null })] } })
  const before = contentOf(portfolio)
  const silent = leavesOf(portfolio).filter((path) => {
    const changed = structuredClone(portfolio)
    const parent = path.slice(0, -1).reduce<Record<string, unknown>>((node, key) => node[key] as Record<string, unknown>, changed as never)
    parent[path.at(-1) ?? ''] = 'other'
    return contentOf(changed) === before
  })
  const names = new Set(
    silent.map((path) => (path[0] === 'sources' || path.includes('provenance') ? `${path[0]} ${path.at(-1)}` : path.at(-1))),
  )
  const times = ['durationMs', 'askedAt', 'attempts', 'exchangeId', 'asOf', 'retryAfter'].map((name) => `sources ${name}`)
  const carriers = ['obtainedAt', 'exchangeId', 'asOf', 'payloadHash'].map((name) => `sections ${name}`)
  expect([...names].sort()).toEqual([...times, ...carriers, 'askedAt', 'collectedAt', 'days', 'version'].sort())
})

test('tells advice by its text, and shows what a version is about without the volatile parts', async () => {
  const portfolio = await portfolioOf({ said: { courses: [draft.course({ hours: 1 })] } })
  const other = structuredClone(portfolio)
  for (const { text } of other.advisories) text.kk = 'Басқа'
  expect(portfolio.advisories).toHaveLength(1)
  expect(contentOf(other)).not.toBe(contentOf(portfolio))
  const { sections, gaps, sources, ...rest } = contentValue(portfolio) as unknown as Portfolio
  expect(Object.keys(rest)).toEqual(['id', 'schemaVersion', 'edition', 'channel', 'teacher', 'claimed', 'advisories', 'completeness'])
  expect(Object.keys(sources[0] ?? {})).toEqual(['source', 'outcome', 'reason', 'stale'])
  expect(gaps.map((gap) => 'askedAt' in gap)).toEqual(portfolio.gaps.map(() => false))
  const facts = sections.flatMap((section) => section.facts)
  for (const { provenance } of facts) expect(provenance).not.toHaveProperty('obtainedAt')
  expect(facts.find(({ type }) => type === 'service_total')?.value).not.toHaveProperty('days')
  expect(facts[0]).toMatchObject({ type: 'person', value: { name: 'АЙША' } })
})
