import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { Refusal } from '../problems/refusal.ts'
import { callerOf } from './allow.ts'

/** Counts the person of this request for its caller. 429 `rate-limited` with `Retry-After` where that is one too many; an operator sees it in the log. */
export function countRead(c: Context<GatewayEnv>, deps: Pick<Deps, 'reads' | 'log' | 'clock'>, person: string): void {
  const caller = callerOf(c)
  const waitMs = deps.reads.take(caller, person)
  if (waitMs === null) return
  deps.log.warn({ requestId: c.get('requestId'), role: caller.role, code: 'rate-limited' }, 'a caller has used up its read budget')
  throw new Refusal('rate-limited', { retryAfter: new Date(deps.clock.now() + waitMs).toISOString() })
}
