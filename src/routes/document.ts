import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { GatewayEnv } from '../gateway-env.ts'
import { jsonAnswer, operation, problems } from './describe.ts'

const route = createRoute({
  ...operation('apiDescription', 'service'),
  method: 'get',
  path: '/openapi.json',
  responses: { 200: jsonAnswer('OpenAPI 3.1', z.looseObject({})), ...problems() },
})

/** `GET /openapi.json`; `text` gives the document, which is the same for everybody. */
export function documentRoutes(text: () => string): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi(route, (c) =>
    c.body(text(), 200, { 'Content-Type': 'application/json; charset=UTF-8', 'Cache-Control': 'public, max-age=300' }),
  )
  return app
}
