import { describe, expect, test } from 'vitest'
import { createPretendGovernment } from './host.ts'
import { mockNamed } from './mocks.ts'

const government = () => createPretendGovernment({ seed: 'test', today: '2026-11-24' })
const ORIGIN = 'http://government.test'
const IIN = '850312100016'

async function missed(method: string, path: string, init: RequestInit = {}) {
  const mocks = government()
  const answer = await mocks.fetch(new Request(ORIGIN + path, { method, ...init }))
  expect(mocks.journal).toHaveLength(1)
  return { status: answer.status, entry: mocks.journal[0], journal: JSON.stringify(mocks.journal), said: await answer.text() }
}

describe('near misses', () => {
  test.each([
    ['POST', '/diplomas/x', 'path', 'POST /diplomas'],
    ['POST', '/diploma', 'path', 'POST /diplomas'],
    ['POST', '/courses/x', 'path', 'POST /courses/oauth/token'],
    ['GET', '/courses/oauth/token', 'method', 'POST /courses/oauth/token'],
    ['POST', '/courses/oauth/tokens', 'path', 'POST /courses/oauth/token'],
    ['GET', '/knowledge-test/certificate/api/v1/ozp/search', 'method', 'POST /knowledge-test/certificate/api/v1/ozp/search'],
    ['GET', '/leadership-reserve/reserve/2025.json', 'path', 'GET /leadership-reserve/reserve/1000-leaders/:file'],
  ])('name for %s %s what differs and the closest handler', async (method, path, differs, closest) => {
    const { status, entry } = await missed(method, path)
    expect([status, entry?.miss?.differs, entry?.miss?.closest]).toEqual([501, differs, closest])
    expect(entry?.source).toBe(closest.split('/')[1])
  })

  test('name no handler where no source is meant', async () => {
    const { entry } = await missed('GET', '/elsewhere')
    expect(entry).toMatchObject({ source: '-', miss: { closest: null, asked: 'GET /…' } })
  })

  test.each([
    `/diplomas/${IIN}`,
    '/diplomas/%D2%9A%D0%90%D0%A1%D0%AB%D0%9C',
    '/diplomas/Kassymov',
    `/diplomas?iin=${IIN}&token=secret-1`,
    '/secret-1',
  ])('repeat nothing of %s that nobody knows', async (path) => {
    const { journal, said } = await missed('PATCH', path)
    expect(journal + said).not.toMatch(/850312100016|%D2|Kassymov|secret-1/i)
  })
})

describe('refusals', () => {
  const QUALITY = '/education-quality/api/v1/authorizations/bycredentials'
  test.each([
    ['/diplomas', 'text/plain', 'x', 'content type', 'text/xml'],
    ['/egov-portal', 'application/json', '{}', 'content type', 'text/xml'],
    ['/diplomas', 'text/xml', '<a/>', 'credentials', 'the sender in requestInfo'],
    [QUALITY, 'application/json', '{"username":"x"}', 'credentials', 'username and password'],
    [
      '/courses/oauth/token',
      'application/x-www-form-urlencoded',
      'grant_type=x',
      'fields',
      'grant_type=client_credentials, client_id, client_secret',
    ],
  ])('say of %s with %s what was wanted', async (path, type, body, differs, wanted) => {
    const { entry } = await missed('POST', path, { body, headers: { 'content-type': type } })
    expect(entry?.miss).toMatchObject({ differs, wanted, closest: `POST ${path}` })
  })

  test('say of a fault of the bus what is missing', async () => {
    const { user, password } = mockNamed('diplomas')?.credentials ?? {}
    const body = `<r><serviceId>OTHER</serviceId><senderId>${user}</senderId><password>${password}</password></r>`
    const { entry } = await missed('POST', '/diplomas', { body, headers: { 'content-type': 'text/xml' } })
    expect(entry?.miss).toMatchObject({ differs: 'fields', asked: 'POST /diplomas' })
  })

  test('are none where a scenario refused', async () => {
    const { entry } = await missed('POST', '/diplomas', { headers: { 'x-mock-scenario': 'http-401' }, body: 'x' })
    expect(entry).not.toHaveProperty('miss')
  })
})
