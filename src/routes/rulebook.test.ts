import { describe, expect, test } from 'vitest'
import { Problem } from '../../schemas/problem.ts'
import { gatewayRig } from '../../test/support/gateway-rig.ts'
import { Edition } from '../rulebook/edition.ts'
import { editions } from '../rulebook/index.ts'
import { EditionList } from './rulebook.ts'

const { call } = gatewayRig()
const get = (path: string, headers: Record<string, string> = {}) => call(null, `GET ${path}`, { headers })

describe('the list of editions', () => {
  test('names all of them, oldest first, on one page, to everybody', async () => {
    const answer = await get('/v1/rulebook')
    const { items, nextCursor } = EditionList.parse(await answer.json())
    expect(items).toEqual(editions.map(({ id, title, validFrom, validUntil }) => ({ id, title, validFrom, validUntil })))
    expect([answer.status, answer.headers.get('cache-control'), nextCursor]).toEqual([200, 'public, max-age=300', null])
  })
})

describe('an edition', () => {
  test.each(editions.map((edition) => [edition.id, edition] as const))('is sent as data: %s', async (id, edition) => {
    const answer = await get(`/v1/rulebook/${id}`)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    expect(Edition.parse(await answer.json())).toEqual(edition)
  })

  test('has a strong tag of its own, the same each time', async () => {
    const tags = await Promise.all([...editions, ...editions].map(async ({ id }) => (await get(`/v1/rulebook/${id}`)).headers.get('etag')))
    expect(new Set(tags).size).toBe(editions.length)
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
  })

  test('is not sent again to those who have it', async () => {
    const path = '/v1/rulebook/order-32-2025-02-25'
    const etag = (await get(path)).headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get(path, { 'If-None-Match': known })
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag])
      expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    }
    expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  test('is a 404 where there is none of that id, without repeating it', async () => {
    for (const id of ['order-1', '%2e%2e', 'constructor', 'order-32-2025-02-25x']) {
      const answer = await get(`/v1/rulebook/${id}`)
      const text = await answer.text()
      expect([answer.status, Problem.parse(JSON.parse(text)).code]).toEqual([404, 'not-found'])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(text).not.toContain(id)
    }
  })

  test('takes no other method', async () => {
    const answer = await call(null, 'POST /v1/rulebook/order-32-2025-02-25')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, expect.stringContaining('GET')])
  })
})
