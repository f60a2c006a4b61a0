import { randomBytes } from 'node:crypto'
import { adapters } from '../../adapters/index.ts'
import { mockEnvironment } from '../../mocks/environment.ts'
import { createPretendGovernment, type Options, type PretendGovernment } from '../../mocks/host.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import { meetingCollector } from '../../src/cassettes/meeting-collector.ts'
import type { Mode } from '../../src/cassettes/mode.ts'
import { modeStore } from '../../src/cassettes/mode-store.ts'
import { modeTransport, type SourceMode } from '../../src/cassettes/modes.ts'
import { quietMetrics } from '../../src/cassettes/quiet.ts'
import { type CassetteStore, createRecorder } from '../../src/cassettes/recorder.ts'
import { recordingCollector } from '../../src/cassettes/recording-collector.ts'
import { createRedactor } from '../../src/cassettes/redactor.ts'
import { createReplay, type Replay } from '../../src/cassettes/replay.ts'
import { replayCase } from '../../src/cassettes/replay-case.ts'
import type { Compare } from '../../src/cassettes/transports.ts'
import { createLine, createStanding, type Ground } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import type { Clock, Log, LogFields } from '../../src/ports.ts'
import { fetchTransport } from '../../src/sources/http-fetch.ts'
import type { Store } from '../../src/store/store.ts'
import { memoryStore } from './memory-store.ts'

const ORIGIN = 'http://government.test'
export const TODAY = '2026-11-24'
/** Not a secret: the key of what is thrown away. */
export const KEY = new Uint8Array(32).fill(7)
const START = Date.parse(`${TODAY}T05:00:00Z`) - Date.now()
const clock: Clock = { now: () => Date.now() + START, monotonic: () => performance.now() }

/** The sources that deliver lists. */
export const LISTS: ReadonlySet<SourceId> = new Set(adapters.filter(({ delivery }) => delivery.kind === 'snapshot').map(({ id }) => id))

export interface RigOptions {
  readonly store: CassetteStore
  /** The mode of every source; `live` where none is given. */
  readonly mode: Mode
  readonly scenario?: string
  readonly government?: Options
  readonly replay?: Replay
  readonly compare?: Compare
  /** Of every source, milliseconds; as usual where none is given. */
  readonly timeoutMs?: number
  /** What an earlier run left; else nothing. */
  readonly data?: Store
  /** Whether what a replay gives is written into each cassette. */
  readonly expects?: boolean
}

export interface RecordingRig {
  readonly government: PretendGovernment
  readonly warned: LogFields[]
  readonly failures: unknown[]
  collect(claim: unknown, budgetMs?: number): Promise<Portfolio>
  refresh(id: string): Promise<void>
  /** Calls that reached the pretend government. */
  readonly called: string[]
  flush(): Promise<void>
}

/** The whole line over the pretend government in this process, every source in one mode. */
export function createRecordingRig({
  store,
  mode,
  scenario,
  government: options,
  replay,
  compare,
  data,
  expects,
  timeoutMs,
}: RigOptions): RecordingRig {
  const government = createPretendGovernment({ seed: 'journeys', today: TODAY, now: clock.now, slowMs: 20, ...options })
  const config = readConfig(
    mockEnvironment(ORIGIN),
    adapters.map(({ id }) => id),
  )
  const settings = config.sources.map((one) => ({ ...one.settings, pollMs: 200, timeoutMs: timeoutMs ?? one.settings.timeoutMs }))
  const [warned, failures, called]: [LogFields[], unknown[], string[]] = [[], [], []]
  const log: Log = { info: () => {}, warn: (fields) => warned.push(fields), error: (_f, _m, cause) => failures.push(cause) }
  const redactor = createRedactor(KEY, adapters)
  const recorder = createRecorder({
    ...{ store, redactor, now: clock.now, dropped: (source) => warned.push({ source, kind: 'dropped' }) },
    failed: (error) => failures.push(error),
    expected: expects ? async (one, lists) => (await replayCase([one, ...lists], { adapters })).portfolio as never : null,
  })
  const overFetch = fetchTransport((request) => government.fetch(request))
  const inner: Ground['transport'] = (request) => {
    called.push(request.url)
    return overFetch(request)
  }
  const sources: SourceMode[] = settings.map(({ id, url }) => ({ id, url: url ?? '', mode, scenario: scenario ?? null }))
  const recordings = replay ?? createReplay({ cassettes: [], redactor, lists: LISTS })
  const deps = { inner, log, recorder, replay: recordings, compare: compare ?? (() => {}) }
  const ground: Ground = {
    ...{ adapters, settings, clock, log, metrics: quietMetrics, shared: true, maxParallel: null },
    ...{ transport: modeTransport(sources, deps), random: () => 0, newId: () => crypto.randomUUID() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  }
  const kept = modeStore(data ?? memoryStore(), { sources, replay: recordings, now: clock.now })
  const line = createLine(ground, createStanding(ground), kept)
  const renewed = new Set(sources.filter((one) => one.mode === 'record').map(({ id }) => id))
  const recorded = recordingCollector(line.collector, { recorder, portfolios: kept.portfolios, renewed })
  const collector = replay ? meetingCollector(recorded, replay, kept.portfolios) : recorded
  const calling = { strict: false, idempotency: null }
  return {
    ...{ government, warned, failures, called, flush: recorder.flush },
    async collect(claim, budgetMs = 6000) {
      const collected = await collector.collect(PortfolioRequest.parse(claim), { ...calling, budgetMs })
      if (collected.state !== 'collected') throw new Error(collected.state)
      return collected.portfolio
    },
    async refresh(id) {
      await collector.refresh(id, null, { ...calling, budgetMs: 6000 })
    },
  }
}
