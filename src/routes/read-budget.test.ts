import { expect, test } from 'vitest'
import { claim, gatewayRig, OTHER_IIN } from '../../test/support/gateway-rig.ts'

const HOUR_MS = 3_600_000

test('refuses the collecting of one person too many, and tells when it may be (C23)', async () => {
  const rig = gatewayRig({ readLimits: { platform: 1 } })
  await rig.create()
  const answer = await rig.call('platform', 'POST /v1/portfolios', { body: { ...claim, iin: OTHER_IIN } })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600'])
  expect(await answer.json()).toMatchObject({ code: 'rate-limited', retryAfter: '2026-11-24T06:00:00.000Z' })
  expect(rig.lines.find(({ fields }) => fields.code === 'rate-limited')?.fields).toMatchObject({ role: 'platform' })
  expect(rig.calls).toHaveLength(1)
})

test('lets a caller go on with whom it has read, under whatever id', async () => {
  const rig = gatewayRig({ readLimits: { platform: 1 } })
  const id = await rig.create()
  for (const path of [id, `${id}/history`, `${id}/versions/1`]) {
    expect((await rig.call('platform', `GET /v1/portfolios/${path}`)).status).toBe(200)
  }
  expect((await rig.call('platform', `POST /v1/portfolios/${id}/refresh`)).status).toBe(200)
})

test('counts for each subject, and anew after an hour', async () => {
  const rig = gatewayRig({ readLimits: { platform: 1 } })
  const body = { ...claim, iin: OTHER_IIN }
  await rig.create()
  expect((await rig.call('platform-2', 'POST /v1/portfolios', { body })).status).toBe(201)
  rig.state.monotonic = HOUR_MS
  expect((await rig.call('platform', 'POST /v1/portfolios', { body })).status).toBe(200)
})

test('counts reading and not what is not there for the caller', async () => {
  const rig = gatewayRig({ readLimits: { responsible_person: 1 } })
  const id = await rig.create()
  expect((await rig.call('responsible', 'GET /v1/portfolios/pf_nobody')).status).toBe(404)
  expect((await rig.call('responsible', `GET /v1/portfolios/${id}`)).status).toBe(200)
  const second = await (await rig.call('platform', 'POST /v1/portfolios', { body: { ...claim, iin: OTHER_IIN } })).json()
  expect((await rig.call('responsible', `GET /v1/portfolios/${(second as { id: string }).id}`)).status).toBe(429)
})
