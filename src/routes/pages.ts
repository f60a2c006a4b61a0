import { Hono } from 'hono'
import { ProblemCode } from '../../schemas/problem.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { docsPage } from '../pages/docs.ts'
import { landingPage } from '../pages/landing.ts'
import { STYLE_PATH } from '../pages/layout.ts'
import { problemPage } from '../pages/problem.ts'
import { STYLE } from '../pages/style.ts'
import { problemKind } from '../problems/catalogue.ts'
import { Refusal } from '../problems/refusal.ts'
import type { ApiDocument } from './api-document.ts'

/** What people read in a browser: the first page, the reference, the pages behind problem types. Public. */
export function pageRoutes(document: () => ApiDocument): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>()
  app.get('/', (c) => c.html(landingPage(c.get('language'))))
  app.get('/docs', (c) => c.html(docsPage(document(), c.get('language'), new URL(c.req.url).origin)))
  app.get('/problems/:code', (c) => {
    const code = ProblemCode.safeParse(c.req.param('code'))
    if (!code.success) throw new Refusal('not-found')
    return c.html(problemPage(c.get('language'), problemKind(code.data)))
  })
  app.get(STYLE_PATH, (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=UTF-8', 'Cache-Control': 'public, max-age=300' }))
  return app
}
