import type { SourceOutcome, Verdict } from '../schemas/source-outcome.ts'
import type { Adapter } from './adapter.ts'
import type { RawRecord, Teacher } from './source.ts'

/** One question for one source, as the plan makes it. `verdict` stands where the source is not to be asked. */
export interface Ask {
  readonly adapter: Adapter
  readonly teacher: Teacher
  readonly portfolioId: string
  readonly verdict: Verdict | null
}

/** What came of it: the public outcome, and the records where there are any. A failure is a value. */
export interface Outcome {
  readonly status: SourceOutcome
  readonly records: readonly RawRecord[]
}

/** Asks all at once within the caller's budget (milliseconds); never throws. One outcome per ask, in the same order. */
export type AskAll = (asks: readonly Ask[], budgetMs: number) => Promise<readonly Outcome[]>
