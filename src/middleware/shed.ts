import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { problemAnswer } from '../problems/answer.ts'

/** Answered whatever happens: those who watch must see an overload, and must not take the gateway for dead. */
const ALWAYS: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])
/** Nobody looks at an empty screen while what he has is renewed. */
const LESS_URGENT = /^\/v1\/portfolios\/[^/]+\/refresh$/
const SHARE_OF_LESS_URGENT = 0.75

/**
 * Refuses what is too much: 503 `overload` with `Retry-After`, before the token is verified, the body read or the store asked. Nothing
 * has been read by then, so there is nothing to audit; who was refused stands in the access log by the id of the request.
 */
export function shed(deps: Deps): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const { path } = c.req
    if (ALWAYS.has(path)) return next()
    if (!deps.door.enter(LESS_URGENT.test(path) ? SHARE_OF_LESS_URGENT : 1)) {
      await deps.slip()
      return problemAnswer(c, 'overload', {}, deps.clock.now())
    }
    try {
      await deps.turn()
      await next()
    } finally {
      deps.door.leave()
    }
  }
}
