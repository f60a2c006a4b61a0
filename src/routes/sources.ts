import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { SourceHealth, SourceList } from '../../schemas/source-health.ts'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { allow } from '../middleware/allow.ts'
import { Refusal } from '../problems/refusal.ts'
import { jsonAnswer, operation, problems, secured } from './describe.ts'
import { PageQuery, rowOfCursor, sendPage } from './paging.ts'
import { languageParameter, sourceParameter } from './parameters.ts'

/** Who may see the health of the sources (API page, 3). */
const WATCHERS = ['platform', 'operator'] as const

const list = createRoute({
  ...operation('listSources', 'sources'),
  ...secured(WATCHERS),
  method: 'get',
  path: '/v1/sources',
  parameters: [languageParameter],
  request: { query: PageQuery },
  responses: {
    200: jsonAnswer('One page', SourceList, { Link: 'The next page, `rel="next"`' }),
    ...problems('auth.missing', 'auth.invalid', 'auth.forbidden', 'validation.failed'),
  },
})

const read = createRoute({
  ...operation('readSource', 'sources'),
  ...secured(WATCHERS),
  method: 'get',
  path: '/v1/sources/{id}',
  parameters: [sourceParameter, languageParameter],
  responses: {
    200: jsonAnswer('The source', SourceHealth),
    ...problems('auth.missing', 'auth.invalid', 'auth.forbidden', 'not-found'),
  },
})

/** Health of the sources. */
export function sourceRoutes(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi({ ...list, middleware: allow(deps, ...WATCHERS) }, (c) => {
    const { limit, cursor } = c.req.valid('query')
    const after = rowOfCursor(cursor, /^[a-z-]{1,40}$/)
    const all = deps.sources.list()
    const place = all.findIndex((source) => source.id === after)
    if (after !== null && place < 0) throw new Refusal('validation.failed', { errors: [{ pointer: '/cursor', code: 'type' }] })
    const rest = all.slice(place + 1)
    const items = rest.slice(0, limit)
    return sendPage(c, '/v1/sources', limit, items, rest.length > limit ? (items.at(-1)?.id ?? null) : null)
  })
  app.openapi({ ...read, middleware: allow(deps, ...WATCHERS) }, (c) => {
    const source = deps.sources.get(c.req.param('id'))
    if (!source) throw new Refusal('not-found')
    return c.body(JSON.stringify(source), 200, { 'Content-Type': 'application/json; charset=UTF-8' })
  })
  return app
}
