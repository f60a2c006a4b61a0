import { expect, test } from 'vitest'
import { createPretendGovernment } from '../host.ts'

const TODAY = '2026-11-24'
const government = createPretendGovernment({ seed: 'test', today: TODAY })
const named = (archetype: string) => government.cast.find((one) => one.archetype === archetype)!

function ask(operation: string, body: unknown, headers: Record<string, string> = {}) {
  const url = `http://government.test/knowledge-test/certificate/api/v1/ozp/${operation}`
  const all = { 'content-type': 'application/json', 'x-api-key': 'mock-only-testing-centre', ...headers }
  return government.fetch(new Request(url, { method: 'POST', headers: all, body: JSON.stringify(body) }))
}

async function listed(archetype: string, testYear: number) {
  const answer = await ask('search', { iin: named(archetype).iin, testYear })
  const { data } = (await answer.json()) as { data: { attempts: { attemptKind: string; annulled: boolean }[] } | null }
  return { status: answer.status, attempts: data?.attempts ?? null }
}

test.each([
  ['expert-complete', 2026, 200, ['regular']],
  ['expert-complete', 2025, 404, null],
  ['expert-test-expired', 2026, 404, null],
  ['expert-test-expired', 2025, 200, ['regular']],
  ['expert-test-appealed', 2026, 200, ['regular', 'appeal']],
  ['expert-test-missing', 2026, 404, null],
])('lists for %s of %i', async (archetype, year, status, kinds) => {
  const said = await listed(archetype, year)
  expect([said.status, said.attempts?.map(({ attemptKind }) => attemptKind) ?? null]).toEqual([status, kinds])
})

test.each([
  ['another key', { iin: '790704100017', testYear: 2026 }, { 'x-api-key': 'x' }, 401],
  ['another content type', { iin: '790704100017', testYear: 2026 }, { 'content-type': 'text/plain' }, 415],
  ['no person', { testYear: 2026 }, {}, 400],
  ['no year', { iin: '790704100017' }, {}, 400],
])('refuses %s', async (_, body, headers, status) => {
  expect((await ask('search', body, headers)).status).toBe(status)
})

test.each([
  ['expert-complete', '', true],
  ['expert-test-annulled', '', false],
  ['expert-test-appealed', '', false],
  ['expert-test-appealed', '-A', true],
])('verifies the certificate of %s%s', async (archetype, suffix, valid) => {
  const { iin, index } = named(archetype)
  const certificateNo = `MOCK-${String(index + 1).padStart(6, '0')}${suffix}`
  const answer = await ask('verify', { certificateNo, iin })
  expect(await answer.json()).toMatchObject({ errorCode: 0, data: { certificateNo, valid } })
})

test('knows no certificate of another person', async () => {
  const answer = await ask('verify', { certificateNo: 'MOCK-000001', iin: named('expert-namesake').iin })
  expect([answer.status, await answer.json()]).toMatchObject([404, { errorCode: 'NOT_FOUND', data: null }])
})
