import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import type { SourceHeld } from '../ports.ts'
import { Refusal } from '../problems/refusal.ts'
import { jsonAnswer, operation, serviceProblems } from './describe.ts'

const Alive = z.object({ status: z.enum(['ok']) }).meta({ id: 'Alive' })
const Ready = z.object({ status: z.enum(['ready']) }).meta({ id: 'Ready' })

const liveness = createRoute({
  ...operation('liveness', 'service'),
  method: 'get',
  path: '/healthz',
  responses: { 200: jsonAnswer('Alive', Alive), ...serviceProblems() },
})

const readiness = createRoute({
  ...operation('readiness', 'service'),
  method: 'get',
  path: '/readyz',
  responses: { 200: jsonAnswer('Ready', Ready), ...serviceProblems('store.unavailable', 'overload') },
})

const metrics = createRoute({
  ...operation('metrics', 'service'),
  method: 'get',
  path: '/metrics',
  responses: {
    200: { description: 'Prometheus text exposition', content: { 'text/plain': { schema: z.string() } } },
    ...serviceProblems(),
  },
})

function heldIn({ sources, clock }: Deps): readonly SourceHeld[] {
  return sources.list().map(({ id, actions, maintenance }) => ({
    source: id,
    paused: actions.some(({ kind }) => kind === 'pause'),
    // What is over is not among them.
    maintenance: maintenance.some(({ from }) => Date.parse(from) <= clock.now()),
    muted: actions.some(({ kind }) => kind === 'mute'),
  }))
}

/** For those who run the gateway: alive, ready, measured. Public, no personal data. */
export function serviceRoutes(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi(liveness, (c) => c.json({ status: 'ok' as const }, 200))
  app.openapi(readiness, async (c) => {
    if (deps.stopping()) throw new Refusal('overload')
    await deps.store.ready()
    return c.json({ status: 'ready' as const }, 200)
  })
  app.openapi(metrics, async (c) =>
    c.text(await deps.metrics.render(heldIn(deps)), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
  return app
}
