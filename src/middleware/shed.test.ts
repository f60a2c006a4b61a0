import { describe, expect, test } from 'vitest'
import { claim, gatewayRig } from '../../test/support/gateway-rig.ts'
import type { Door } from '../door.ts'

/** A door that refuses, or lets in, and counts. */
function doorOf(isOpen: boolean) {
  const counts = { inside: 0, shares: [] as number[] }
  const door: Door = {
    enter(share) {
      counts.shares.push(share)
      if (isOpen) counts.inside++
      return isOpen
    },
    leave: () => void counts.inside--,
    ...{ crowded: () => {}, places: () => 0 },
  }
  return { door, counts }
}

describe('a closed door', () => {
  const rig = gatewayRig({ door: doorOf(false).door })

  test('refuses with overload and Retry-After before the token is looked at', async () => {
    const answer = await rig.call(null, 'POST /v1/portfolios', { body: claim, headers: { 'accept-language': 'en' } })
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-language')]).toEqual([503, '5', 'en'])
    expect(await answer.json()).toMatchObject({ code: 'overload', retryable: true, title: 'The gateway takes no requests now' })
    expect(rig.calls).toEqual([])
  })

  test('stands in the log and in the metrics with the route that was meant', async () => {
    await rig.call('platform', 'GET /v1/portfolios/pf_1')
    expect(rig.served.at(-1)).toBe('GET /v1/portfolios/{id} 503')
  })

  test.each(['/healthz', '/readyz', '/metrics'])('never refuses %s', async (path) => {
    expect((await rig.call(null, `GET ${path}`)).status).toBe(200)
  })
})

describe('an open door', () => {
  test('counts a request as long as it is in hand, also one that ends with a problem', async () => {
    const { door, counts } = doorOf(true)
    const rig = gatewayRig({ door })
    await rig.call('platform', 'POST /v1/portfolios', { body: claim })
    await rig.call('platform', 'POST /v1/portfolios', { body: '{' })
    expect(counts).toEqual({ inside: 0, shares: [1, 1] })
  })

  test('has fewer places for collecting anew', async () => {
    const { door, counts } = doorOf(true)
    await gatewayRig({ door }).call('platform', 'POST /v1/portfolios/pf_1/refresh')
    expect(counts.shares).toEqual([0.75])
  })
})
