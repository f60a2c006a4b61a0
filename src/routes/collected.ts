import type { Context } from 'hono'
import type { Collected, CollectOptions, Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { once } from '../middleware/idempotency.ts'
import { readPreferences } from '../middleware/prefer.ts'
import { Refusal } from '../problems/refusal.ts'

function send(c: Context<GatewayEnv>, result: Collected): Response {
  if (result.state === 'not_found') throw new Refusal('not-found')
  // Nobody reads it; its key is free again.
  if (result.state === 'abandoned') {
    c.set('abandoned', true)
    throw new Refusal('overload')
  }
  if (result.state === 'incomplete') {
    throw new Refusal('portfolio.incomplete', { sources: [...result.sources], retryAfter: result.retryAfter })
  }
  c.header('ETag', result.etag)
  if (result.created) c.header('Location', `/v1/portfolios/${result.portfolio.id}`)
  return c.body(result.body, result.created ? 201 : 200, { 'Content-Type': 'application/json; charset=UTF-8' })
}

/** Runs a collection within the caller's `Prefer` and under its `Idempotency-Key`, and sends what came of it. */
export function sendCollected(
  c: Context<GatewayEnv>,
  deps: Deps,
  collect: (options: CollectOptions) => Promise<Collected>,
): Promise<Response> {
  const { waitMs, strict, applied } = readPreferences(c.req.header('prefer'))
  const budgetMs = waitMs ?? deps.deadlineMs
  return once(c, deps, budgetMs, async (idempotency) => {
    if (applied !== null) c.header('Preference-Applied', applied)
    return send(c, await collect({ budgetMs, strict, idempotency, signal: c.req.raw.signal }))
  })
}
