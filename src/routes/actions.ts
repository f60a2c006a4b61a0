import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { z } from 'zod'
import { BreakerRequest, MaintenanceRequest, MuteRequest, PauseRequest, ResumeRequest } from '../../schemas/operator-action.ts'
import type { Problem } from '../../schemas/problem.ts'
import { SourceHealth } from '../../schemas/source-health.ts'
import type { Deps, OperatorWord } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { allow, shownCaller } from '../middleware/allow.ts'
import { once } from '../middleware/idempotency.ts'
import { jsonBody } from '../middleware/json-body.ts'
import { Refusal } from '../problems/refusal.ts'
import { jsonAnswer, operation, problems, secured } from './describe.ts'
import { actionExamples } from './examples.ts'
import { idempotencyParameter, languageParameter, sourceParameter } from './parameters.ts'

const OPERATORS = ['operator'] as const
const FAILURES = [
  ...(['json.malformed', 'auth.missing', 'auth.invalid', 'auth.forbidden', 'not-found', 'idempotency.running'] as const),
  ...(['body.too-large', 'media-type.unsupported', 'validation.failed', 'idempotency.mismatch', 'store.unavailable'] as const),
] as const

type Verb = keyof typeof actionExamples

/** One verb: `POST /v1/sources/{id}/<verb>`. */
function route<Body extends z.ZodType>(operationId: Parameters<typeof operation>[0], verb: Verb, schema: Body) {
  return createRoute({
    ...operation(operationId, 'sources'),
    ...secured(OPERATORS),
    method: 'post',
    path: `/v1/sources/{id}/${verb}`,
    parameters: [sourceParameter, idempotencyParameter, languageParameter],
    request: { body: { required: true, content: { 'application/json': { schema, example: actionExamples[verb] } } } },
    responses: {
      200: jsonAnswer('The source from now on', SourceHealth, { 'Idempotent-Replayed': '`true` where this is the first answer again' }),
      ...problems(...FAILURES),
    },
  })
}

const pause = route('pauseSource', 'pause', PauseRequest)
const resume = route('resumeSource', 'resume', ResumeRequest)
const mute = route('muteSource', 'mute', MuteRequest)
const maintenance = route('planMaintenance', 'maintenance', MaintenanceRequest)
const breaker = route('holdBreaker', 'breaker', BreakerRequest)

type Fault = NonNullable<Problem['errors']>[number]

function refuse(pointer: string, code: Fault['code']): never {
  throw new Refusal('validation.failed', { errors: [{ pointer, code }] })
}

/** A moment in UTC that is still to come; 422 `time.past` at the pointer. */
function toCome(moment: string, pointer: string, { clock }: Deps): string {
  const at = Date.parse(moment)
  if (at <= clock.now()) refuse(pointer, 'time.past')
  return new Date(at).toISOString()
}

function endOf(until: string | undefined, deps: Deps): string | null {
  return until === undefined ? null : toCome(until, '/until', deps)
}

/** From when until when; 422 `time.order` where it ends before it begins, `time.past` where it is over. */
function windowOf({ from, to }: MaintenanceRequest, deps: Deps): { readonly from: string; readonly to: string } {
  if (Date.parse(to) <= Date.parse(from)) refuse('/to', 'time.order')
  return { from: new Date(from).toISOString(), to: toCome(to, '/to', deps) }
}

/**
 * Says one word about a source, at most once under a key; answers with the health of the source. A repeat finds its answer whatever time it
 * is. What takes back work that nobody has planned is a 422, `time.unplanned`: windows of the settings stand there.
 */
function said(c: Context<GatewayEnv>, deps: Deps, word: () => OperatorWord): Promise<Response> {
  return once(c, deps, deps.deadlineMs, async (key) => {
    const action = { ...word(), by: shownCaller(c), at: new Date(deps.clock.now()).toISOString() }
    const acted = await deps.actions.act(c.req.param('id') ?? '', action, key)
    if ('body' in acted) return c.body(acted.body, 200, { 'Content-Type': 'application/json; charset=UTF-8' })
    if (acted.refused === 'unplanned') refuse('/from', 'time.unplanned')
    throw new Refusal('not-found')
  })
}

/** What operators order about a source: three different verbs, and the breaker by hand (API page, 3; people page, 2.2). */
export function actionRoutes(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  const middleware = [allow(deps, ...OPERATORS), ...jsonBody()]
  app.openapi({ ...pause, middleware }, (c) => {
    const { reason, until } = c.req.valid('json')
    return said(c, deps, () => ({ kind: 'pause', reason, until: endOf(until, deps) }))
  })
  app.openapi({ ...resume, middleware }, (c) => {
    const { reason, from } = c.req.valid('json')
    if (from === undefined) return said(c, deps, () => ({ kind: 'resume', reason }))
    return said(c, deps, () => ({ kind: 'withdrawal', reason, from: toCome(from, '/from', deps) }))
  })
  app.openapi({ ...mute, middleware }, (c) => {
    const { reason, until } = c.req.valid('json')
    return said(c, deps, () => ({ kind: 'mute', reason, until: endOf(until, deps) }))
  })
  app.openapi({ ...maintenance, middleware }, (c) => {
    const request = c.req.valid('json')
    return said(c, deps, () => ({ kind: 'maintenance', reason: request.reason, ...windowOf(request, deps) }))
  })
  app.openapi({ ...breaker, middleware }, (c) => {
    const { state, reason, until } = c.req.valid('json')
    return said(c, deps, () => ({ kind: 'breaker', state, reason, until: endOf(until, deps) }))
  })
  return app
}
