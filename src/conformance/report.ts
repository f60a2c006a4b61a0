import type { SourceId } from '../../schemas/section.ts'
import type { Bench } from './bench.ts'
import type { Finding } from './finding.ts'
import { PROMISE_IDS, PROMISES, type PromiseId } from './promises.ts'
import { survey } from './survey.ts'

/** What was found of one server. */
export interface Report {
  readonly source: SourceId
  /** False where it answered nothing at all. */
  readonly reached: boolean
  readonly promises: readonly (Finding & { readonly id: PromiseId })[]
  readonly counts: Readonly<Record<Finding['state'], number>>
  /** Kept among those that could be looked at, 0 to 1; null: none could. */
  readonly score: number | null
  /** Looked at among those that the server gives, 0 to 1: how much the score says. */
  readonly index: number
}

/** Score and index as Microcks counts them. */
function reportOf(source: SourceId, reached: boolean, promises: Report['promises']): Report {
  const count = (state: Finding['state']) => promises.filter((one) => one.state === state).length
  const counts = {
    kept: count('kept'),
    broken: count('broken'),
    not_applicable: count('not_applicable'),
    not_checked: count('not_checked'),
  }
  const looked = counts.kept + counts.broken
  return {
    source,
    reached,
    promises,
    counts,
    score: looked === 0 ? null : counts.kept / looked,
    index: looked / Math.max(1, looked + counts.not_checked),
  }
}

/** Looks at a server and judges every promise. What a server does is a value; throws errors of our own. */
export async function checkConformance(bench: Bench): Promise<Report> {
  const seen = await survey(bench)
  const { known, nobody, provoked } = seen
  const reached = [...nobody.seen, ...(known?.seen ?? []), provoked.credentials?.seen ?? null].some((one) => one !== null)
  return reportOf(
    bench.adapter.id,
    reached,
    PROMISE_IDS.map((id) => ({ id, ...PROMISES[id].check(seen) })),
  )
}
