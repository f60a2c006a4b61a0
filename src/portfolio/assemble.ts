import type { Adapter, AskAll } from '../../adapters/adapter.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import { findGaps } from './gaps.ts'
import type { Held } from './held.ts'
import { merge } from './merge.ts'
import { normalise } from './normalise.ts'
import { plan } from './plan.ts'
import { respond } from './respond.ts'

export interface AssembleInput {
  readonly request: PortfolioRequest
  readonly portfolioId: string
  /** The day of the request in Asia/Almaty, `yyyy-MM-dd`. */
  readonly today: string
  readonly now: () => string
  readonly budgetMs: number
  /** What earlier collections gave; null for the first. */
  readonly held: Held | null
  /** The sources to ask; null: all that are needed. Everything else is taken over from `held`. */
  readonly only: readonly SourceId[] | null
}
export interface AssembleDeps {
  readonly adapters: readonly Adapter[]
  readonly configured: (source: SourceId) => boolean
  readonly askAll: AskAll
}
export type Assembled = { readonly portfolio: Portfolio; readonly held: Held }

/** The straight line: request → plan → ask → normalise → merge → gaps → respond. The version is 0 until it is stored. */
export async function assemble(input: AssembleInput, deps: AssembleDeps): Promise<Assembled> {
  const planned = plan(input, deps)
  const outcomes = await deps.askAll(planned.asks, input.budgetMs)
  const held = normalise(planned, outcomes, input)
  const merged = merge(planned, held)
  const gaps = findGaps(planned, merged, held)
  return { portfolio: respond(planned, gaps, held), held }
}
