import type { Clock } from '../ports.ts'
import { createActionStore } from './actions.ts'
import { createCopies } from './copies.ts'
import type { Database } from './database.ts'
import type { Guard } from './guard.ts'
import { createIdempotency } from './idempotency.ts'
import { createInbox } from './inbox.ts'
import { createPortfolios } from './portfolios.ts'
import { createVault, type StoreKeys } from './sealed.ts'
import { createShapeStore } from './shapes.ts'
import type { Store } from './store.ts'
import { sweep } from './sweep.ts'

/** What a driver gives. */
export interface Driver {
  readonly db: Database
  readonly guard: Guard
  /** Throws `StoreUnavailable` where the database does not answer or has not its tables yet. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** The store over either driver. Throws `RangeError` where a key has not 32 bytes. */
export function createDrizzleStore(driver: Driver, keys: StoreKeys, clock: Clock): Store {
  const { db, guard } = driver
  const parts = { db, guard, clock, vault: createVault(keys) }
  return {
    portfolios: createPortfolios(parts),
    idempotency: createIdempotency(parts),
    inbox: createInbox(parts),
    copies: createCopies(parts),
    shapes: createShapeStore(parts),
    actions: createActionStore(parts),
    ready: () => driver.ready(),
    sweep: () => sweep(parts),
    close: () => driver.close(),
  }
}
