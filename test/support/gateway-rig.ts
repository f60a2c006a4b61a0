import { createHash } from 'node:crypto'
import { adapters } from '../../adapters/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SourceHealth } from '../../schemas/source-health.ts'
import { createApp } from '../../src/app.ts'
import type { Caller, Collected, CollectOptions, Collector, Deps } from '../../src/deps.ts'
import { type Door, openDoor } from '../../src/door.ts'
import type { LogFields, Metrics } from '../../src/ports.ts'
import { createReadBudgets, type ReadLimits } from '../../src/read-budget.ts'
import { createActionBook } from '../../src/sources/action-book.ts'
import { createActions } from '../../src/sources/actions.ts'
import { createSourceBoard } from '../../src/sources/health.ts'
import { createLanes } from '../../src/sources/lane.ts'
import { createShapeBook } from '../../src/sources/shape-book.ts'
import { createShapes } from '../../src/sources/shapes.ts'
import { memoryActions, memoryShapes } from '../../src/store/memory.ts'
import type { SaveVersion, Store } from '../../src/store/store.ts'
import { noTurns } from '../../src/turns.ts'
import { SETTINGS } from './ask-rig.ts'
import { type Kept, memoryIdempotency, memoryPortfolios } from './memory-portfolios.ts'

/** An invented teacher, her school, and a body that is accepted. */
export const IIN = '850312240005'
export const OTHER_IIN = '621105140009'
export const ORGANISATION = '000140000002'
export const claim = {
  iin: IIN,
  caseId: '2026-000017',
  purpose: 'attestation',
  claimedCategory: 'expert',
  post: 'teacher',
  organisationBin: ORGANISATION,
  organisationKind: 'school',
  region: '19',
  attestation: 'regular',
}

/** Tokens of the rig: the name of one of these callers. */
const CALLERS: Readonly<Record<string, Caller>> = {
  platform: { role: 'platform', sub: 'platform-1', iin: null, org: null },
  'platform-2': { role: 'platform', sub: 'platform-2', iin: null, org: null },
  operator: { role: 'operator', sub: 'operator-1', iin: null, org: null },
  'operator-by-number': { role: 'operator', sub: `urn:iin:${OTHER_IIN}`, iin: OTHER_IIN, org: null },
  teacher: { role: 'teacher', sub: 'teacher-1', iin: IIN, org: null },
  'other-teacher': { role: 'teacher', sub: 'teacher-2', iin: OTHER_IIN, org: null },
  responsible: { role: 'responsible_person', sub: 'responsible-1', iin: null, org: ORGANISATION },
  'other-responsible': { role: 'responsible_person', sub: 'responsible-2', iin: null, org: '000240000006' },
  'no-school': { role: 'responsible_person', sub: 'responsible-3', iin: null, org: null },
  commission: { role: 'commission', sub: 'commission-1', iin: null, org: null },
  department: { role: 'department', sub: 'department-1', iin: null, org: null },
  auditor: { role: 'auditor', sub: 'auditor-1', iin: null, org: null },
}

/** A portfolio with no more in it than the routes look at. */
export function smallPortfolio(id: string, version: number, openGaps: number): Portfolio {
  const completeness = { asked: 0, answered: 0, complete: true, ready: true, readyToApply: true, openGaps, because: [], unchecked: [] }
  return {
    ...{ id, version, schemaVersion: '2026-11-22', edition: 'order-32-2025-02-25', channel: 'platform' },
    teacher: { iinMasked: '••••••••••05', names: null, birthDate: null },
    claimed: { category: 'expert', post: 'teacher', attestation: 'regular', organisationBin: ORGANISATION, region: '19' },
    ...{ sections: [], gaps: [], advisories: [], sources: [], completeness, collectedAt: '2026-11-22T05:00:00.000Z' },
  }
}

export function health(id: SourceHealth['id']): SourceHealth {
  return {
    ...{ id, title: { kk: id, ru: id, en: id }, configured: true, state: 'unknown', blame: 'none', breaker: 'closed' },
    ...{ lastSuccessAt: null, lastFailureAt: null, lastFailureReason: null, windows: { '5m': {}, '1h': {}, '24h': {} } },
    ...{ latencyMs: { p50: null, p95: null, p99: null }, emptyRate: { current: null, baseline: null } },
    drift: { state: 'unknown', fields: [], since: null, events: [] },
    freshness: { promisedSeconds: null, ageSeconds: null },
    ...{ inFlight: 0, queue: 0, limits: { concurrency: 12, ratePerSecond: null, timeoutMs: 5000 }, maintenance: [], owner: null },
    actions: [],
    ...{ affects: ['education'], scope: 'process' },
  }
}

/** A log line as the rig keeps it. */
export interface Line {
  readonly fields: LogFields
  readonly message: string
}

/** What a test may change while the rig runs. */
interface State {
  /** Milliseconds since 1970. */
  now: number
  stopping: boolean
  /** Milliseconds, as the budgets see it. */
  monotonic: number
  ready: () => Promise<void>
  /** Replaces what the collector does. */
  collect: ((options: CollectOptions) => Promise<Collected>) | null
}

