import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { collectDefaultMetrics } from 'prom-client'
import { adapters } from '../adapters/index.ts'
import { createApp } from './app.ts'
import { developmentKey } from './auth/development.ts'
import { localKeys, remoteKeys } from './auth/keys.ts'
import { createVerifier } from './auth/verify.ts'
import type { OpenModes } from './cassettes/open.ts'
import { createLine, createStanding, type Ground } from './compose.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { createDoor } from './door.ts'
import { pinoLog } from './log-pino.ts'
import { watchLoopDelay } from './loop-delay.ts'
import { promMetrics } from './metrics.ts'
import type { Clock, Log, Transport } from './ports.ts'
import { createReadBudgets } from './read-budget.ts'
import { fileOf, settingsOf } from './settings-files.ts'
import { startActionBook } from './sources/action-book.ts'
import { undiciTransport } from './sources/http-undici.ts'
import { startShapeBook } from './sources/shape-book.ts'
import { threadedChecks } from './sources/signature-thread.ts'
import { keyFile } from './store/key-file.ts'
import type { Store } from './store/store.ts'
import { createTurns, type Turn } from './turns.ts'
import { startWatchdog } from './watchdog.ts'
import { startWork } from './work.ts'

/**
 * After SIGTERM the port stays open so long, milliseconds: answers tell callers to leave, and `/readyz` tells who sends them here. A
 * connection that is closed at once may have a request on its way, which would be lost.
 */
const LEAVE_MS = 500
/** In-flight requests get this long after that, milliseconds. */
const DRAIN_MS = 10_000
/** A caller has so long to send its headers, and its whole request, milliseconds. */
const SLOWEST_MS = 10_000
/**
 * A connection on which nothing goes on stays open so long, milliseconds: longer than the minute of usual proxies, so that it is they who
 * close it and never lose a request on one that we just closed; and since each turn of the event loop lets in one connection only, under a
 * load every one that is not new counts.
 */
const KEEP_ALIVE_MS = 72_000
/** So many may wait to be let in; the kernel makes less of it where it is set so. Who finds no place tries again a second later. */
const BACKLOG = 4096
const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** The folder of development keys and of the embedded database. */
async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
  } catch {
    throw new ConfigError(['DATA_DIR (a folder that can be written)'])
  }
}

async function openStore(config: Config, turn: Turn): Promise<Store> {
  const data = keyFile(config.piiKey, config.dataDir, 'pii.key')
  const index = keyFile(config.piiIndexKey, config.dataDir, 'pii-index.key')
  const keys = { data, index }
  if (config.databaseUrl === null) {
    const { openPgliteStore } = await import('./store/pglite.ts')
    return openPgliteStore({ dataDir: config.dataDir, keys, clock: systemClock, turn })
  }
  const { openPostgresStore } = await import('./store/postgres.ts')
  return openPostgresStore({ url: config.databaseUrl, keys, clock: systemClock, migrate: true })
}

/** The issuer's keys by URL or file; outside production, while neither is set, the key pair of development. */
async function verifierOf(config: Config) {
  const { issuer, audience, jwksUrl, jwksFile, dataDir } = config
  const clock = systemClock
  if (jwksUrl) return createVerifier({ keys: remoteKeys(new URL(jwksUrl), { clock }), issuer, audience, clock })
  const keys = jwksFile ? fileOf('AUTH_JWKS_FILE', jwksFile, localKeys) : localKeys((await developmentKey(dataDir)).jwks)
  return createVerifier({ keys, issuer, audience, clock })
}

/** Sources in another mode than `live` (development) are recorded or replayed; else nothing of that is even loaded. */
async function modesOf(config: Config, transport: Transport, log: Log): Promise<OpenModes | null> {
  if (config.sources.every(({ mode }) => mode === 'live')) return null
  const { openModes } = await import('./cassettes/open.ts')
  return openModes({ config, adapters, transport, clock: systemClock, log })
}

/** A running gateway. */
export interface Gateway {
  readonly port: number
  /** Stops accepting, lets in-flight requests end, closes the store. */
  stop(): Promise<void>
  /** The same after an error that nobody waited for, which the log then has. */
  fail(error: unknown): Promise<void>
}

/** Resolves when the port is ours; a taken port or an unknown host is a fault of the configuration. */
function listening(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve).once('error', () => reject(new ConfigError(['HOST and PORT (an address that can be listened on)'])))
  })
}

async function closed(server: ServerType): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LEAVE_MS))
  return new Promise((resolve) => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN_MS)
    const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 100)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(idle)
      resolve()
    })
  })
}

/** The way to the sources, and the threads that check the signatures of what comes back. */
function openOutward() {
  const { transport, close } = undiciTransport()
  const threads = threadedChecks()
  return { transport, checks: threads.checks, close: () => Promise.all([close(), threads.close()]) }
}

