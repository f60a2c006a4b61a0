import type { MiddlewareHandler } from 'hono'
import type { GatewayEnv } from '../gateway-env.ts'
import { Refusal } from '../problems/refusal.ts'

const PLAIN_NAME = /^[A-Za-z]{1,20}$/

/** The names that stand more than once in the query of a URL, the empty one too. */
function repeatedNames(url: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const name of new URL(url).searchParams.keys()) (seen.has(name) ? repeated : seen).add(name)
  return repeated
}

/** Refuses a query key that occurs twice: which of the values counts would be a guess. */
export const singleQuery: MiddlewareHandler<GatewayEnv> = async (c, next) => {
  const { url } = c.req.raw
  if (url.includes('?')) {
    const errors = [...repeatedNames(url)].map((name) => ({ pointer: PLAIN_NAME.test(name) ? `/${name}` : '', code: 'type' as const }))
    if (errors.length > 0) throw new Refusal('validation.failed', { errors: errors.slice(0, 50) })
  }
  await next()
}
