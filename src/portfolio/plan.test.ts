import { describe, expect, test } from 'vitest'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import { ALL, claim, NOW, plainAdapter, TODAY } from '../../test/support/line.ts'
import { isNamed } from '../rulebook/index.ts'
import { order32 } from '../rulebook/order-32-2025-02-25/index.ts'
import { order72 } from '../rulebook/order-72-2024-04-08/index.ts'
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

test.each([
  ['the service of a source', 'MOCK_SERVICE', ['diplomas']],
  ['the id of a source without a service', 'courses', ['courses']],
  ['the id of a source that has a service', 'diplomas', []],
])('gives the consent for %s to that source alone', (_, service, expected) => {
  const adapters = ALL.map((adapter) => (adapter.id === 'diplomas' ? { ...adapter, service: 'MOCK_SERVICE' } : adapter))
  const { asks } = plan(input({ request: claim({ consents: [{ service, token: 'kdp' }] }) }), { ...deps, adapters })
  const given = asks.filter(({ teacher }) => teacher.consent?.token === 'kdp').map(({ adapter }) => adapter.id)
  expect(given).toEqual(expected)
})

describe('a source that no edition names', () => {
  const more = plainAdapter('demo-source' as string as SourceId, ['courses'])
  const adapters = [more, ...ALL]
  const sourcesOf = ({ sections }: ReturnType<typeof plan>, id: string) => sections.find(({ rule }) => rule.id === id)?.sources

  test('is asked where it has an address, behind those that the Rules name', () => {
    const planned = plan(input(), { ...deps, adapters })
    expect(verdicts(planned)).toMatchObject({ 'demo-source': 'ask', courses: 'ask' })
    expect(sourcesOf(planned, 'courses')).toEqual(['courses', 'demo-source'])
    expect(sourcesOf(planned, 'education')).toEqual(['diplomas'])
    expect(sourcesOf(under(order72, planned), 'courses')).toEqual(['courses', 'demo-source'])
  })

  test('is no part of the plan where it has none', () => {
    const planned = plan(input(), { ...deps, adapters, configured: (id) => id !== more.id })
    expect(verdicts(planned)).toMatchObject({ 'demo-source': 'not_configured', courses: 'ask' })
    expect(sourcesOf(planned, 'courses')).toEqual(['courses'])
  })

  test('is not asked for a section that does not apply', () => {
    const leaders = [plainAdapter(more.id, ['leadership_reserve'])]
    expect(verdicts(plan(input(), { ...deps, adapters: leaders }))).toEqual({ 'demo-source': 'not_needed' })
  })
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

test('tells a source the names and the birth date that the platform states', () => {
  const teacherFor = (names: PortfolioRequest['names']) => plan(input({ request: claim({ names }) }), deps).asks[0]?.teacher
  expect(teacherFor({ surname: 'Үлгібаева', name: 'Айша', patronymic: 'Серікқызы', birthDate: '1885-03-13' })).toMatchObject({
    names: { surname: 'Үлгібаева', name: 'Айша', patronymic: 'Серікқызы' },
    birthDate: '1885-03-13',
  })
  expect(teacherFor({ surname: 'Үлгібаева' })).toMatchObject({
    names: { surname: 'Үлгібаева', name: null, patronymic: null },
    birthDate: '1885-03-12',
  })
})

test('hands on the key of a consent, and no consent of other services', () => {
  const consents = [
    { service: 'courses', token: 'one' },
    { service: 'diplomas', token: 'two', publicKey: 'key' },
  ]
  const { asks } = plan(input({ request: claim({ consents }) }), deps)
  expect(asks.find(({ adapter }) => adapter.id === 'diplomas')?.teacher.consent).toEqual({ token: 'two', publicKey: 'key' })
  expect(plan(input(), deps).asks.map(({ teacher }) => teacher.consent)).toEqual(ALL.map(() => null))
})

test('asks nobody for what is closed', () => {
  const exempt = claim({ claimedCategory: 'moderator', currentCategory: 'old_first', post: 'psychologist' })
  expect(verdicts(plan(input({ request: exempt }), deps))).toMatchObject({
    'knowledge-test': 'not_needed',
    'education-quality': 'not_needed',
    courses: 'ask',
  })
})

test('asks no source for sections that its adapter does not fill', () => {
  const idle = ALL.map((adapter) => (adapter.id === 'courses' ? { ...adapter, fills: ['essay' as const] } : adapter))
  expect(verdicts(plan(input(), { ...deps, adapters: idle }))).toMatchObject({ courses: 'not_needed', diplomas: 'ask' })
})

test('holds no source for unconfigured but those without adapter or address', () => {
  const more = [...plan(input(), deps).unconfigured]
  expect(more.filter(isNamed)).toEqual([])
  const nobody = plan(input(), { ...deps, configured: () => false }).unconfigured
  expect(nobody.size).toBe(ALL.length + more.length)
  expect(nobody).not.toContain('platform')
})

test('takes the channel of the other edition too', () => {
  const planned = plan(input(), deps)
  const moved = under({ ...order32, channels: { ...order32.channels, expert: 'portal' } }, planned)
  expect([planned.channel, moved.channel]).toEqual(['platform', 'portal'])
  expect(moved.asks).toBe(planned.asks)
  expect(moved.sections.find(({ rule }) => rule.id === 'category')?.sources).toEqual(['egov-portal'])
})
