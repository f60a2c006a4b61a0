import type { MiddlewareHandler } from 'hono'
import type { GatewayEnv } from '../gateway-env.ts'

/** Our pages have no script and one style sheet of their own. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Cache-Control', 'no-store'],
  ['Content-Security-Policy', CONTENT_SECURITY_POLICY],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Referrer-Policy', 'no-referrer'],
  ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
]

/** Secure headers, and `no-store` unless a handler says otherwise. They are set before the handler runs, which is the cheap way. */
export const protect: MiddlewareHandler<GatewayEnv> = async (c, next) => {
  for (const [name, value] of HEADERS) c.header(name, value)
  await next()
}
