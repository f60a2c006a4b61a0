import type { Access, Adapter } from '../adapters/adapter.ts'
import type { SourceId } from '../schemas/section.ts'
import type { SourceOutcome } from '../schemas/source-outcome.ts'
import { almatyDay } from './almaty-day.ts'
import { createCollector } from './collect.ts'
import type { Collector } from './deps.ts'
import { readAhead } from './portfolio/normalise.ts'
import type { Clock, Log, Metrics, Transport } from './ports.ts'
import { type ActionBook, createActionBook } from './sources/action-book.ts'
import { type Actions, createActions } from './sources/actions.ts'
import { type AskDeps, createAskAll } from './sources/ask.ts'
import { bindSource } from './sources/bind.ts'
import { bindBus } from './sources/bind-bus.ts'
import { type CopyKeeper, createCopyKeeper } from './sources/copy-keeper.ts'
import { type BrokenTags, createBrokenTags } from './sources/copy-load.ts'
import { createEvents, type SourceEvents } from './sources/events.ts'
import type { Run } from './sources/failure.ts'
import { type Board, createSourceBoard } from './sources/health.ts'
import { createInboxDesk, type InboxDesk } from './sources/inbox.ts'
import { createLanes, type Lanes } from './sources/lane.ts'
import { createParsedCache, type ParsedCache } from './sources/parsed-cache.ts'
import { createProber, type Prober, type ProbeTimes } from './sources/prober.ts'
import { createRecallAll } from './sources/recall.ts'
import { createSessionKeeper, type SessionKeeper } from './sources/session.ts'
import type { SourceSettings } from './sources/settings.ts'
import { type BookStand, createShapeBook, type ShapeBook } from './sources/shape-book.ts'
import { createShapes, type Shapes } from './sources/shapes.ts'
import { noSigner, type SoapSigner } from './sources/signer.ts'
import { ncanodeSigner } from './sources/signer-ncanode.ts'
import { rsaSigner } from './sources/signer-rsa.ts'
import { createSkewWatch, type Heard } from './sources/skew.ts'
import { checksHere, type SignatureChecks } from './sources/xml-signature.ts'
import type { Store } from './store/store.ts'
import { followedInTurn, noTurns, type Turn } from './turns.ts'

/** What an entry brings: clients, clocks and settings of its runtime. */
export interface Ground {
  readonly adapters: readonly Adapter[]
  readonly settings: readonly SourceSettings[]
  readonly transport: Transport
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  /** From 0 up to 1. */
  readonly random: () => number
  readonly randomHex: (bytes: number) => string
  /** A UUID. */
  readonly newId: () => string
  /** True where promises may be shared between requests: one process on Node, never on Workers. */
  readonly shared: boolean
  /** Calls in flight over all sources of one request; null: no bound. */
  readonly maxParallel: number | null
  /** True where this process keeps the lists of the schedule all the time: askers then leave their loading to the keeper. */
  readonly keepsLists?: true
  /** Told when a source that is well has no room for a call. */
  readonly crowded?: () => void
  /** Before a piece of work that holds the thread for some milliseconds; without it such work begins at once. */
  readonly turn?: Turn
  /** Without it signatures are checked in this thread. */
  readonly checks?: SignatureChecks
}

/** What lasts between requests: breakers, health, session tokens, parsed bodies. Numbers and text only, so an isolate may keep it. */
export interface Standing {
  readonly lanes: Lanes
  readonly board: Board
  readonly events: SourceEvents
  readonly sessions: SessionKeeper
  readonly parsed: ParsedCache
  readonly broken: BrokenTags
  readonly shapes: Shapes
  readonly actions: Actions
  readonly book: BookStand
  readonly probeTimes: ProbeTimes
  readonly heard: (source: SourceId) => Heard
  readonly signers: ReadonlyMap<SourceId, SoapSigner>
  readonly settings: (source: SourceId) => SourceSettings | null
}

/** The line of one process (Node) or of one request (Workers), on its store. */
export interface Line {
  readonly collector: Collector
  readonly askAll: ReturnType<typeof createAskAll>
  readonly desk: InboxDesk
  readonly keeper: CopyKeeper
  readonly prober: Prober
  readonly shapes: ShapeBook
  readonly actions: ActionBook
}

