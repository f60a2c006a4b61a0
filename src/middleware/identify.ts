import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { chooseLanguage } from './language.ts'
import { requestIdOf } from './request-id.ts'

/** Gives a request its id and its language, and says both in the answer. */
export function identify(deps: Deps): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const requestId = requestIdOf(c.req.header('x-request-id'), deps.randomHex)
    const language = chooseLanguage(c.req.query('lang'), c.req.header('accept-language'))
    c.set('requestId', requestId)
    c.set('language', language)
    c.header('X-Request-Id', requestId)
    c.header('Content-Language', language)
    c.header('Vary', 'Accept-Language')
    await next()
  }
}
