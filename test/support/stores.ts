import { describe, inject } from 'vitest'
import { openPgliteStore } from '../../src/store/pglite.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { systemClock as clock, storeKeys as keys } from './stores-settings.ts'

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
