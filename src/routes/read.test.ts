import { beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '../../schemas/problem.ts'
import { claim, gatewayRig } from '../../test/support/gateway-rig.ts'
import { History } from './history.ts'

let rig: ReturnType<typeof gatewayRig>
beforeEach(async () => {
  rig = gatewayRig()
  await rig.create()
  await rig.call('platform', 'POST /v1/portfolios', { body: claim })
})

const get = (tail: string, headers = {}) => rig.call('platform', `GET /v1/portfolios/pf_1${tail}`, { headers })

describe('reading', () => {
  test('sends the stored bytes of the newest version, never to be cached', async () => {
    const answer = await get('')
    const stored = await rig.deps.store.portfolios.version('pf_1', 'latest')
    expect(await answer.text()).toBe(stored?.body)
    expect(answer.headers.get('etag')).toBe(stored?.etag)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('answers 304 to whoever has this version', async () => {
    const etag = (await get('')).headers.get('etag') ?? ''
    for (const header of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await get('', { 'if-none-match': header })
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag])
      expect(answer.headers.get('vary')).toBe('Accept-Language')
    }
    expect((await get('', { 'if-none-match': '"x"' })).status).toBe(200)
  })

  test('answers HEAD as GET without a body', async () => {
    const answer = await rig.call('platform', 'HEAD /v1/portfolios/pf_1')
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(answer.headers.get('etag')).toMatch(/^"2\./)
  })

  test('gives an earlier version, and 404 for one that is none', async () => {
    expect(await (await get('/versions/1')).json()).toMatchObject({ version: 1 })
    for (const none of ['3', '0', '-1', '01', '1.0', 'latest', '9'.repeat(30)]) {
      expect((await get(`/versions/${none}`)).status).toBe(404)
    }
  })
})

describe('the history', () => {
  test('lists the versions with their changes, newest first', async () => {
    const { items, nextCursor } = History.parse(await (await get('/history')).json())
    expect(items.map(({ version, cause }) => [version, cause])).toEqual([
      [2, 'refresh'],
      [1, 'create'],
    ])
    expect(items[0]?.changes).toEqual([{ pointer: '/completeness/openGaps', op: 'replace', before: 1, after: 2 }])
    expect([items[1]?.changes, nextCursor]).toEqual([[], null])
  })

  test('gives on its pages together what one page gives', async () => {
    for (let more = 0; more < 3; more++) await rig.call('platform', 'POST /v1/portfolios/pf_1/refresh')
    const whole = History.parse(await (await get('/history')).json()).items
    const pages: unknown[] = []
    let next: string | null = '/v1/portfolios/pf_1/history?limit=2'
    while (next) {
      const answer: Response = await rig.call('platform', `GET ${next}`)
      pages.push(...History.parse(await answer.json()).items)
      next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? null
    }
    expect(pages).toEqual(whole)
    expect(whole).toHaveLength(5)
  })

  test.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'limit=',
    'limit=1.5',
    'limit=7.0',
    'limit=1e2',
    'limit=0x10',
    'cursor=!',
    'cursor=MA',
    'cursor=YWJj',
    'cursor=',
  ])('refuses %s', async (query) => {
    const answer = await get(`/history?${query}`)
    expect(answer.status).toBe(422)
    expect(Problem.parse(await answer.json()).errors?.[0]?.pointer).toBe(`/${query.split('=')[0]}`)
  })
})