/** A collector that stores one more version each time, and the answer with it. */
function storingCollector(portfolios: ReturnType<typeof memoryPortfolios>, kept: Kept, state: State) {
  const calls: CollectOptions[] = []
  async function store(id: string, created: boolean, options: CollectOptions): Promise<Collected> {
    calls.push(options)
    if (state.collect) return state.collect(options)
    const version = portfolios.count(id) + 1
    const portfolio = smallPortfolio(id, version, version)
    const body = JSON.stringify(portfolio)
    const etag = `"${version}.${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    portfolios.add({ id, version, cause: created ? 'create' : 'refresh', at: portfolio.collectedAt, etag, contentHash: etag, body })
    const headers = { 'content-type': 'application/json; charset=UTF-8', etag, ...(created ? { location: `/v1/portfolios/${id}` } : {}) }
    const entry = options.idempotency && kept.get(JSON.stringify(options.idempotency))
    if (entry) entry.answer = { status: created ? 201 : 200, headers, body }
    return { state: 'collected', created, portfolio, etag, body }
  }
  const collector: Collector = {
    async collect({ iin, caseId, organisationBin }, options) {
      const { id, created } = portfolios.open(iin, caseId, organisationBin)
      return store(id, created, options)
    },
    refresh: async (id, _sources, options) => (portfolios.count(id) === 0 ? { state: 'not_found' } : store(id, false, options)),
    takeUp: async () => true,
  }
  return { collector, calls }
}

/** A log and metrics that keep what they are told. */
function observed() {
  const lines: Line[] = []
  const served: string[] = []
  const note = (fields: LogFields, message: string) => {
    lines.push({ fields, message })
  }
  const metrics: Metrics = {
    ...{ sourceAsked: () => {}, retried: () => {}, event: () => {}, probed: () => {} },
    requestServed: (route, method, status) => served.push(`${method} ${route} ${status}`),
    render: async () => '# HELP gateway_up Up\n',
  }
  return { lines, served, metrics, log: { info: note, warn: note, error: note } }
}

/** The app over stores in memory, with a clock that stands still. */
export function gatewayRig({ door = openDoor, readLimits = {} }: { readonly door?: Door; readonly readLimits?: ReadLimits } = {}) {
  const state: State = { now: Date.parse('2026-11-24T05:00:00.000Z'), stopping: false, monotonic: 0, ready: async () => {}, collect: null }
  const portfolios = memoryPortfolios()
  const kept: Kept = new Map()
  const { collector, calls } = storingCollector(portfolios, kept, state)
  const { log, metrics, lines, served } = observed()
  const idempotency = memoryIdempotency(kept, () => state.now)
  const keep = (answer: SaveVersion['answer']) => {
    const entry = answer && kept.get(JSON.stringify({ actor: answer.actor, route: answer.route, key: answer.key }))
    if (answer && entry) entry.answer = answer
  }
  const [shapeStore, actionStore] = [memoryShapes(keep), memoryActions(keep)]
  const unused = { inbox: {} as Store['inbox'], copies: {} as Store['copies'], sweep: async () => {}, close: async () => {} }
  const clock = { now: () => state.now, monotonic: () => state.now }
  const [shapes, actions] = [createShapes(clock), createActions(clock)]
  const settings = (id: SourceHealth['id']) => ({ ...SETTINGS, id })
  const lanes = createLanes({ settings, actions, clock, random: () => 0, shared: true })
  const board = createSourceBoard({ adapters, settings, lanes, shapes, actions, clock, scope: 'process' })
  const drift = createShapeBook({ store: shapeStore, shapes, adapters, clock, log })
  const deps: Deps = {
    ...{ runtime: 'node', production: false, deadlineMs: 8000, askAll: async () => [], log, metrics, collector },
    clock,
    randomHex: (bytes) => '0a1b'.repeat(bytes).slice(0, bytes * 2),
    store: { ...unused, shapes: shapeStore, actions: actionStore, portfolios: portfolios.store, idempotency, ready: () => state.ready() },
    verifyToken: async (token) => CALLERS[token] ?? null,
    sources: {
      list: () => [board.get('diplomas') ?? health('diplomas'), health('employment'), health('courses')],
      get: (id) => (id === 'diplomas' ? board.get(id) : null),
    },
    drift,
    actions: createActionBook({ store: actionStore, actions, adapters, board, clock, log, newId: () => `${actionStore.said.length}` }),
    stopping: () => state.stopping,
    door,
    turn: noTurns,
    slip: noTurns,
    reads: createReadBudgets(readLimits, () => state.monotonic, 'of the rig'),
  }
  const app = createApp(deps)

  /** Sends a request as one of the callers; an object as body goes as JSON. */
  async function call(as: string | null, line: string, options: { body?: unknown; headers?: Record<string, string> } = {}) {
    const [method = 'GET', path = '/'] = line.split(' ')
    const { body } = options
    const headers: Record<string, string> = { ...(as ? { authorization: `Bearer ${as}` } : {}) }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    return app.request(path, { method, headers: { ...headers, ...options.headers }, ...sent })
  }
  /** Has a portfolio of the invented teacher collected and gives its id. */
  async function create(): Promise<string> {
    const answer = await call('platform', 'POST /v1/portfolios', { body: claim })
    return ((await answer.json()) as { id: string }).id
  }
  return { app, deps, call, create, state, lines, served, calls, kept, portfolios, shapes, actionStore }
}
