import type { Context, MiddlewareHandler } from 'hono'
import { namesPerson } from '../../schemas/identifiers.ts'
import type { Caller, Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { Refusal } from '../problems/refusal.ts'

const CHALLENGE = 'Bearer realm="portfolio-gateway"'

/** The bearer token of a request, null where it has none (RFC 6750, 2.1). */
function bearerToken(authorization: string | undefined): string | null {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null
}

/**
 * Lets only these roles pass. 401 `auth.missing` or `auth.invalid` without a valid token, 403 `auth.forbidden` for another role:
 * both before the body is read and whatever the id.
 */
export function allow(deps: Deps, ...roles: readonly Caller['role'][]): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const authorization = c.req.header('authorization')
    if (!/^Bearer\b/i.test(authorization ?? '')) throw new Refusal('auth.missing', { headers: { 'WWW-Authenticate': CHALLENGE } })
    const token = bearerToken(authorization)
    const caller = token === null ? null : await deps.verifyToken(token)
    if (!caller) throw new Refusal('auth.invalid', { headers: { 'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"` } })
    c.set('caller', caller)
    if (!roles.includes(caller.role)) throw new Refusal('auth.forbidden')
    await next()
  }
}

/** Who calls; a route that forgot `allow` gets nobody's rights. */
export function callerOf(c: Context<GatewayEnv>): Caller {
  const caller = c.get('caller')
  if (!caller) throw new Refusal('auth.missing', { headers: { 'WWW-Authenticate': CHALLENGE } })
  return caller
}

/** The caller's `sub` as others may see it: an issuer may name people by their numbers, of which the digits are not shown. */
export function shownCaller(c: Context<GatewayEnv>): string {
  const { sub } = callerOf(c)
  return namesPerson(sub) ? sub.replaceAll(/\d/g, '•') : sub
}
