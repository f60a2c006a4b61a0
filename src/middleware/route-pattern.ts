import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { GatewayEnv } from '../gateway-env.ts'

/** The pattern of the route that a request met, as the API page writes it; `unmatched` where there is none. Never the path as it was sent. */
export function routePattern(c: Context<GatewayEnv>): string {
  const route = matchedRoutes(c).findLast((candidate) => candidate.method !== 'ALL')
  return route ? route.path.replaceAll(/:(\w+)/g, '{$1}') : 'unmatched'
}
