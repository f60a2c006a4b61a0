import { describe, expect, test } from 'vitest'
import { ALL, claim, NOW, TODAY } from '../../test/support/line.ts'
import { order32 } from '../rulebook/order-32-2025-02-25/index.ts'
import type { AssembleInput } from './assemble.ts'
import { plan, schoolYearsBefore, under } from './plan.ts'

const input = (change: Partial<AssembleInput> = {}): AssembleInput => ({
  request: claim(),
  portfolioId: 'pf_test',
  today: TODAY,
  now: () => NOW,
  budgetMs: 1000,
  held: null,
  only: null,
  ...change,
})
const deps = { adapters: ALL, configured: () => true, askAll: async () => [] }
const verdicts = (planned: ReturnType<typeof plan>) =>
  Object.fromEntries(planned.asks.map(({ adapter, verdict }) => [adapter.id, verdict?.reason ?? 'ask']))

test('asks the sources whose sections apply', () => {
  expect(verdicts(plan(input(), deps))).toMatchObject({ diplomas: 'ask', 'egov-portal': 'not_needed', 'leadership-reserve': 'not_needed' })
})

test('says which sources have no address', () => {
  const planned = plan(input(), { ...deps, adapters: ALL.slice(0, 2), configured: (id) => id !== 'diplomas' })
  expect(verdicts(planned)).toEqual({ 'population-register': 'ask', diplomas: 'not_configured' })
  expect([...planned.unconfigured]).toContain('courses')
})

test('asks only what it is told to', () => {
  expect(Object.keys(verdicts(plan(input({ only: ['courses'] }), deps)))).toEqual(['courses'])
})

test.each(['diplomas', 'MOCK_SERVICE'])('gives the consent for %s to its source alone', (service) => {
  const adapters = ALL.map((adapter) => (adapter.id === 'diplomas' ? { ...adapter, service: 'MOCK_SERVICE' } : adapter))
  const { asks } = plan(input({ request: claim({ consents: [{ service, token: 'kdp' }] }) }), { ...deps, adapters })
  const consents = asks.map(({ adapter, teacher }) => [adapter.id, teacher.consent])
  expect(consents).toContainEqual(['diplomas', { token: 'kdp', publicKey: null }])
  expect(consents.filter(([, consent]) => consent !== null)).toHaveLength(1)
})

test('tells a source who is asked about', () => {
  const teacher = plan(input(), deps).asks[0]?.teacher
  expect(teacher).toMatchObject({ birthDate: '1885-03-12', schoolYears: { from: 2023, to: 2025 }, names: null })
})

describe('school years', () => {
  test.each([
    ['2026-06-30', { from: 2022, to: 2024 }],
    ['2026-07-01', { from: 2023, to: 2025 }],
    ['2027-01-15', { from: 2023, to: 2025 }],
  ])('are those completed before %s', (today, years) => {
    expect(schoolYearsBefore(today, order32)).toEqual(years)
  })
})

test('reads the requirements anew under another edition', () => {
  const planned = plan(input(), deps)
  const shorter = { ...order32, id: 'other', sections: order32.sections.filter(({ id }) => id !== 'courses') }
  expect(under(order32, planned)).toBe(planned)
  expect(under(shorter, planned).sections.map(({ rule }) => rule.id)).not.toContain('courses')
})
