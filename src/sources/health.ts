import type { Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { SourceHealth } from '../../schemas/source-health.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { Clock } from '../ports.ts'
import type { Actions, InForce } from './actions.ts'
import { isClosed } from './breaker.ts'
import type { SourceRecorder } from './events.ts'
import { actionsShown } from './health-actions.ts'
import { newRecord, note, noteProbe, type SourceRecord } from './health-record.ts'
import { blameOf, emptyRates, stateOf } from './health-state.ts'
import type { Lanes } from './lane.ts'
import { announcedAt } from './maintenance.ts'
import type { SourceSettings } from './settings.ts'
import type { Shapes } from './shapes.ts'

/** Health of the sources (API page, 5): told by the asks, shown by `GET /v1/sources`. */
export interface Board extends SourceRecorder {
  list(): readonly SourceHealth[]
  /** Null: no such source is registered. `inForce`: as if this were what operators have ordered. */
  get(id: string, inForce?: InForce): SourceHealth | null
  /** When a call of an ask was told last, on the monotonic clock; null: never. */
  calledAt(source: SourceId): number | null
  /** What a probe came to; null: the source is there. */
  probed(source: SourceId, failure: Verdict | null): void
  /** Probes that failed in a row since the source was last heard of. */
  failedProbes(source: SourceId): number
}

/** What the board is made of. */
export interface BoardDeps {
  readonly adapters: readonly Adapter[]
  readonly settings: (source: SourceId) => SourceSettings | null
  readonly lanes: Lanes
  readonly shapes: Pick<Shapes, 'drift'>
  readonly actions: Pick<Actions, 'of'>
  readonly clock: Clock
  /** What the figures cover: this process, or one isolate on Workers. */
  readonly scope: SourceHealth['scope']
}

type Live = Pick<SourceHealth, 'breaker' | 'inFlight' | 'queue' | 'limits' | 'freshness' | 'configured'>
const UNCONFIGURED: Live = {
  configured: false,
  breaker: 'closed',
  inFlight: 0,
  queue: 0,
  limits: { concurrency: 0, ratePerSecond: null, timeoutMs: 0 },
  freshness: { promisedSeconds: null, ageSeconds: null },
}

/** What is true of the source at this moment, apart from what was seen. */
function liveOf(adapter: Adapter, record: SourceRecord, deps: BoardDeps, inForce: InForce): Live {
  const settings = deps.settings(adapter.id)
  if (!settings?.url) return UNCONFIGURED
  const { breaker, bulkhead, limit } = deps.lanes.of(adapter.id)
  const { ratePerSecond, timeoutMs, copySeconds } = settings
  const { copyLoadedAt } = record
  return {
    configured: true,
    breaker: breaker.state(inForce),
    inFlight: bulkhead.inFlight(),
    queue: bulkhead.queued(),
    limits: { concurrency: limit.places(), ratePerSecond, timeoutMs },
    freshness: {
      promisedSeconds: adapter.delivery.kind === 'snapshot' ? (copySeconds ?? adapter.delivery.youngSeconds) : null,
      ageSeconds: copyLoadedAt === null ? null : Math.max(0, Math.round((deps.clock.now() - Date.parse(copyLoadedAt)) / 1000)),
    },
  }
}

/** Lists of a schedule have to be young though nobody asks. */
function isScheduled({ delivery }: Adapter): boolean {
  return delivery.kind === 'snapshot' && delivery.renewed === 'by_schedule'
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}

function healthOf(adapter: Adapter, record: SourceRecord, deps: BoardDeps, inForce: InForce): SourceHealth {
  const now = deps.clock.now()
  const live = liveOf(adapter, record, deps, inForce)
  const windows = { '5m': record.outcomes.counts(5, now), '1h': record.outcomes.counts(60, now), '24h': record.outcomes.counts(1440, now) }
  const latencyMs = record.latency.percentiles(now)
  const { lastFailureReason } = record
  const { timeoutMs } = live.limits
  const planned = announcedAt(deps.settings(adapter.id)?.maintenance ?? [], inForce, now)
  const seen = {
    ...{ counts: windows['5m'], before: windows['24h'], breaker: live.breaker, p95: latencyMs.p95, timeoutMs },
    ...{
      freshness: isScheduled(adapter) ? live.freshness : null,
      isAnnounced: (planned[0]?.from ?? now + 1) <= now,
      isPaused: inForce.pause !== null,
      probed: record.probed,
    },
  }
  const state = live.configured ? stateOf(seen) : 'unknown'
  return {
    id: adapter.id,
    title: adapter.title,
    state,
    blame: blameOf({ state, breaker: live.breaker, lastFailureReason }),
    lastSuccessAt: instant(record.lastSuccessAt),
    lastFailureAt: instant(record.lastFailureAt),
    lastFailureReason,
    windows,
    latencyMs,
    emptyRate: emptyRates(windows['5m'], windows['24h']),
    drift: deps.shapes.drift(adapter.id),
    ...live,
    maintenance: planned.map((work) => ({ ...work, from: new Date(work.from).toISOString(), to: new Date(work.to).toISOString() })),
    actions: actionsShown(inForce),
    owner: null,
    affects: [...adapter.fills],
    scope: deps.scope,
  }
}

/** The board of the registered sources; bounded in memory whatever the traffic. */
export function createSourceBoard(deps: BoardDeps): Board {
  const records = new Map<SourceId, SourceRecord>()
  const recordOf = (source: SourceId) => {
    const record = records.get(source) ?? newRecord()
    records.set(source, record)
    return record
  }
  const show = (adapter: Adapter, inForce = deps.actions.of(adapter.id)) => healthOf(adapter, recordOf(adapter.id), deps, inForce)
  return {
    list: () => deps.adapters.map((adapter) => show(adapter)),
    get(id, inForce) {
      const adapter = deps.adapters.find((candidate) => candidate.id === id)
      return adapter ? show(adapter, inForce) : null
    },
    record(status) {
      // Refused by the hand of an operator: no news of the source.
      if (status.reason === 'breaker_open' && deps.actions.of(status.source).breaker?.state === 'open') return
      const record = recordOf(status.source)
      note(record, status, deps.clock.now())
      if (status.attempts > 0) record.calledAt = deps.clock.monotonic()
    },
    calledAt: (source) => recordOf(source).calledAt,
    probed: (source, failure) => noteProbe(recordOf(source), failure, !isClosed(deps.lanes.of(source).breaker.state()), deps.clock.now()),
    failedProbes: (source) => recordOf(source).probed.failures,
    usualMs: (source) => recordOf(source).latency.percentiles(deps.clock.now()).p50,
    copied(source, loadedAt) {
      recordOf(source).copyLoadedAt = loadedAt
    },
  }
}