/** Who is let in, and whose turn it is. */
function openDoor({ maxInFlight }: Config) {
  const { monotonic } = systemClock
  const turns = createTurns(monotonic)
  const loopDelay = watchLoopDelay()
  return { turns, door: createDoor({ most: maxInFlight, monotonic, lateMs: () => Math.max(loopDelay(), turns.lateMs()) }) }
}

type Edges = Pick<Ground, 'settings' | 'transport' | 'log' | 'metrics' | 'crowded' | 'turn' | 'checks'>

/** What of this process the line stands on. */
function groundOf(edges: Edges): Ground {
  const randomHex = (bytes: number) => randomBytes(bytes).toString('hex')
  return {
    ...edges,
    ...{ adapters, clock: systemClock, random: Math.random, randomHex, newId: randomUUID },
    ...{ shared: true, maxParallel: null, keepsLists: true },
  }
}

/** Listens to the port; whoever sends slower than that is cut. Throws `ConfigError`. */
export async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  { port, host }: Pick<Config, 'port' | 'host'>,
  slowestMs = SLOWEST_MS,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  const limits = { headersTimeout: slowestMs, requestTimeout: slowestMs, connectionsCheckingInterval: 1000 }
  const serverOptions = { ...limits, keepAliveTimeout: KEEP_ALIVE_MS }
  const server = createAdaptorServer({ fetch, serverOptions })
  server.listen({ port, host, backlog: BACKLOG })
  await listening(server)
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : port }
}

/** Starts the gateway of this process from its environment. Throws `ConfigError`. */
export async function startGateway(
  environment: NodeJS.ProcessEnv,
  destination: { write(line: string): void } = process.stdout,
): Promise<Gateway> {
  const config = readConfig(
    environment,
    adapters.map((adapter) => adapter.id),
  )
  const settings = config.sources.map(settingsOf)
  if (config.databaseUrl === null || !config.production) await makeDataDir(config.dataDir)
  // Before the store is opened: what is refused leaves nothing open.
  const verifyToken = await verifierOf(config)
  const log: Log = pinoLog(config.logLevel, destination)
  const metrics = promMetrics((registry) => collectDefaultMetrics({ register: registry }))
  const { transport, checks, close: closeOutward } = openOutward()
  const modes = await modesOf(config, transport, log)
  const { turns, door } = openDoor(config)
  const edges = { settings, transport: modes?.transport ?? transport, log, metrics, crowded: door.crowded, turn: turns.take, checks }
  const ground = groundOf(edges)
  const store = await openStore(config, turns.take)
  const standing = createStanding(ground)
  const line = createLine(ground, standing, modes?.store(store) ?? store)
  const { askAll, shapes } = line
  const collector = modes?.collector(line.collector, store.portfolios) ?? line.collector
  const [book, actionBook] = await Promise.all([startShapeBook(shapes), startActionBook(line.actions)])
  let stopping = false
  const app = createApp({
    ...{ runtime: 'node', clock: systemClock, randomHex: ground.randomHex, log, metrics, store, verifyToken, collector, askAll, door },
    turn: turns.take,
    slip: turns.slip,
    sources: standing.board,
    ...{ drift: shapes, actions: line.actions },
    reads: createReadBudgets(config.readLimits, systemClock.monotonic, ground.randomHex(32)),
    deadlineMs: config.deadlineMs,
    production: config.production,
    stopping: () => stopping,
  })
  const watchdog = startWatchdog(config.logLevel, log)
  const work = startWork({ adapters, line, takeUp: collector.takeUp, store, log })
  const { server, port } = await listen(app.fetch, config)
  log.info({ port, host: config.host, runtime: 'node', store: config.databaseUrl ? 'postgres' : 'pglite' }, 'gateway listens')
  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    log.info({ state: 'stopping' }, 'gateway stops')
    await Promise.all([closed(server), work.stop()])
    await Promise.all([book.stop(), actionBook.stop()])
    await modes?.close()
    await Promise.all([store.close(), closeOutward(), watchdog.stop()])
  }
  return {
    port,
    stop,
    fail(error) {
      log.error({ state: 'failing' }, 'an error that nobody waited for', error)
      return stop()
    },
  }
}

/** The process: exit code 3 for a refused configuration, 0 after a clean stop, 1 after an error that nobody waited for. */
async function main(): Promise<void> {
  const gateway = await startGateway(process.env)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => gateway.stop().then(() => process.exit(0)))
  }
  // Nobody knows what is still true after such an error: what is under way ends, and another process takes over.
  process.once('uncaughtException', (error) => gateway.fail(error).then(() => process.exit(1)))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    const refused = error instanceof ConfigError
    process.stderr.write(
      `${refused || (error instanceof Error && 'code' in error) ? (error as Error).message : 'the gateway could not start'}\n`,
    )
    process.exit(refused ? 3 : 1)
  })
}
