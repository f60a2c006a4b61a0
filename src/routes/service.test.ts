import { beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '../../schemas/problem.ts'
import { SourceHealth, SourceList } from '../../schemas/source-health.ts'
import { gatewayRig } from '../../test/support/gateway-rig.ts'
import { StoreUnavailable } from '../store/store.ts'

let rig: ReturnType<typeof gatewayRig>
beforeEach(() => {
  rig = gatewayRig()
})
const get = (path: string, as: string | null = null) => rig.call(as, `GET ${path}`)

describe('the sources', () => {
  test('come page by page in the order of the register', async () => {
    const first = await get('/v1/sources?limit=2', 'operator')
    const { items, nextCursor } = SourceList.parse(await first.json())
    expect(items.map(({ id }) => id)).toEqual(['diplomas', 'employment'])
    expect(first.headers.get('link')).toBe(`</v1/sources?limit=2&cursor=${nextCursor}>; rel="next"`)
    const rest = SourceList.parse(await (await get(`/v1/sources?cursor=${nextCursor}`, 'operator')).json())
    expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([['courses'], null])
  })

  test('give one by its id, and 404 for one that is none', async () => {
    expect(SourceHealth.parse(await (await get('/v1/sources/diplomas', 'platform')).json()).id).toBe('diplomas')
    expect((await get('/v1/sources/nobody', 'platform')).status).toBe(404)
  })
})

describe('the service', () => {
  test('is alive while its store is not', async () => {
    rig.state.ready = () => Promise.reject(new StoreUnavailable('connect'))
    expect((await get('/healthz')).status).toBe(200)
    const answer = await get('/readyz')
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([503, 'store.unavailable'])
  })

  test('is ready until it begins to stop', async () => {
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
    rig.state.stopping = true
    const answer = await get('/readyz')
    expect([answer.status, Problem.parse(await answer.json()).code]).toEqual([503, 'overload'])
  })

  test('shows its metrics as Prometheus text', async () => {
    const answer = await get('/metrics')
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(await answer.text()).toContain('gateway_up')
  })
})
