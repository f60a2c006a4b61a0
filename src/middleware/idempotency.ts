import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { Refusal } from '../problems/refusal.ts'
import type { IdempotencyKey, KeptAnswer } from '../store/store.ts'
import { callerOf } from './allow.ts'
import { routePattern } from './route-pattern.ts'

const VISIBLE_ASCII = /^[\x21-\x7e]*$/
const LONGEST_KEY = 255
/** How long a reservation outlives the budget of its request. */
const GRACE_MS = 10_000

/** The caller's key on this route, null where it gave none; 422 for one that is no key. */
function keyOf(c: Context<GatewayEnv>): IdempotencyKey | null {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return null
  const pointer = '/Idempotency-Key'
  if (key.length > LONGEST_KEY) throw new Refusal('validation.failed', { errors: [{ pointer, code: 'too_long' }] })
  if (key === '' || !VISIBLE_ASCII.test(key)) throw new Refusal('validation.failed', { errors: [{ pointer, code: 'type' }] })
  return { actor: callerOf(c).sub, route: `${c.req.method} ${routePattern(c)}`, key }
}

/** SHA-256 of the path and the bytes of the body: the same body for another portfolio is another request. */
async function fingerprint(c: Context<GatewayEnv>): Promise<string> {
  const path = new TextEncoder().encode(`${c.req.path}\n`)
  const body = c.get('bodyBytes')
  const bytes = new Uint8Array(path.length + body.length)
  bytes.set(path)
  bytes.set(body, path.length)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function replay(c: Context<GatewayEnv>, { status, headers, body }: KeptAnswer): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  c.header('Idempotent-Replayed', 'true')
  return c.body(body, status === 201 ? 201 : 200)
}

/**
 * Runs a POST at most once for each `Idempotency-Key` (72 h): the answer of 2xx is kept by what stores the effect, under the key
 * that `run` is given; any other end frees the key. 422 `idempotency.mismatch`, 409 `idempotency.running`.
 */
export async function once(
  c: Context<GatewayEnv>,
  deps: Deps,
  budgetMs: number,
  run: (key: IdempotencyKey | null) => Promise<Response>,
): Promise<Response> {
  const key = keyOf(c)
  if (!key) return run(null)
  const reservation = await deps.store.idempotency.reserve(key, await fingerprint(c), budgetMs + GRACE_MS)
  if (reservation.state === 'mismatch') throw new Refusal('idempotency.mismatch')
  if (reservation.state === 'running') throw new Refusal('idempotency.running')
  if (reservation.state === 'done') return replay(c, reservation.answer)
  try {
    return await run(key)
  } catch (cause) {
    await deps.store.idempotency.release(key).catch(() => {
      // The lease frees it; what ended the request is the news.
      deps.log.warn({ requestId: c.get('requestId'), code: 'idempotency.release' }, 'a reservation could not be freed')
    })
    throw cause
  }
}
