import { expect, test } from 'vitest'
import { createPretendGovernment } from '../host.ts'

const TODAY = '2026-11-24'
let now = Date.parse('2026-11-24T05:00:00Z')
const government = createPretendGovernment({ seed: 'test', today: TODAY, now: () => now })
const named = (archetype: string) => government.cast.find((one) => one.archetype === archetype)!
const CLIENT = { grant_type: 'client_credentials', client_id: 'mock-gateway', client_secret: 'mock-only-courses' }

function post(path: string, body: string, headers: Record<string, string>) {
  return government.fetch(new Request(`http://government.test/courses${path}`, { method: 'POST', headers, body }))
}

function login(change: Record<string, string> = {}, type = 'application/x-www-form-urlencoded') {
  return post('/oauth/token', new URLSearchParams({ ...CLIENT, ...change }).toString(), { 'content-type': type })
}

async function token(): Promise<string> {
  return ((await (await login()).json()) as { access_token: string }).access_token
}

function search(bearer: string, body: unknown, headers: Record<string, string> = {}) {
  const all = { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, ...headers }
  return post('/api/v1/certificates/search', JSON.stringify(body), all)
}

test.each([
  ['another secret', { client_secret: 'x' }, undefined, 401],
  ['another grant', { grant_type: 'password' }, undefined, 400],
  ['another content type', {}, 'application/json', 415],
])('gives no token to %s', async (_, change, type, status) => {
  const answer = await login(change, type)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
})

test('gives tokens of five minutes', async () => {
  const [bearer, body] = [await token(), { iin: named('expert-complete').iin, limit: 50 }]
  expect((await search(bearer, body)).status).toBe(200)
  now += 300_000
  expect((await search(bearer, body)).status).toBe(401)
})

test('gives pages by the limit and the cursor', async () => {
  const [bearer, { iin }] = [await token(), named('expert-complete')]
  const first = (await (await search(bearer, { iin, limit: 1 })).json()) as { nextCursor: string }
  expect(first).toMatchObject({ items: [{ iin, hours: 72, programmeAgreed: true }], nextCursor: 'c-1' })
  const second = await (await search(bearer, { iin, limit: 1, cursor: first.nextCursor })).json()
  expect(second).toMatchObject({ items: [{ iin, hours: 36 }], nextCursor: null })
})

test.each([
  ['no person', { limit: 50 }, {}, 400],
  ['no limit', { iin: '790704100017' }, {}, 400],
  ['a cursor that it never gave', { iin: '790704100017', limit: 50, cursor: '?' }, {}, 400],
  ['another token', { iin: '790704100017', limit: 50 }, { authorization: 'Bearer x' }, 401],
  ['another content type', { iin: '790704100017', limit: 50 }, { 'content-type': 'text/plain' }, 415],
])('refuses %s', async (_, body, headers, status) => {
  expect((await search(await token(), body, headers)).status).toBe(status)
})

test('forgets its tokens', async () => {
  const bearer = await token()
  government.reset()
  expect((await search(bearer, { iin: '790704100017', limit: 50 })).status).toBe(401)
})
