import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { routePattern } from './route-pattern.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Where the caller has gone there is nobody to tell a status: counted apart, for it is no fault of ours. */
const GONE = 499

/** One log line and one measurement of each request: the route's pattern, never its path, its query or a person. */
export function accessLog(deps: Deps): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const startedAt = deps.clock.monotonic()
    await next()
    // While the process stops, a caller must not send its next request on a connection that is about to be cut.
    if (deps.stopping()) c.res.headers.set('Connection', 'close')
    const ms = Math.round(deps.clock.monotonic() - startedAt)
    const route = routePattern(c)
    const method = METHODS.has(c.req.method) ? c.req.method : 'OTHER'
    const status = c.get('abandoned') ? GONE : c.res.status
    deps.metrics.requestServed(route, method, status, ms / 1000)
    deps.log.info({ requestId: c.get('requestId'), method, route, status, ms, role: c.get('caller')?.role }, 'request')
  }
}
