import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { checkDigit } from '../../../schemas/identifiers.ts'
import type { Database } from '../database.ts'
import { createDrizzleStore, type Driver } from '../drizzle-store.ts'
import type { StoreKeys } from '../sealed.ts'
import type { SaveVersion, Store } from '../store.ts'
import {
  copies,
  copyKeys,
  copyRows,
  idempotency,
  inboxMessages,
  inboxRequests,
  operatorActions,
  portfolios,
  sourceShapes,
  versions,
} from '../tables.ts'

/** A store under test with a clock that stands still. */
export interface StoreRig {
  readonly store: Store
  readonly db: Database
  /** Moves the clock on, milliseconds. */
  pass(ms: number): void
  /** Everything in the tables as one text: sealed columns also decoded, as if they were clear. */
  dump(): Promise<string>
}
/** The rig is there only once the tests run. */
export type Rig = () => StoreRig

/** Keys for tests only. */
export const TEST_KEYS: StoreKeys = { data: new Uint8Array(32).fill(1), index: new Uint8Array(32).fill(2) }
export const BIN = '000140000002'
export const START = Date.parse('2026-11-24T06:00:00.000Z')

const TABLES: readonly PgTable[] = [
  portfolios,
  versions,
  idempotency,
  inboxRequests,
  inboxMessages,
  copies,
  copyRows,
  copyKeys,
  sourceShapes,
  operatorActions,
]

function plain(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)
}

/** A store over the driver with the keys of the tests. */
export function createRig(driver: Driver): StoreRig {
  let now = START
  const clock = { now: () => now, monotonic: () => now }
  return {
    store: createDrizzleStore(driver, TEST_KEYS, clock),
    db: driver.db,
    pass(ms) {
      now += ms
    },
    async dump() {
      const rows = await Promise.all(TABLES.map((table) => driver.db.select({ row: sql`${table}::text` }).from(table)))
      const cells = await Promise.all(TABLES.map((table) => driver.db.select().from(table)))
      const decoded = cells.flat().flatMap((row) => Object.values(row).map(plain))
      return [...rows.flat().map(({ row }) => plain(row)), ...decoded].join('\n')
    },
  }
}

let people = 0
/** Another invented person: the seventh digit says born in the 1800s. */
export function inventedIin(): string {
  for (;;) {
    people++
    const eleven = `8503121${String(people).padStart(4, '0')}`
    const check = checkDigit(eleven)
    if (check !== null) return `${eleven}${check}`
  }
}

let opened = 0
/** Opens a portfolio of another person. */
export async function openOne(store: Store): Promise<string> {
  opened++
  return (await store.portfolios.open(inventedIin(), 'case', `pf_${opened}_${Math.random()}`, BIN)).id
}

/** A version to save; `extra` replaces what differs. */
export function change(id: string, after: number, extra: Partial<SaveVersion> = {}): SaveVersion {
  const number = after + 1
  return {
    id,
    after,
    revision: after,
    cause: after === 0 ? 'create' : 'refresh',
    at: '2026-11-24T06:00:01.000Z',
    etag: `"${number}.tag"`,
    contentHash: `hash ${number}`,
    body: `{"version":${number},"ә":"Қ"}`,
    request: `{"request":${number}}`,
    held: `{"held":${number}}`,
    organisationBin: BIN,
    answer: null,
    ...extra,
  }
}
