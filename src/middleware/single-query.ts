import type { MiddlewareHandler } from 'hono'
import type { GatewayEnv } from '../gateway-env.ts'
import { Refusal } from '../problems/refusal.ts'

const PLAIN_NAME = /^[A-Za-z]{1,20}$/

/** Refuses a query key that occurs twice: which of the values counts would be a guess. */
export const singleQuery: MiddlewareHandler<GatewayEnv> = async (c, next) => {
  if (c.req.raw.url.includes('?')) {
    const repeated = Object.entries(c.req.queries()).filter(([, values]) => values.length > 1)
    const errors = repeated.map(([name]) => ({ pointer: PLAIN_NAME.test(name) ? `/${name}` : '', code: 'type' as const }))
    if (errors.length > 0) throw new Refusal('validation.failed', { errors: errors.slice(0, 50) })
  }
  await next()
}
