import type { Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import type { Log, LogFields, Metrics } from '../ports.ts'
import type { Actions } from './actions.ts'
import type { Noted } from './shape-findings.ts'
import type { Shapes, ShapeWatch } from './shapes.ts'

/** What the board of the sources is told; `health.ts` implements it. */
export interface SourceRecorder {
  record(status: SourceOutcome): void
  /** The age of the copy from which was answered. */
  copied(source: SourceId, loadedAt: string): void
  /** Half of its answers took longer, milliseconds; null: too few to tell. */
  usualMs(source: SourceId): number | null
}

/** A change of shape: breaking, to be looked at, or of what nobody reads. */
type DriftEventKind = 'drift' | 'drift_warning' | 'drift_info'

/** Things that an operator must hear of: counts and keys of the wire, never values. */
export type EventKind =
  | 'foreign_record'
  | 'unreadable_record'
  | DriftEventKind
  | 'message_quarantined'
  | 'poll_failed'
  | 'copy_failed'
  | 'probe_failed'
  | 'clock_skew'
  | 'defect'

/** Where the asking tells what an operator must hear of. */
export interface SourceEvents {
  happened(source: SourceId, kind: EventKind, fields?: LogFields): void
  /** An error of our own: reduced to its class by the log. */
  defect(source: SourceId, cause: unknown): void
  /** Compares a reply with the baseline of its source. */
  shape(adapter: Adapter): ShapeWatch
}

const DRIFT_KINDS = { breaking: 'drift', warning: 'drift_warning', info: 'drift_info' } as const

/** What events are made of. */
export interface EventDeps {
  readonly log: Log
  readonly metrics: Metrics
  readonly shapes: Pick<Shapes, 'begin'>
  readonly actions: Pick<Actions, 'of'>
}

/** Events go to the log and the metrics; changes of shape also to the baseline, which the board shows. Those of a muted source say so, for whoever alerts. */
export function createEvents({ log, metrics, shapes, actions }: EventDeps): SourceEvents {
  const mark = (source: SourceId) => (actions.of(source).mute ? { muted: true } : {})
  const happened = (source: SourceId, kind: EventKind, fields: LogFields = {}) => {
    metrics.event(source, kind)
    log.warn({ source, kind, ...fields, ...mark(source) }, 'source event')
  }
  /** A breaking change is told each time, as long as it takes answers away; what is only to be looked at once, when it begins. */
  const drifted = (source: SourceId, { finding, isNew }: Noted) => {
    const { field, kind, severity, looksLike } = finding
    if (severity !== 'breaking' && !isNew) return
    const like = looksLike === null ? {} : { looksLike }
    happened(source, DRIFT_KINDS[severity], { field, ...(kind === 'missing' ? {} : { change: kind }), ...like })
  }
  return {
    happened,
    defect(source, cause) {
      metrics.event(source, 'defect')
      log.error({ source, kind: 'defect', ...mark(source) }, 'error while asking a source', cause)
    },
    shape: (adapter) => shapes.begin(adapter, (noted) => drifted(adapter.id, noted)),
  }
}
