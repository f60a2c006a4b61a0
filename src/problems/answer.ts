import type { Context } from 'hono'
import type { Problem, ProblemCode } from '../../schemas/problem.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { problemKind } from './catalogue.ts'
import type { RefusalOptions } from './refusal.ts'

/** Whole seconds from now until a point of time, at least one; five where it is not known. */
function secondsUntil(point: string | null | undefined, now: number): number {
  const left = point ? (Date.parse(point) - now) / 1000 : Number.NaN
  return Number.isFinite(left) ? Math.max(1, Math.ceil(left)) : 5
}

/** The answer of a problem (RFC 9457) in the caller's language. `now`: milliseconds since 1970, for `Retry-After`. */
export function problemAnswer(c: Context<GatewayEnv>, code: ProblemCode, options: RefusalOptions, now: number): Response {
  const { status, retryable, title, detail } = problemKind(code)
  const language = c.get('language')
  const traceId = c.get('requestId')
  const problem: Problem = {
    type: `/problems/${code}`,
    code,
    status,
    title: title[language],
    detail: detail[language],
    instance: `urn:request:${traceId}`,
    traceId,
    retryable,
    ...(options.retryAfter ? { retryAfter: options.retryAfter } : {}),
    ...(options.sources ? { sources: options.sources } : {}),
    ...(options.errors ? { errors: options.errors } : {}),
  }
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json', ...options.headers }
  if (retryable && status !== 500) headers['Retry-After'] = String(secondsUntil(options.retryAfter, now))
  return c.body(JSON.stringify(problem), status, headers)
}
