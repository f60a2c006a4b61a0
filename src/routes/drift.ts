import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { DriftDecision, DriftRequest } from '../../schemas/drift.ts'
import type { Deps, DriftOutcome } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { allow, shownCaller } from '../middleware/allow.ts'
import { once } from '../middleware/idempotency.ts'
import { jsonBody } from '../middleware/json-body.ts'
import { Refusal } from '../problems/refusal.ts'
import { jsonAnswer, operation, problems, secured } from './describe.ts'
import { driftExample } from './examples.ts'
import { idempotencyParameter, languageParameter, sourceParameter } from './parameters.ts'

const OPERATORS = ['operator'] as const
const FAILURES = [
  ...([
    'json.malformed',
    'auth.missing',
    'auth.invalid',
    'auth.forbidden',
    'not-found',
    'idempotency.running',
    'drift.unreadable',
  ] as const),
  ...(['body.too-large', 'media-type.unsupported', 'validation.failed', 'idempotency.mismatch', 'store.unavailable'] as const),
] as const

const decide = createRoute({
  ...operation('decideDrift', 'sources'),
  ...secured(OPERATORS),
  method: 'post',
  path: '/v1/sources/{id}/drift',
  parameters: [sourceParameter, idempotencyParameter, languageParameter],
  request: { body: { required: true, content: { 'application/json': { schema: DriftRequest, example: driftExample } } } },
  responses: {
    200: jsonAnswer('Decided', DriftDecision, { 'Idempotent-Replayed': '`true` where this is the first answer again' }),
    ...problems(...FAILURES),
  },
})

const refusals: Readonly<Record<Exclude<DriftOutcome['state'], 'decided'>, () => Refusal>> = {
  not_found: () => new Refusal('not-found'),
  unreadable: () => new Refusal('drift.unreadable'),
  // Nothing is open there: decided already, over by itself, or no field at all.
  no_such_field: () => new Refusal('validation.failed', { errors: [{ pointer: '/field', code: 'unknown_code' }] }),
}

/** An operator's word on the changed shape of a source (API page, 3). */
export function driftRoutes(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi({ ...decide, middleware: [allow(deps, ...OPERATORS), ...jsonBody()] }, (c) => {
    const request = c.req.valid('json')
    return once(c, deps, deps.deadlineMs, async (key) => {
      const outcome = await deps.drift.decide(c.req.param('id'), { ...request, by: shownCaller(c) }, key)
      if (outcome.state !== 'decided') throw refusals[outcome.state]()
      return c.body(outcome.body, 200, { 'Content-Type': 'application/json; charset=UTF-8' })
    })
  })
  return app
}
