import { adapters as registered } from '../../adapters/index.ts'
import { mockEnvironment } from '../../mocks/environment.ts'
import { createPretendGovernment, type Options, type PretendGovernment } from '../../mocks/host.ts'
import { createApp } from '../../src/app.ts'
import { createLine, createStanding, type Ground, type Line, type Standing } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import type { Caller, Deps, VerifyToken } from '../../src/deps.ts'
import { createDoor, type Door } from '../../src/door.ts'
import { pinoLog } from '../../src/log-pino.ts'
import { promMetrics } from '../../src/metrics.ts'
import type { Clock, Transport } from '../../src/ports.ts'
import { createReadBudgets } from '../../src/read-budget.ts'
import { isNamed } from '../../src/rulebook/index.ts'
import { settingsOf } from '../../src/settings-files.ts'
import { fetchTransport } from '../../src/sources/http-fetch.ts'
import type { SignatureChecks } from '../../src/sources/xml-signature.ts'
import type { Store } from '../../src/store/store.ts'
import { createTurns, noTurns, type Turn } from '../../src/turns.ts'

/*
 * The whole gateway over the pretend government in this process: everything is real but the sockets, the keys and the clock's start.
 * Tokens are the role itself: `platform`, `platform:2`, `operator`, `teacher:<iin>`, `responsible_person:<bin>`.
 */

const ORIGIN = 'http://government.test'
/** The journeys tell what becomes of a portfolio of the Rules; of a source that the Rules do not name the contract kit tells. */
const adapters = registered.filter(({ id }) => isNamed(id))
export const TODAY = '2026-11-24'

export interface StackOptions {
  readonly store: Store
  readonly government?: Options
  readonly environment?: Readonly<Record<string, string>>
  /** Requests of a Worker share no promises and at most six connections. */
  readonly worker?: boolean
  /** Fixed where two runs must make the same ids. */
  readonly randomHex?: (bytes: number) => string
  /** A clock that a test moves; else time flows from the start of the day. */
  readonly clock?: Clock
  /** Instead of the turns of a process. */
  readonly turn?: Turn
  /** Instead of tokens that are roles. */
  readonly verifyToken?: VerifyToken
  /** Real sockets instead of a government in this process. */
  readonly sockets?: { readonly url: string; readonly transport: Transport }
  /** Where signatures are checked; in this thread by default. */
  readonly checks?: SignatureChecks
}

export interface Stack {
  readonly door: Door
  readonly government: PretendGovernment
  readonly line: Line
  readonly standing: Standing
  readonly store: Store
  /** Everything that was logged, a line each. */
  readonly logged: string[]
  metrics(): Promise<string>
  /** The app as a server calls it. */
  fetch(request: Request): Response | Promise<Response>
  /** A request to the gateway; `token` is a role. */
  send(
    method: string,
    path: string,
    options?: { readonly token?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Response>
  /** A portfolio for a claim. */
  collect(claim: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
}

async function verifyRole(token: string): Promise<Caller | null> {
  const [role, value] = token.split(':')
  if (!role || role === 'forged') return null
  return {
    role: role as Caller['role'],
    // The value of a platform tells one platform from another.
    sub: `${role}-${role === 'platform' ? (value ?? 1) : 1}`,
    iin: role === 'teacher' ? (value ?? null) : null,
    org: role === 'responsible_person' ? (value ?? null) : null,
  }
}

function anyHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A monotonic clock that the day of the government fits: time flows, from a fixed start. */
function clockFrom(start: string): Clock {
  const offset = Date.parse(start) - Date.now()
  return { now: () => Date.now() + offset, monotonic: () => performance.now() }
}

export function createStack({
  store,
  government: options = {},
  environment = {},
  worker = false,
  randomHex = anyHex,
  clock = clockFrom(`${TODAY}T05:00:00Z`),
  verifyToken = verifyRole,
  turn = worker ? noTurns : createTurns(clock.monotonic).take,
  sockets,
  checks,
}: StackOptions): Stack {
  const government = createPretendGovernment({ seed: 'journeys', today: TODAY, now: clock.now, ...options })
  const config = readConfig(
    { ...mockEnvironment(sockets?.url ?? ORIGIN), ...environment },
    adapters.map((adapter) => adapter.id),
  )
  const logged: string[] = []
  const door = createDoor({ most: config.maxInFlight, monotonic: clock.monotonic, lateMs: () => 0 })
  const ground: Ground = {
    adapters,
    settings: config.sources.map(settingsOf),
    transport: sockets?.transport ?? fetchTransport((request) => government.fetch(request)),
    clock,
    log: pinoLog('info', { write: (line: string) => void logged.push(line) }),
    metrics: promMetrics(),
    random: Math.random,
    randomHex,
    newId: () => crypto.randomUUID(),
    shared: !worker,
    maxParallel: worker ? 6 : null,
    crowded: door.crowded,
    ...(checks ? { checks } : {}),
    turn,
  }
  const standing = createStanding(ground)
  const line = createLine(ground, standing, store)
  const deps: Deps = {
    runtime: worker ? 'worker' : 'node',
    clock,
    randomHex,
    log: ground.log,
    metrics: ground.metrics,
    store,
    verifyToken,
    collector: line.collector,
    sources: standing.board,
    drift: line.shapes,
    actions: line.actions,
    askAll: line.askAll,
    door,
    turn,
    slip: noTurns,
    reads: createReadBudgets(config.readLimits, clock.monotonic, 'of the journeys'),
    deadlineMs: config.deadlineMs,
    production: false,
    stopping: () => false,
  }
  const app = createApp(deps)
  const send: Stack['send'] = async (method, path, { token = 'platform', body, headers = {} } = {}) =>
    app.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return {
    door,
    government,
    line,
    standing,
    store,
    logged,
    metrics: () => ground.metrics.render(),
    fetch: (request) => app.fetch(request),
    send,
    collect: (claim, headers = {}) => send('POST', '/v1/portfolios', { body: claim, headers }),
  }
}
