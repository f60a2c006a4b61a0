import { randomBytes, randomUUID } from 'node:crypto'
import { adapters } from '../adapters/index.ts'
import { createApp } from './app.ts'
import { localKeys, remoteKeys } from './auth/keys.ts'
import { createVerifier } from './auth/verify.ts'
import { createLine, createStanding, type Ground, type Standing } from './compose.ts'
import { type Config, ConfigError, prefixOf, readConfig, type SourceConfig } from './config.ts'
import type { VerifyToken } from './deps.ts'
import { openDoor } from './door.ts'
import { pinoLog } from './log-pino.ts'
import { promMetrics } from './metrics.ts'
import type { Clock } from './ports.ts'
import { createReadBudgets, type ReadBudgets } from './read-budget.ts'
import { fetchTransport } from './sources/http-fetch.ts'
import { createInboxTick } from './sources/inbox-poller.ts'
import type { SourceSettings } from './sources/settings.ts'
import { openRequestStore } from './store/postgres.ts'
import type { Store } from './store/store.ts'
import { noTurns } from './turns.ts'

/** Variables and secrets of the deployment, and the database by Hyperdrive (`DB`) or by `DATABASE_URL`. */
export interface WorkerEnvironment {
  readonly DB?: { readonly connectionString: string }
  readonly [key: string]: unknown
}
interface Waiting {
  waitUntil(promise: Promise<unknown>): void
}

/** What an isolate keeps between its requests: numbers, text and settings, never a connection or a promise. */
interface Isolate {
  readonly config: Config
  readonly ground: Ground
  readonly standing: Standing
  readonly verifyToken: VerifyToken
  readonly openStore: () => Store
  readonly reads: ReadBudgets
}

/** The platform closes the connections of a request beyond six (Workers limits). */
const MOST_CALLS_AT_ONCE = 6
const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }
let isolate: Isolate | null = null

function textsOf(environment: WorkerEnvironment): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** There are no files here: the `_FILE` keys hold the PEM texts themselves. */
function settingsOf({ settings, signKeyFile, signCertFile, verifyCertFile }: SourceConfig): SourceSettings {
  return { ...settings, signKey: signKeyFile, signCert: signCertFile, verifyCert: verifyCertFile }
}

function verifierOf({ jwksUrl, jwksFile, issuer, audience }: Config): VerifyToken {
  const keys = jwksUrl ? remoteKeys(new URL(jwksUrl), { clock }) : localKeys(jwksFile ?? '')
  return createVerifier({ keys, issuer, audience, clock })
}

function storeOpener(config: Config, environment: WorkerEnvironment): () => Store {
  const url = environment.DB?.connectionString ?? config.databaseUrl
  const { piiKey, piiIndexKey, jwksUrl, jwksFile } = config
  const missing = Object.entries({ DATABASE_URL: url, PII_KEY: piiKey, PII_INDEX_KEY: piiIndexKey, AUTH_JWKS_URL: jwksUrl ?? jwksFile })
  const faults = missing.filter(([, value]) => !value).map(([key]) => `${key} (required on Workers)`)
  if (!url || !piiKey || !piiIndexKey || faults.length > 0) throw new ConfigError(faults)
  const keys = { data: Buffer.from(piiKey, 'base64'), index: Buffer.from(piiIndexKey, 'base64') }
  return () => openRequestStore({ url, keys, clock })
}

/** There is no folder to record into or to replay from (decision 0022). */
function refuseModes({ sources }: Config): void {
  const others = sources.filter(({ mode }) => mode !== 'live')
  if (others.length > 0) throw new ConfigError(others.map(({ settings }) => `${prefixOf(settings.id)}MODE (live on Workers)`))
}

function createIsolate(environment: WorkerEnvironment): Isolate {
  const config = readConfig(
    textsOf(environment),
    adapters.map((adapter) => adapter.id),
  )
  refuseModes(config)
  const openStore = storeOpener(config, environment)
  const log = pinoLog(config.logLevel, { write: (line: string) => console.log(line.trimEnd()) })
  const ground: Ground = {
    adapters,
    settings: config.sources.map(settingsOf),
    transport: fetchTransport((request) => fetch(request)),
    clock,
    log,
    metrics: promMetrics(),
    random: Math.random,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    newId: randomUUID,
    shared: false,
    maxParallel: MOST_CALLS_AT_ONCE,
  }
  const reads = createReadBudgets(config.readLimits, clock.monotonic, ground.randomHex(32))
  return { config, ground, standing: createStanding(ground), verifyToken: verifierOf(config), openStore, reads }
}

/** Whether an answer may ask sources or tell of them: it then needs their baselines, which another isolate may have learnt, and the words of operators. */
function isAboutSources({ url, method }: Request): boolean {
  const { pathname } = new URL(url)
  return method === 'POST' || pathname.startsWith('/v1/sources') || pathname === '/metrics'
}

async function answer(request: Request, environment: WorkerEnvironment, context: Waiting): Promise<Response> {
  isolate ??= createIsolate(environment)
  const { config, ground, standing, verifyToken, openStore, reads } = isolate
  const store = openStore()
  const { collector, askAll, shapes, actions } = createLine(ground, standing, store)
  const { log, metrics, randomHex } = ground
  const { deadlineMs, production } = config
  const app = createApp({
    runtime: 'worker',
    clock,
    randomHex,
    log,
    metrics,
    store,
    verifyToken,
    collector,
    sources: standing.board,
    drift: shapes,
    actions,
    askAll,
    door: openDoor,
    turn: noTurns,
    slip: noTurns,
    reads,
    deadlineMs,
    production,
    stopping: () => false,
  })
  try {
    if (isAboutSources(request)) await Promise.all([shapes.refresh(), actions.refresh()])
    return await app.fetch(request)
  } finally {
    context.waitUntil(shapes.flush().finally(() => store.close()))
  }
}

/** One round of what Node does by timers: the inboxes, the sweeping of what is past its time, the probes, and the lists that are renewed by a schedule. */
async function tick(environment: WorkerEnvironment): Promise<void> {
  isolate ??= createIsolate(environment)
  const { ground, standing, openStore } = isolate
  const store = openStore()
  try {
    const { collector, desk, keeper, prober, shapes, actions } = createLine(ground, standing, store)
    await Promise.all([shapes.refresh(), actions.refresh()])
    // While it is not known what operators have ordered, any source may be one that is to get no calls.
    const isKnown = standing.actions.takenAt() !== null
    if (isKnown) await createInboxTick({ adapters, desk, store: store.inbox, takeUp: collector.takeUp, log: ground.log })()
    // Before the lists: a large one may take all of the time that is left.
    await store.sweep()
    if (isKnown) {
      await prober.tick()
      await keeper.tick()
    }
    await shapes.flush()
  } finally {
    await store.close()
  }
}

/** The gateway on Cloudflare Workers: the stateless line on PostgreSQL (decision 0012). */
export default {
  fetch: (request: Request, environment: WorkerEnvironment, context: Waiting) => answer(request, environment, context),
  scheduled: (_event: unknown, environment: WorkerEnvironment, context: Waiting) => context.waitUntil(tick(environment)),
}
