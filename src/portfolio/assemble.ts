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

/** One collection as the collector asks for it; `today` is the day in Asia/Almaty, `yyyy-MM-dd`. */
export interface AssembleInput {
  readonly request: PortfolioRequest
  readonly portfolioId: string
  readonly today: string
  readonly now: () => string
  readonly budgetMs: number
  readonly held: Held | null
  /** The sources to ask; null: all that are needed. Everything else is taken over from `held` (null: nothing yet). */
  readonly only: readonly SourceId[] | null
}
/** What the line needs beside its input. */
export interface AssembleDeps {
  readonly adapters: readonly Adapter[]
  readonly configured: (source: SourceId) => boolean
  readonly askAll: AskAll
}
/** The body (version 0 until it is stored) and what a later refresh takes over. */
export type Assembled = { readonly portfolio: Portfolio; readonly held: Held }

/** The straight line: request → plan → ask → normalise → merge → gaps → respond. What each stage made goes along for whoever looks. */
export async function assemble(request: AssembleInput, deps: AssembleDeps) {
  const planned = plan(request, deps)
  const outcomes = await deps.askAll(planned.asks, request.budgetMs)
  const held = normalise(planned, outcomes, request)
  const merged = merge(planned, held)
  const gaps = findGaps(merged, held)
  return { portfolio: respond(merged, gaps, held), held, planned, outcomes, merged, gaps }
}
