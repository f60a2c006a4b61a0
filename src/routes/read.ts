import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Portfolio } from '../../schemas/portfolio.ts'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { allow } from '../middleware/allow.ts'
import { isKnown } from '../middleware/conditional.ts'
import { Refusal } from '../problems/refusal.ts'
import type { StoredVersion } from '../store/store.ts'
import { bareAnswer, jsonAnswer, operation, problems, secured } from './describe.ts'
import { idParameter, ifNoneMatchParameter, languageParameter, versionParameter } from './parameters.ts'
import { READERS, readableId } from './readable.ts'

const ETAG = { ETag: 'Strong tag of the version, over the content' }
const answers = {
  200: jsonAnswer('The stored bytes of the version', Portfolio, ETAG),
  304: bareAnswer('You have this version already', ETAG),
  ...problems('auth.missing', 'auth.invalid', 'auth.forbidden', 'not-found', 'rate-limited', 'store.unavailable'),
}

const read = createRoute({
  ...operation('readPortfolio', 'portfolios'),
  ...secured(READERS),
  method: 'get',
  path: '/v1/portfolios/{id}',
  parameters: [idParameter, ifNoneMatchParameter, languageParameter],
  responses: answers,
})

const readVersion = createRoute({
  ...operation('readVersion', 'portfolios'),
  ...secured(READERS),
  method: 'get',
  path: '/v1/portfolios/{id}/versions/{n}',
  parameters: [idParameter, versionParameter, ifNoneMatchParameter, languageParameter],
  responses: answers,
})

/** Sends the stored bytes as they are, or 304 where the caller has them. */
function sendVersion(c: Context<GatewayEnv>, version: StoredVersion | null): Response {
  if (!version) throw new Refusal('not-found')
  c.header('ETag', version.etag)
  if (isKnown(c.req.header('if-none-match'), version.etag)) return c.body(null, 304)
  return c.body(version.body, 200, { 'Content-Type': 'application/json; charset=UTF-8' })
}

/** The number of the path; anything that cannot be one is not found. */
function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Refusal('not-found')
  return Number(text)
}

/** Reading a portfolio: its newest version, or an earlier one. */
export function readRoutes(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi({ ...read, middleware: allow(deps, ...READERS) }, async (c) => {
    const id = await readableId(c, deps)
    return sendVersion(c, await deps.store.portfolios.version(id, 'latest'))
  })
  app.openapi({ ...readVersion, middleware: allow(deps, ...READERS) }, async (c) => {
    const number = versionNumber(c.req.param('n'))
    const id = await readableId(c, deps)
    return sendVersion(c, await deps.store.portfolios.version(id, number))
  })
  return app
}
