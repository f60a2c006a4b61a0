import type { Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { SourceHealth } from '../../schemas/source-health.ts'
import type { Clock } from '../ports.ts'
import type { SourceRecorder } from './events.ts'
import { newRecord, note, noteDrift, type SourceRecord } from './health-record.ts'
import { blameOf, emptyRate, stateOf } from './health-state.ts'
import type { Lanes } from './lane.ts'
import type { SourceSettings } from './settings.ts'

/** Health of the sources (API page, 5): told by the asks, shown by `GET /v1/sources`. */
export interface Board extends SourceRecorder {
  list(): readonly SourceHealth[]
  /** Null: no such source is registered. */
  get(id: string): SourceHealth | null
}

/** What the board is made of. */
export interface BoardDeps {
  readonly adapters: readonly Adapter[]
  readonly settings: (source: SourceId) => SourceSettings | null
  readonly lanes: Lanes
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
function liveOf(adapter: Adapter, record: SourceRecord, deps: BoardDeps): Live {
  const settings = deps.settings(adapter.id)
  if (!settings?.url) return UNCONFIGURED
  const { breaker, bulkhead, limit } = deps.lanes.of(adapter.id)
  const { ratePerSecond, timeoutMs, copySeconds } = settings
  const { copyLoadedAt } = record
  return {
    configured: true,
    breaker: breaker.state(),
    inFlight: bulkhead.inFlight(),
    queue: bulkhead.queued(),
    limits: { concurrency: limit.places(), ratePerSecond, timeoutMs },
    freshness: {
      promisedSeconds: adapter.delivery.kind === 'snapshot' ? (copySeconds ?? adapter.delivery.youngSeconds) : null,
      ageSeconds: copyLoadedAt === null ? null : Math.max(0, Math.round((deps.clock.now() - Date.parse(copyLoadedAt)) / 1000)),
    },
  }
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}

function healthOf(adapter: Adapter, record: SourceRecord, deps: BoardDeps): SourceHealth {
  const now = deps.clock.now()
  const live = liveOf(adapter, record, deps)
  const windows = { '5m': record.outcomes.counts(5, now), '1h': record.outcomes.counts(60, now), '24h': record.outcomes.counts(1440, now) }
  const latencyMs = record.latency.percentiles(now)
  const { lastFailureReason, drift } = record
  const { timeoutMs } = live.limits
  const seen = { counts: windows['5m'], breaker: live.breaker, p95: latencyMs.p95, timeoutMs }
  const state = live.configured ? stateOf(seen) : 'unknown'
  return {
    id: adapter.id,
    title: adapter.title,
    state,
    blame: blameOf(state, lastFailureReason),
    lastSuccessAt: instant(record.lastSuccessAt),
    lastFailureAt: instant(record.lastFailureAt),
    lastFailureReason,
    windows,
    latencyMs,
    emptyRate: { current: emptyRate(windows['5m']), baseline: emptyRate(windows['24h']) },
    drift,
    ...live,
    maintenance: [],
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
  const show = (adapter: Adapter) => healthOf(adapter, recordOf(adapter.id), deps)
  return {
    list: () => deps.adapters.map(show),
    get(id) {
      const adapter = deps.adapters.find((candidate) => candidate.id === id)
      return adapter ? show(adapter) : null
    },
    record: (status) => note(recordOf(status.source), status, deps.clock.now()),
    drift: (source, missing) => noteDrift(recordOf(source), missing, deps.clock.now()),
    usualMs: (source) => recordOf(source).latency.percentiles(deps.clock.now()).p50,
    copied(source, loadedAt) {
      recordOf(source).copyLoadedAt = loadedAt
    },
  }
}
