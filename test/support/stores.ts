import { describe, inject } from 'vitest'
import { openPgliteStore } from '../../src/store/pglite.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'

const keys = { data: new Uint8Array(32).fill(1), index: new Uint8Array(32).fill(2) }
const clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** Opens PGlite in memory. */
export function embeddedStore(): Promise<Store> {
  return openPgliteStore({ dataDir: null, keys, clock })
}

/** Runs a suite on PGlite, and on PostgreSQL where the run has one (`TEST_DATABASE_URL`); else that half is visibly skipped. */
export function onEachStore(suite: (open: () => Promise<Store>) => void): void {
  const url = inject('database')
  describe('on PGlite', () => suite(embeddedStore))
  describe.skipIf(url === '')('on PostgreSQL', () => suite(() => openPostgresStore({ url, keys, clock, migrate: true })))
}
