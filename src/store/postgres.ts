import { drizzle } from 'drizzle-orm/postgres-js'
import postgres, { type Options, type PostgresType, type Sql } from 'postgres'
import type { Clock } from '../ports.ts'
import type { Database } from './database.ts'
import { createDrizzleStore, type Driver } from './drizzle-store.ts'
import { createGuard } from './guard.ts'
import { startMigrating } from './migrating.ts'
import type { StoreKeys } from './sealed.ts'
import { type Store, StoreUnavailable } from './store.ts'

/** The store on a PostgreSQL server. */
export interface PostgresOptions {
  readonly url: string
  readonly keys: StoreKeys
  readonly clock: Clock
  /** Whether this process brings the tables up to date. */
  readonly migrate: boolean
  /** Connections; 10 where absent. */
  readonly max?: number
  /** From 0 up to 1; spreads the retries of the migration. */
  readonly random?: () => number
}

type Settings = Options<Record<string, PostgresType>>

const MAX = 10
const WORKER_MAX = 5
const QUEUE = 128
const WAIT_MS = 500
/** Above the server's own limit of a statement: met only where the server hangs. */
const TIMEOUT_MS = 3000
/** A start waits so long for the tables before it goes on without them. */
const FIRST_MIGRATION_MS = 5000
/** Nothing is asked any more then; but the driver never calls a connection closed that broke in the middle of a statement. */
const CLOSE_SECONDS = 1

const COMMON: Settings = {
  connect_timeout: 1,
  idle_timeout: 30,
  /** Seconds until the next connection is tried. */
  backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
  /** No array or other looked-up type is read. */
  fetch_types: false,
  onnotice: () => {},
}
/** Limits that the server keeps, milliseconds. */
const SERVER_LIMITS = { statement_timeout: 2000, lock_timeout: 1000, idle_in_transaction_session_timeout: 60_000 }
const NAMED = { application_name: 'portfolio-gateway' }

/** drizzle changes the client that it is given: no other code may use that one. */
function forDrizzle(url: string, settings: Settings): { readonly client: Sql; readonly db: Database } {
  const client = postgres(url, { ...COMMON, ...settings })
  return { client, db: drizzle(client) }
}

/** Reaches the tables over one connection of its own, so that health does not stand in the line of the requests. */
function createProbe(url: string, settings: Settings) {
  const client = postgres(url, { ...COMMON, ...settings, max: 1 })
  const guard = createGuard({ places: 1, queue: QUEUE, waitMs: WAIT_MS, timeoutMs: TIMEOUT_MS })
  const ready = async () => {
    await guard.run(async () => client`select 1 from portfolios limit 1`)
  }
  return { ready, close: () => client.end({ timeout: CLOSE_SECONDS }) }
}

/** A client of its own: migrations may take longer than a statement of a request. The module is not loaded where nothing is migrated. */
async function migrateOnce(url: string): Promise<void> {
  const { migratePostgres } = await import('./migration.ts')
  const client = postgres(url, { ...COMMON, max: 1, connection: { ...NAMED, lock_timeout: 60_000 } })
  try {
    await migratePostgres(client)
  } finally {
    await client.end({ timeout: CLOSE_SECONDS })
  }
}

/**
 * The database of a Node process. Resolves also where the server is down: `ready()` then throws `StoreUnavailable`, and the migration
 * is tried again until it succeeds.
 */
export async function openPostgresDriver(options: Omit<PostgresOptions, 'keys' | 'clock'>): Promise<Driver> {
  const { url, max = MAX } = options
  const connection = { ...NAMED, ...SERVER_LIMITS }
  const { client, db } = forDrizzle(url, { max, connection })
  const guard = createGuard({ places: max, queue: QUEUE, waitMs: WAIT_MS, timeoutMs: TIMEOUT_MS })
  const probe = createProbe(url, { connection })
  const migrating = options.migrate ? startMigrating(() => migrateOnce(url), options.random ?? Math.random) : null

  const ready = async () => {
    const pending = migrating?.pending() ?? null
    if (pending !== null) throw new StoreUnavailable(pending)
    await probe.ready()
  }
  const close = async () => {
    migrating?.stop()
    await Promise.all([client.end({ timeout: CLOSE_SECONDS }), probe.close()])
  }
  await migrating?.firstAttempt(FIRST_MIGRATION_MS)
  return { db, guard, ready, close }
}

/** The store of a Node process (see `openPostgresDriver`). */
export async function openPostgresStore({ keys, clock, ...rest }: PostgresOptions): Promise<Store> {
  return createDrizzleStore(await openPostgresDriver(rest), keys, clock)
}

/**
 * The store of one request of a Worker: no connection may outlive the request, so close it at its end. It never migrates and sets no
 * limits on the server, because connection poolers refuse such parameters; our own time limit holds.
 */
export function openRequestStore({ url, keys, clock }: Pick<PostgresOptions, 'url' | 'keys' | 'clock'>): Store {
  const { client, db } = forDrizzle(url, { max: WORKER_MAX, connection: NAMED })
  const guard = createGuard({ places: WORKER_MAX, queue: QUEUE, waitMs: WAIT_MS, timeoutMs: TIMEOUT_MS })
  const ready = async () => {
    await guard.run(async () => client`select 1 from portfolios limit 1`)
  }
  return createDrizzleStore({ db, guard, ready, close: () => client.end({ timeout: CLOSE_SECONDS }) }, keys, clock)
}
