import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { Portfolio } from '../../schemas/portfolio.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { SourceId } from '../../schemas/section.ts'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { allow, callerOf } from '../middleware/allow.ts'
import { jsonBody } from '../middleware/json-body.ts'
import { countRead } from '../middleware/read-budget.ts'
import { sendCollected } from './collected.ts'
import { jsonAnswer, operation, problems, secured } from './describe.ts'
import { refreshExample, requestExample } from './examples.ts'
import { idempotencyParameter, idParameter, languageParameter, preferParameter } from './parameters.ts'
import { portfolioId } from './readable.ts'

/** The sources to ask again; without them only those that failed or are stale. */
export const RefreshRequest = z
  .strictObject({
    sources: z
      .array(SourceId.exclude(['platform']))
      .min(1)
      .max(20)
      .optional(),
  })
  .meta({ id: 'RefreshRequest' })

const COLLECTORS = ['platform'] as const
const answerHeaders = {
  ETag: 'Strong tag of the version, over the content',
  'Preference-Applied': 'What of `Prefer` was honoured',
  'Idempotent-Replayed': '`true` where this is the first answer again',
}
const FAILURES = [
  ...(['json.malformed', 'auth.missing', 'auth.invalid', 'auth.forbidden', 'idempotency.running', 'rate-limited'] as const),
  ...([
    'body.too-large',
    'media-type.unsupported',
    'validation.failed',
    'idempotency.mismatch',
    'portfolio.incomplete',
    'store.unavailable',
  ] as const),
] as const

const create = createRoute({
  ...operation('createPortfolio', 'portfolios'),
  ...secured(COLLECTORS),
  method: 'post',
  path: '/v1/portfolios',
  parameters: [preferParameter, idempotencyParameter, languageParameter],
  request: { body: { required: true, content: { 'application/json': { schema: PortfolioRequest, example: requestExample } } } },
  responses: {
    200: jsonAnswer('The portfolio of this person and case existed: collected anew', Portfolio, answerHeaders),
    201: jsonAnswer('Collected', Portfolio, { Location: 'Where the portfolio is read', ...answerHeaders }),
    ...problems(...FAILURES),
  },
})

const refresh = createRoute({
  ...operation('refreshPortfolio', 'portfolios'),
  ...secured(COLLECTORS),
  method: 'post',
  path: '/v1/portfolios/{id}/refresh',
  parameters: [idParameter, preferParameter, idempotencyParameter, languageParameter],
  request: { body: { required: false, content: { 'application/json': { schema: RefreshRequest, example: refreshExample } } } },
  responses: { 200: jsonAnswer('Collected anew', Portfolio, answerHeaders), ...problems(...FAILURES, 'not-found') },
})

/** Collecting a portfolio, and collecting it anew. */
export function collectRoutes(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi({ ...create, middleware: [allow(deps, ...COLLECTORS), ...jsonBody()] }, (c) => {
    const request = c.req.valid('json')
    const person = deps.reads.personOf(request.iin)
    countRead(c, deps, person)
    return sendCollected(c, deps, async (options) => {
      const collected = await deps.collector.collect(request, options)
      if (collected.state === 'collected') deps.reads.isAbout(callerOf(c), collected.portfolio.id, person)
      return collected
    })
  })
  app.openapi({ ...refresh, middleware: [allow(deps, ...COLLECTORS), ...jsonBody({ optional: true })] }, (c) => {
    const id = portfolioId(c)
    countRead(c, deps, id)
    const { sources } = c.req.valid('json')
    return sendCollected(c, deps, (options) => deps.collector.refresh(id, sources ? [...new Set(sources)] : null, options))
  })
  return app
}
