import type { SourceId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import type { Log, LogFields, Metrics } from '../ports.ts'

/** What the board of the sources is told; `health.ts` implements it. */
export interface SourceRecorder {
  record(status: SourceOutcome): void
  /** The baseline keys that a reply lacked; none: the reply had them all. */
  drift(source: SourceId, missing: readonly string[]): void
  /** The age of the copy from which was answered. */
  copied(source: SourceId, loadedAt: string): void
  /** Half of its answers took longer, milliseconds; null: too few to tell. */
  usualMs(source: SourceId): number | null
}

/** Things that an operator must hear of: counts and keys of the wire, never values. */
export type EventKind = 'foreign_record' | 'unreadable_record' | 'drift' | 'message_quarantined' | 'poll_failed' | 'copy_failed' | 'defect'

/** Where the asking tells what an operator must hear of. */
export interface SourceEvents {
  happened(source: SourceId, kind: EventKind, fields?: LogFields): void
  /** An error of our own: reduced to its class by the log. */
  defect(source: SourceId, cause: unknown): void
  baseline(source: SourceId, missing: readonly string[]): void
}

/** Events go to the log, the metrics and the board. */
export function createEvents(deps: { readonly log: Log; readonly metrics: Metrics; readonly board: SourceRecorder }): SourceEvents {
  const happened = (source: SourceId, kind: EventKind, fields: LogFields = {}) => {
    deps.metrics.event(source, kind)
    deps.log.warn({ source, kind, ...fields }, 'source event')
  }
  return {
    happened,
    defect(source, cause) {
      deps.metrics.event(source, 'defect')
      deps.log.error({ source, kind: 'defect' }, 'error while asking a source', cause)
    },
    baseline(source, missing) {
      deps.board.drift(source, missing)
      for (const field of missing) happened(source, 'drift', { field })
    },
  }
}
