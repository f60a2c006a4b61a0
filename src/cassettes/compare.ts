import type { SourceId } from '../../schemas/section.ts'
import type { Log } from '../ports.ts'
import { type Difference, differences } from './difference.ts'
import type { Ignored } from './ignore.ts'
import type { Redactor } from './redactor.ts'
import type { Compare } from './transports.ts'

/** A line of the report: one question whose answer is another one now. Everything in it is redacted. */
export interface Report {
  readonly at: string
  readonly source: SourceId
  readonly method: string
  readonly path: string
  readonly differences: readonly Difference[]
}

/** What comparing is made of. */
export interface CompareDeps {
  readonly redactor: Redactor
  readonly ignored: Ignored
  readonly log: Log
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly report: (report: Report) => void
}

/** So many places stand in the log; the report has them all. */
const MOST_LOGGED = 5

/** Tells what differs, to the log by its places alone, to the report with redacted values. */
export function createCompare({ redactor, ignored, log, now, report }: CompareDeps): Compare {
  return ({ id }, request, real, recorded) => {
    if (!recorded.found) {
      log.warn(
        { source: id, kind: 'not_recorded', differs: recorded.nearest?.places.join(', ') ?? null },
        'nothing to compare the answer with',
      )
      return
    }
    const at = new Date(now()).toISOString()
    const redacted = redactor.exchange({ source: id, at, request, answer: real })
    const found = differences(id, recorded.answer, redacted.answer, ignored)
    if (found.length === 0) return
    const differs = found
      .slice(0, MOST_LOGGED)
      .map(({ path }) => path)
      .join(', ')
    log.warn({ source: id, kind: 'answer_differs', count: found.length, differs }, 'the answer differs from the recorded one')
    const { method, path } = redacted.request
    report({ at, source: id, method, path, differences: found })
  }
}
