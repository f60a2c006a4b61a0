import { Buffer } from 'node:buffer'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Clock } from '../ports.ts'
import { noTurns, type Turn } from '../turns.ts'
import { createDrizzleStore, type Driver } from './drizzle-store.ts'
import { toUnavailable } from './fault.ts'
import { createGuard } from './guard.ts'
import { takeLock } from './lock-file.ts'
import { migrationsFolder } from './migrations-folder.ts'
import type { StoreKeys } from './sealed.ts'
import type { Store } from './store.ts'
import { portfolios } from './tables.ts'

/** The embedded store. `dataDir` null: in memory, for tests. */
export interface PgliteOptions {
  readonly dataDir: string | null
  readonly keys: StoreKeys
  readonly clock: Clock
  readonly turn?: Turn
}

/** One connection in our own thread: a statement at a time, so the line is long and its end generous. */
const LIMITS = { places: 1, queue: 1000, waitMs: 5000, timeoutMs: 10_000 }

/** Faster than the driver's own, which go byte by byte. */
const BYTEA = {
  parsers: { [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex') },
  serializers: { [types.BYTEA]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}` },
}

/**
 * Each statement gives the event loop a turn first: those in line would run one after another without anything in between, and whoever
 * asks for `/healthz` would wait for all of them.
 */
function inTurns(client: PGlite, turn: Turn): PGlite {
  const query = client.query.bind(client)
  client.query = (...statement) => turn().then(() => query(...statement))
  return client
}

/**
 * Opens the database in `dataDir`/db, under a lock file beside it, with its tables up to date; `null`: in memory.
 * Throws `StoreLocked` where another process has it open, `StoreUnavailable` where it does not open.
 */
export async function openPgliteDriver(dataDir: string | null, turn: Turn = noTurns): Promise<Driver> {
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const release = dataDir === null ? () => {} : takeLock(join(dataDir, 'db.lock'))
  try {
    const client = await PGlite.create({ ...BYTEA, ...(dataDir === null ? {} : { dataDir: join(dataDir, 'db') }) })
    const db = drizzle(inTurns(client, turn))
    await migrate(db, { migrationsFolder: migrationsFolder() })
    const guard = createGuard(LIMITS)
    const ready = async () => {
      await guard.run(() => db.select({ one: sql`1` }).from(portfolios).limit(1))
    }
    const close = async () => {
      if (!client.closed) await client.close()
      release()
    }
    return { db, guard, ready, close }
  } catch (error) {
    release()
    throw toUnavailable(error)
  }
}

/** The embedded store (see `openPgliteDriver`). */
export async function openPgliteStore({ dataDir, keys, clock, turn }: PgliteOptions): Promise<Store> {
  return createDrizzleStore(await openPgliteDriver(dataDir, turn), keys, clock)
}
