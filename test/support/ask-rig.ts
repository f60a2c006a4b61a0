import { z } from 'zod'
import type { Adapter, Ask, HttpCall, RawRecord, Received, Source, Teacher } from '../../adapters/adapter.ts'
import { checkDigit } from '../../schemas/identifiers.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock, Log, Metrics } from '../../src/ports.ts'
import { createActions } from '../../src/sources/actions.ts'
import { type AskDeps, createAskAll } from '../../src/sources/ask.ts'
import type { Bus } from '../../src/sources/bus.ts'
import { createCopyKeeper } from '../../src/sources/copy-keeper.ts'
import { createBrokenTags } from '../../src/sources/copy-load.ts'
import { createEvents } from '../../src/sources/events.ts'
import type { Run } from '../../src/sources/failure.ts'
import { createSourceBoard } from '../../src/sources/health.ts'
import { createInboxDesk } from '../../src/sources/inbox.ts'
import { createLanes } from '../../src/sources/lane.ts'
import { readPages } from '../../src/sources/pages.ts'
import { createProber } from '../../src/sources/prober.ts'
import { createRecallAll } from '../../src/sources/recall.ts'
import { createSessionKeeper } from '../../src/sources/session.ts'
import type { SourceSettings } from '../../src/sources/settings.ts'
import { createShapes } from '../../src/sources/shapes.ts'
import { memoryCopies, memoryInbox } from '../../src/store/memory.ts'

/** An invented person number: born in the 1800s, by a serial number. */
export function invented(serial: number, start = '010203'): string {
  for (let next = serial; ; next++) {
    const eleven = `${start}1${String(next).padStart(4, '0')}`
    const check = checkDigit(eleven)
    if (check !== null) return `${eleven}${check}`
  }
}

/** The clocks of the process, which fake timers replace. */
export const processClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** What one call answers; it gets the signal of its attempt. */
export type Script = (call: HttpCall, signal: AbortSignal) => Promise<unknown>

/** A source that is configured, as most are. */
export const SETTINGS: SourceSettings = {
  id: 'diplomas',
  url: 'http://127.0.0.1:1/diplomas',
  user: '',
  password: '',
  token: '',
  timeoutMs: 5000,
  concurrency: 12,
  ratePerSecond: null,
  consent: 'optional',
  successCodes: [],
  sign: 'none',
  signKey: null,
  signCert: null,
  verifyCert: null,
  ncanodeUrl: null,
  pollMs: 300,
  copySeconds: null,
  probeSeconds: 0,
  maintenance: [],
}

/** A teacher asked about. */
export function teacher(change: Partial<Teacher> = {}): Teacher {
  return {
    iin: invented(1),
    organisationBin: '000140000002',
    region: '19',
    names: null,
    birthDate: null,
    schoolYears: { from: 2022, to: 2024 },
    today: '2026-11-24',
    caseId: 'case-1',
    consent: null,
    ...change,
  }
}

let exchanges = 0
/** One raw record carried by an exchange of its own. */
export function record(value: unknown, iin: string | null = null): RawRecord {
  exchanges++
  return {
    value,
    iin,
    exchange: { id: `ex_${exchanges}`, at: '2026-11-24T00:00:00.000Z', payloadHash: '00', signature: 'absent' },
  }
}

/** An adapter with one key in its baseline; by default it pulls the body of one call as its list of records. */
export function adapterOf(change: Partial<Adapter> = {}): Adapter {
  return {
    id: 'diplomas',
    version: '1',
    title: { kk: 'Дипломдар', ru: 'Дипломы', en: 'Diplomas' },
    fills: ['education'],
    service: 'SERVICE',
    access: { kind: 'none' },
    wire: z.unknown(),
    baseline: ['number'],
    personal: {},
    delivery: {
      kind: 'pull',
      fetch: async (_, source) => ({ records: (await source.json({ method: 'GET', path: '/' })).body as RawRecord[] }),
    },
    normalise: () => [],
    ...change,
  }
}

/** An ask of this adapter. */
export function askOf(adapter: Adapter, change: Partial<Ask> = {}): Ask {
  return { adapter, teacher: teacher(), portfolioId: 'pf_1', verdict: null, ...change }
}

