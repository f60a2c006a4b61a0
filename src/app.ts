import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ZodError } from 'zod'
import type { Deps } from './deps.ts'
import type { GatewayEnv } from './gateway-env.ts'
import { accessLog } from './middleware/access-log.ts'
import { allowedMethods } from './middleware/allowed-methods.ts'
import { identify } from './middleware/identify.ts'
import { protect } from './middleware/protect.ts'
import { routePattern } from './middleware/route-pattern.ts'
import { shed } from './middleware/shed.ts'
import { singleQuery } from './middleware/single-query.ts'
import { problemAnswer } from './problems/answer.ts'
import { Refusal } from './problems/refusal.ts'
import { validationFaults } from './problems/validation.ts'
import { actionRoutes } from './routes/actions.ts'
import { apiDocument } from './routes/api-document.ts'
import { collectRoutes } from './routes/collect.ts'
import { documentRoutes } from './routes/document.ts'
import { driftRoutes } from './routes/drift.ts'
import { explainRoutes } from './routes/explain.ts'
import { historyRoutes } from './routes/history.ts'
import { pageRoutes } from './routes/pages.ts'
import { readRoutes } from './routes/read.ts'
import { rulebookRoutes } from './routes/rulebook.ts'
import { serviceRoutes } from './routes/service.ts'
import { sourceRoutes } from './routes/sources.ts'
import { StoreUnavailable } from './store/store.ts'

type Checked = { readonly target: string } & ({ readonly success: true } | { readonly success: false; readonly error: ZodError })

/** The one answer to a value that a schema refuses: places and codes, never the value. */
function refuseInvalid(checked: Checked, c: Context<GatewayEnv>): void {
  if (checked.success) return
  const input = checked.target === 'json' ? c.get('bodyJson') : c.req.query()
  throw new Refusal('validation.failed', { errors: validationFaults(checked.error.issues, input) })
}

/** What an error means to the caller; whatever nobody foresaw is `internal`, and its message stays here. */
function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal(error instanceof StoreUnavailable ? 'store.unavailable' : 'internal')
}

/** The gateway's HTTP side: middleware, routes, problems. No input or output of its own; `deps` is read only when a request comes. */
export function createApp(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>({ defaultHook: refuseInvalid })
  app.use(accessLog(deps), identify(deps), protect, shed(deps), singleQuery)

  const document = once(() => apiDocument(app))
  const text = once(() => JSON.stringify(document()))
  const parts = [
    collectRoutes,
    readRoutes,
    explainRoutes,
    historyRoutes,
    sourceRoutes,
    actionRoutes,
    driftRoutes,
    rulebookRoutes,
    serviceRoutes,
  ]
  for (const routes of parts) app.route('/', routes(deps))
  app.route('/', documentRoutes(text))
  app.route('/', pageRoutes(document, deps))

  app.notFound((c) => {
    const methods = allowedMethods(app.routes, c.req.path)
    if (methods.length === 0) return problemAnswer(c, 'not-found', {}, deps.clock.now())
    return problemAnswer(c, 'method.not-allowed', { headers: { Allow: methods.join(', ') } }, deps.clock.now())
  })
  app.onError((error, c) => {
    const refusal = toRefusal(error)
    const fields = { requestId: c.get('requestId'), route: routePattern(c) }
    if (refusal.code === 'internal') deps.log.error(fields, 'request failed', error)
    if (error instanceof StoreUnavailable) deps.log.warn({ ...fields, code: error.code }, 'store unavailable')
    return problemAnswer(c, refusal.code, refusal.options, deps.clock.now())
  })
  return app
}

/** Makes a value when it is first needed. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
