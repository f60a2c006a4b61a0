import type { Outcome } from '../../adapters/adapter.ts'
import type { Assembled, AssembleInput } from '../../src/portfolio/assemble.ts'
import { type Findings, findGaps } from '../../src/portfolio/gaps.ts'
import { type Merged, merge } from '../../src/portfolio/merge.ts'
import { normalise } from '../../src/portfolio/normalise.ts'
import { plan } from '../../src/portfolio/plan.ts'
import { respond } from '../../src/portfolio/respond.ts'
import { ALL, claim, type LineOptions, NOW, outcomeOf, TODAY } from './line.ts'

/** All that the stages of the line made, one after the other. */
export interface Stages extends Assembled {
  readonly merged: Merged
  readonly findings: Findings
}

/** The stages of the line but the asking, at once: for properties, which are tried thousands of times. */
export function lineNow({
  request = claim(),
  said = {},
  adapters = ALL,
  held = null,
  only = null,
  today = TODAY,
}: LineOptions = {}): Stages {
  const input: AssembleInput = { request, portfolioId: 'pf_test', today, now: () => NOW, budgetMs: 1000, held, only }
  const planned = plan(input, { adapters, configured: () => true, askAll: async () => [] })
  const outcomes: Outcome[] = planned.asks.map(({ adapter, verdict }) => outcomeOf(adapter.id, verdict ?? said[adapter.id] ?? []))
  const now = normalise(planned, outcomes, input)
  const merged = merge(planned, now)
  const findings = findGaps(merged, now)
  return { portfolio: respond(merged, findings, now), held: now, merged, findings }
}