function scripted(script: Script, run: Run, noted: (exchangeId: string) => void): Source {
  const received = <Body>(body: unknown): Received<Body> => {
    const { exchange } = record(null)
    noted(exchange.id)
    return { body: body as Body, status: 200, exchange }
  }
  const call = <Body>(request: HttpCall) => run(async (signal) => received<Body>(await script(request, signal)))
  const shep = () => Promise.reject(new Error('not scripted'))
  const table = () => {
    throw new Error('not scripted')
  }
  return { json: call, text: call, bytes: call, shep, table, pages: (paging) => readPages(call, paging) }
}

/** What was counted and logged. */
function witness() {
  const seen: string[] = []
  const metrics: Metrics = {
    sourceAsked: (source, outcome, reason) => seen.push(`asked ${source} ${outcome} ${reason}`),
    retried: (source, reason) => seen.push(`retried ${source} ${reason}`),
    event: (source, kind) => seen.push(`event ${source} ${kind}`),
    probed: (source, outcome, reason) => seen.push(`probed ${source} ${outcome} ${reason}`),
    requestServed: () => {},
    render: async () => '',
  }
  const line = (fields: unknown) => seen.push(`log ${JSON.stringify(fields)}`)
  const log: Log = { info: line, warn: line, error: line }
  return { seen, metrics, log }
}

/** What a test changes of the rig. */
export interface RigOptions {
  readonly script?: Script
  readonly bus?: Bus
  readonly settings?: Partial<SourceSettings>
  readonly adapters?: readonly Adapter[]
  readonly shared?: boolean
  readonly maxParallel?: number
  /** Askers leave the lists of the schedule to the keeper, as on Node. */
  readonly keepsLists?: true
  readonly random?: () => number
  /** The store of another process that runs beside it; default: one of its own. */
  readonly copies?: ReturnType<typeof memoryCopies>
}

/** The policy of asking over scripted sources and stores in memory. */
export function createRig(options: RigOptions = {}) {
  const { seen, metrics, log } = witness()
  const [clock, random, shared] = [processClock, options.random ?? (() => 0.5), options.shared ?? true]
  const settings = (id: SourceId): SourceSettings => ({ ...SETTINGS, id, ...options.settings })
  const actions = createActions(clock)
  actions.take([])
  const lanes = createLanes({ settings, actions, clock, random, shared })
  const adapters = options.adapters ?? [adapterOf()]
  const shapes = createShapes(clock)
  const board = createSourceBoard({ adapters, settings, lanes, shapes, actions, clock, scope: 'process' })
  const events = createEvents({ log, metrics, shapes, actions })
  const [inboxStore, copies] = [memoryInbox(clock.now), options.copies ?? memoryCopies(clock.now)]
  let ids = 0
  const bus = options.bus
  const desk = createInboxDesk({
    ...{ store: inboxStore, lanes, settings, clock, random, metrics, events, shared },
    newId: () => `corr-${++ids}`,
    bindBus: (_, __, run) => ({
      send: (call, id) => run(async () => bus?.send(call, id)),
      take: (service, amount) => run(async () => (await bus?.take(service, amount)) ?? []),
      acknowledge: (id, service) => run(async () => bus?.acknowledge(id, service)),
    }),
  })
  const script = options.script ?? (async () => [])
  const bind: AskDeps['bind'] = (_, __, run, noted) => scripted(script, run, noted)
  const policy = {
    settings,
    lanes,
    actions,
    board,
    events,
    metrics,
    clock,
    random,
    broken: createBrokenTags(clock),
    today: () => '2026-11-24',
    bind,
  }
  const keeper = createCopyKeeper({ ...policy, store: copies, adapters, log })
  const asking = { copies, inbox: desk, shared, maxParallel: options.maxParallel ?? null, keeper: options.keepsLists ? keeper : null }
  const askAll = createAskAll({ ...policy, ...asking })
  const prober = createProber({ ...policy, adapters, desk, sessions: createSessionKeeper(clock, shared), times: new Map() })
  const recallAll = createRecallAll({ settings, inbox: desk, events, clock })
  return { askAll, keeper, prober, recallAll, desk, board, lanes, copies, inboxStore, seen, log, adapters, events, shapes, actions }
}
