import type { Context } from 'hono'
import type { Caller, Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { callerOf } from '../middleware/allow.ts'
import { countRead } from '../middleware/read-budget.ts'
import { Refusal } from '../problems/refusal.ts'
import type { PortfolioStore } from '../store/store.ts'

/** Who may read portfolios (API page, 2 and 3). */
export const READERS = ['platform', 'teacher', 'responsible_person'] as const satisfies readonly Caller['role'][]

const PORTFOLIO_ID = /^pf_[A-Za-z0-9_-]{1,64}$/

/** The portfolio id of the path; anything that cannot be one is not found. */
export function portfolioId(c: Context<GatewayEnv>): string {
  const id = c.req.param('id') ?? ''
  if (!PORTFOLIO_ID.test(id)) throw new Refusal('not-found')
  return id
}

async function mayRead(caller: Caller, id: string, portfolios: PortfolioStore): Promise<boolean> {
  if (caller.role === 'platform') return true
  const owner = await portfolios.owner(id)
  if (!owner) return false
  if (caller.role === 'teacher') return caller.iin !== null && owner.isAbout(caller.iin)
  return caller.role === 'responsible_person' && caller.org !== null && caller.org === owner.organisationBin
}

/** The portfolio id of the path, for whoever may read it and has not read of too many; not yours is not there: the same 404. */
export async function readableId(c: Context<GatewayEnv>, deps: Deps): Promise<string> {
  const id = portfolioId(c)
  if (!(await mayRead(callerOf(c), id, deps.store.portfolios))) throw new Refusal('not-found')
  countRead(c, deps, id)
  return id
}
