import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { Explanation } from '../../schemas/explanation.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { allow } from '../middleware/allow.ts'
import { isKnown } from '../middleware/conditional.ts'
import { explain } from '../portfolio/explain.ts'
import { Refusal } from '../problems/refusal.ts'
import { editionById } from '../rulebook/index.ts'
import { bareAnswer, jsonAnswer, operation, problems, secured } from './describe.ts'
import { gapParameter, idParameter, ifNoneMatchParameter, languageParameter } from './parameters.ts'
import { READERS, readableId } from './readable.ts'

const ETAG = { ETag: 'Strong tag of the version of the portfolio' }

const route = createRoute({
  ...operation('explainGap', 'portfolios'),
  ...secured(READERS),
  method: 'get',
  path: '/v1/portfolios/{id}/gaps/{gapId}',
  parameters: [idParameter, gapParameter, ifNoneMatchParameter, languageParameter],
  responses: {
    200: jsonAnswer('The gap and the chain behind it', Explanation, ETAG),
    304: bareAnswer('The version is the one that you have', ETAG),
    ...problems('auth.missing', 'auth.invalid', 'auth.forbidden', 'not-found', 'rate-limited', 'store.unavailable'),
  },
})

/** The chain of a gap in a stored body; a gap that this version does not have is not found. */
function explanationOf(body: string, gapId: string): Explanation {
  const portfolio = JSON.parse(body) as Portfolio
  const edition = editionById(portfolio.edition)
  if (!edition) throw new Error(`a stored portfolio names the edition ${portfolio.edition}, which is gone`)
  const explanation = explain(portfolio, gapId, edition)
  if (!explanation) throw new Refusal('not-found')
  return explanation
}

/** Why a gap of the newest version stands there. */
export function explainRoutes(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi({ ...route, middleware: allow(deps, ...READERS) }, async (c) => {
    const id = await readableId(c, deps)
    const version = await deps.store.portfolios.version(id, 'latest')
    if (!version) throw new Refusal('not-found')
    const explanation = explanationOf(version.body, c.req.param('gapId'))
    c.header('ETag', version.etag)
    if (isKnown(c.req.header('if-none-match'), version.etag)) return c.body(null, 304)
    return c.body(JSON.stringify(explanation), 200, { 'Content-Type': 'application/json; charset=UTF-8' })
  })
  return app
}