/** Signs and verifies as the settings of a source say. */
export function signerOf(settings: SourceSettings, transport: Transport, checks: SignatureChecks): SoapSigner {
  const { sign, signKey, signCert, verifyCert, ncanodeUrl, password } = settings
  if (sign === 'rsa' && signKey && signCert && verifyCert) return rsaSigner({ key: signKey, cert: signCert, verifyCert, checks })
  if (sign === 'ncanode' && ncanodeUrl) return ncanodeSigner({ url: ncanodeUrl, key: signKey ?? '', password, transport })
  return noSigner
}

/** Makes what lasts. */
export function createStanding(ground: Ground): Standing {
  const { adapters, clock, random, shared, transport, log, metrics, crowded, checks = checksHere } = ground
  const byId = new Map(ground.settings.map((settings) => [settings.id, settings]))
  const settings = (source: SourceId) => byId.get(source) ?? null
  const actions = createActions(clock)
  const lanes = createLanes({ settings, actions, clock, random, shared, ...(crowded ? { crowded } : {}) })
  const shapes = createShapes(clock)
  const board = createSourceBoard({ adapters, settings, lanes, shapes, actions, clock, scope: shared ? 'process' : 'isolate' })
  const events = createEvents({ log, metrics, shapes, actions })
  return {
    lanes,
    board,
    events,
    heard: createSkewWatch(events, clock),
    sessions: createSessionKeeper(clock, shared),
    parsed: createParsedCache(),
    broken: createBrokenTags(clock),
    shapes,
    actions,
    book: { readAt: null, writtenAt: null },
    probeTimes: new Map(),
    signers: new Map(ground.settings.map((one) => [one.id, signerOf(one, transport, checks)])),
    settings,
  }
}

/** Puts the line together over a store. */
export function createLine(ground: Ground, standing: Standing, store: Store): Line {
  const {
    adapters,
    clock,
    log,
    metrics,
    random,
    randomHex,
    newId,
    shared,
    maxParallel,
    transport,
    turn = noTurns,
    checks = checksHere,
  } = ground
  const { lanes, board, events, sessions, parsed, broken, signers, settings, heard } = standing
  const wire = (one: SourceSettings) => {
    const signer = signers.get(one.id) ?? noSigner
    return { settings: one, transport, clock, newId, signer, checks, heard: heard(one.id) }
  }
  const bind: AskDeps['bind'] = (one, access, run, noted) => bindSource({ ...wire(one), access, sessions, parsed, run, noted })
  const busOf = (one: SourceSettings, _access: Access, run: Run) => bindBus({ ...wire(one), run })
  const desk = createInboxDesk({ store: store.inbox, lanes, settings, bindBus: busOf, clock, random, metrics, events, newId, shared })
  const today = () => almatyDay(clock.now())
  const policy = { settings, bind, lanes, actions: standing.actions, board, events, metrics, clock, random, today, broken }
  const keeper = createCopyKeeper({ ...policy, store: store.copies, adapters, log })
  // The cron of Workers calls one isolate, which may be a new one: there nothing is spread.
  const spread = shared ? random : () => 0
  const prober = createProber({ ...policy, random: spread, adapters, desk, sessions, times: standing.probeTimes })
  const beside = { copies: store.copies, inbox: desk, keeper: ground.keepsLists ? keeper : null, arrived: readAhead }
  const asking = { ...policy, ...beside, shared, maxParallel }
  const askAll = followedInTurn(createAskAll(asking), turn)
  const recallAll = createRecallAll({ settings, inbox: desk, events, clock })
  const configured = (source: SourceId) => settings(source)?.url != null
  const observe = (status: SourceOutcome) => {
    board.record(status)
    metrics.sourceAsked(status.source, status.outcome, status.reason, status.durationMs / 1000)
  }
  const collector = createCollector({ portfolios: store.portfolios, adapters, configured, askAll, recallAll, observe, clock, randomHex })
  const shapes = createShapeBook({ store: store.shapes, shapes: standing.shapes, adapters, clock, log }, standing.book)
  const actions = createActionBook({ store: store.actions, actions: standing.actions, adapters, board, clock, log, newId })
  return { collector, askAll, desk, keeper, prober, shapes, actions }
}
