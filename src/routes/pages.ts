import { Hono } from 'hono'
import { ProblemCode } from '../../schemas/problem.ts'
import { almatyDay } from '../almaty-day.ts'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { docsPage } from '../pages/docs.ts'
import { landingPage } from '../pages/landing.ts'
import { STYLE_PATH } from '../pages/layout.ts'
import { problemPage } from '../pages/problem.ts'
import { rulebookPage } from '../pages/rulebook.ts'
import { STYLE } from '../pages/style.ts'
import { problemKind } from '../problems/catalogue.ts'
import { Refusal } from '../problems/refusal.ts'
import { editionById, editionFor } from '../rulebook/index.ts'
import type { ApiDocument } from './api-document.ts'

/** The calendar by which an edition is in force. */

/** What people read in a browser: the first page, the reference, the Rules, the pages behind problem types. Public. */
export function pageRoutes(document: () => ApiDocument, deps: Deps): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>()
  const inForce = () => editionFor(almatyDay(deps.clock.now())).id
  app.get('/', (c) => c.html(landingPage(c.get('language'), inForce())))
  app.get('/rulebook', (c) => c.redirect(`/rulebook/${inForce()}?lang=${c.get('language')}`))
  app.get('/rulebook/:edition', (c) => {
    const edition = editionById(c.req.param('edition'))
    if (!edition) throw new Refusal('not-found')
    c.header('Cache-Control', 'public, max-age=300')
    return c.html(rulebookPage(c.get('language'), edition))
  })
  app.get('/docs', (c) => c.html(docsPage(document(), c.get('language'), new URL(c.req.url).origin)))
  app.get('/problems/:code', (c) => {
    const code = ProblemCode.safeParse(c.req.param('code'))
    if (!code.success) throw new Refusal('not-found')
    return c.html(problemPage(c.get('language'), problemKind(code.data)))
  })
  app.get(STYLE_PATH, (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=UTF-8', 'Cache-Control': 'public, max-age=300' }))
  return app
}
