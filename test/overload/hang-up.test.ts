import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { claim, gatewayRig } from '../support/gateway-rig.ts'

/* A caller that hangs up, over a real socket: its collection hears of it, and the log says that nobody was there any more. */

test('tells the collection that the caller has gone, and counts no answer', async () => {
  const rig = gatewayRig()
  const server = serve({ fetch: createApp(rig.deps).fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const headers = { authorization: 'Bearer platform', 'content-type': 'application/json' }
  const sent = request({ port: (server.address() as AddressInfo).port, method: 'POST', path: '/v1/portfolios', headers })
  sent.on('error', () => {})
  rig.state.collect = async ({ signal }) => {
    sent.destroy()
    await once(signal!, 'abort')
    return { state: 'abandoned' }
  }
  sent.end(JSON.stringify(claim))
  await expect.poll(() => rig.served).toEqual(['POST /v1/portfolios 499'])
})
