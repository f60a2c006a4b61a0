import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Clock } from '../ports.ts'
import type { Guard } from './guard.ts'
import type { Vault } from './sealed.ts'

/** A drizzle database of either driver. */
export type Database = PgDatabase<PgQueryResultHKT>

/** What the parts of the store share. */
export interface StoreParts {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly guard: Guard
}

/** Makes a prepared statement when it is first needed: on Workers a store lives for one request and uses few of them. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A point of time, `offsetMs` from now, as the tables keep it. */
export function instantAt(clock: Clock, offsetMs = 0): string {
  return new Date(clock.now() + offsetMs).toISOString()
}
