import { beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '../../schemas/problem.ts'
import { claim, gatewayRig, OTHER_IIN } from '../../test/support/gateway-rig.ts'

let rig: ReturnType<typeof gatewayRig>
beforeEach(() => {
  rig = gatewayRig()
})

const post = (body: unknown, headers = {}, as = 'platform') => rig.call(as, 'POST /v1/portfolios', { body, headers })
const refresh = (id: string, body?: unknown, headers = {}) => rig.call('platform', `POST /v1/portfolios/${id}/refresh`, { body, headers })

describe('collecting', () => {
  test('answers 201 with place, tag and body, and 200 for the same person and case', async () => {
    const first = await post(claim)
    expect([first.status, first.headers.get('location')]).toEqual([201, '/v1/portfolios/pf_1'])
    expect(first.headers.get('etag')).toMatch(/^"1\./)
    expect(first.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(await first.json()).toMatchObject({ id: 'pf_1', version: 1 })
    const second = await post(claim)
    expect([second.status, second.headers.get('location')]).toEqual([200, null])
    expect(await second.json()).toMatchObject({ id: 'pf_1', version: 2 })
  })

  test('hands the preferences over and says what was honoured', async () => {
    const answer = await post(claim, { prefer: 'respond-async, wait=3, handling=strict' })
    expect(answer.headers.get('preference-applied')).toBe('wait=3, handling=strict')
    await post(claim, { prefer: 'wait=99' })
    expect(rig.calls).toMatchObject([
      { budgetMs: 3000, strict: true, idempotency: null },
      { budgetMs: 8000, strict: false, idempotency: null },
    ])
  })

  test('refuses a strict caller when a source failed, and says which and when to come again', async () => {
    const retryAfter = new Date(rig.deps.clock.now() + 42_500).toISOString()
    rig.state.collect = async () => ({ state: 'incomplete', sources: ['diplomas'], retryAfter })
    const answer = await post(claim, { prefer: 'handling=strict' })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '43'])
    expect(answer.headers.get('preference-applied')).toBe('handling=strict')
    expect(Problem.parse(await answer.json())).toMatchObject({
      code: 'portfolio.incomplete',
      sources: ['diplomas'],
      retryAfter,
      retryable: true,
    })
  })
})

describe('refreshing', () => {
  test.each([undefined, {}, { sources: ['diplomas', 'courses'] }])('takes the body %j', async (body) => {
    const answer = await refresh(await rig.create(), body)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ version: 2 })
  })

  test.each([
    [{ sources: ['nobody'] }, { pointer: '/sources/0', code: 'unknown_code' }],
    [{ sources: ['platform'] }, { pointer: '/sources/0', code: 'unknown_code' }],
    [{ sources: [] }, { pointer: '/sources', code: 'required' }],
    [{ source: [] }, { pointer: '/source', code: 'unknown_key' }],
  ])('refuses the body %j', async (body, error) => {
    const answer = await refresh(await rig.create(), body)
    expect(answer.status).toBe(422)
    expect(Problem.parse(await answer.json()).errors).toEqual([error])
  })

  test.each(['pf_none', 'x', 'pf_%00', '%2e%2e'])('does not find %s', async (id) => {
    expect((await refresh(id)).status).toBe(404)
  })
})

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'key-1' }

  test('gets the first answer again', async () => {
    const first = await post(claim, key)
    const again = await post(claim, key)
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    for (const header of ['etag', 'location', 'content-type']) expect(again.headers.get(header)).toBe(first.headers.get(header))
    expect(await again.text()).toBe(await first.text())
    expect(rig.calls).toHaveLength(1)
  })

  test('reserves for the actor, the route and the body', async () => {
    await post(claim, key)
    expect(JSON.parse([...rig.kept.keys()][0] ?? '')).toEqual({ actor: 'platform-1', route: 'POST /v1/portfolios', key: 'key-1' })
    const other = await post({ ...claim, iin: OTHER_IIN }, key)
    expect([other.status, Problem.parse(await other.json()).code]).toEqual([422, 'idempotency.mismatch'])
    expect((await post({ ...claim, iin: OTHER_IIN }, key, 'platform-2')).status).toBe(201)
    expect((await refresh('pf_1', {}, key)).status).toBe(200)
    expect((await refresh('pf_2', {}, key)).status).toBe(422)
  })

  test('answers 409 to a twin while the first one runs', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    rig.state.collect = async () => {
      await promise
      return { state: 'not_found' }
    }
    const first = post(claim, key)
    await expect.poll(() => rig.calls.length).toBe(1)
    const twin = await post(claim, key)
    expect([twin.status, Problem.parse(await twin.json()).code]).toEqual([409, 'idempotency.running'])
    expect(twin.headers.get('retry-after')).not.toBeNull()
    resolve()
    expect((await first).status).toBe(404)
  })

  test('is free again after an answer that is not kept', async () => {
    rig.state.collect = () => Promise.reject(new Error('broken'))
    expect((await post(claim, key)).status).toBe(500)
    expect(rig.kept.size).toBe(0)
    rig.state.collect = null
    expect((await post(claim, key)).ok).toBe(true)
    expect((await post({ ...claim, post: 'nobody' }, { 'idempotency-key': 'key-2' })).status).toBe(422)
    expect(rig.kept.size).toBe(1)
  })

  test.each([
    ['empty', '', 'type'],
    ['two words', 'two words', 'type'],
    ['too long', 'x'.repeat(256), 'too_long'],
  ])('is refused when it is %s', async (_, value, code) => {
    const answer = await post(claim, { 'idempotency-key': value })
    expect(answer.status).toBe(422)
    expect(Problem.parse(await answer.json()).errors).toEqual([{ pointer: '/Idempotency-Key', code }])
  })
})
