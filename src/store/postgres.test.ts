import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { compareNames } from '../../schemas/names.ts'
import { storeContract } from './contract/contract.ts'
import { testDatabase } from './contract/database.ts'
import { BIN, createRig, inventedIin, type StoreRig, TEST_KEYS } from './contract/rig.ts'
import journal from './migrations/meta/_journal.json' with { type: 'json' }
import { openPostgresDriver, openPostgresStore, openRequestStore } from './postgres.ts'

const clock = { now: () => Date.parse('2026-11-24T06:00:00Z'), monotonic: () => 0 }
const random = () => 0.5
const database = testDatabase(process.env.TEST_DATABASE_URL)
const url = database?.url ?? ''

describe.skipIf(!database)('PostgreSQL', () => {
  let rig: StoreRig
  beforeAll(async () => {
    await database?.create()
    // Four processes start on an empty database.
    const drivers = await Promise.all([1, 2, 3, 4].map(() => openPostgresDriver({ url, migrate: true, random })))
    await Promise.all(drivers.map((driver) => driver.ready()))
    await Promise.all(drivers.slice(1).map((driver) => driver.close()))
    rig = createRig(drivers[0]!)
  })
  afterAll(async () => {
    await rig.store.close()
    await database?.drop()
  })
  storeContract(() => rig)

  test('migrates once, however many start and however often', async () => {
    const again = await openPostgresStore({ url, keys: TEST_KEYS, clock, migrate: true, random })
    await again.ready()
    await again.close()
    const [found] = await rig.db.select({ count: sql`count(*)::int` }).from(sql`drizzle.__drizzle_migrations`)
    expect(found?.count).toBe(journal.entries.length)
  })

  test('serves a request of a Worker over connections of its own', async () => {
    const store = openRequestStore({ url, keys: TEST_KEYS, clock })
    await store.ready()
    const iin = inventedIin()
    const opened = await store.portfolios.open(iin, 'case', 'pf_worker', BIN)
    await store.close()
    expect(opened).toEqual(await rig.store.portfolios.open(iin, 'case', 'pf_unused', BIN))
  })

  test('sorts by its Kazakh collation as the gateway does', async () => {
    const names = ['Іңкәр', 'Ырыс', 'Һан', 'Хан', 'Үміт', 'Ұлан', 'Өмір', 'Омар', 'Қала', 'Кен', 'Ғани', 'Гүл', 'Бақыт', 'Әлі', 'Айша']
    const found = await rig.db.execute(
      sql`select name from unnest(${`{${names.join(',')}}`}::text::text[]) as name order by name collate "kk-x-icu"`,
    )
    expect(Array.from(found as Iterable<{ name: string }>, ({ name }) => name)).toEqual([...names].sort(compareNames))
  })

  test('ends a statement that takes too long', async () => {
    const driver = await openPostgresDriver({ url, migrate: false })
    const sleeping = driver.guard.run(() => driver.db.execute(sql`select pg_sleep(30)`))
    await expect(sleeping).rejects.toMatchObject({ code: '57014' })
    await driver.close()
  })

  test('reaches the server again after it has dropped all connections', async () => {
    await rig.store.ready()
    await rig.db.execute(sql`select count(pg_terminate_backend(pid)) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    await vi.waitFor(() => rig.store.ready(), { timeout: 10_000 })
    await vi.waitFor(() => rig.store.portfolios.owner('pf_worker'), { timeout: 10_000 })
  })
})

test('opens where no server answers, and tells that it is not ready', async () => {
  const store = await openPostgresStore({ url: 'postgres://nobody:none@127.0.0.1:1/none', keys: TEST_KEYS, clock, migrate: true, random })
  await expect(store.ready()).rejects.toMatchObject({ name: 'StoreUnavailable', code: 'ECONNREFUSED' })
  await expect(store.portfolios.latest('pf')).rejects.toMatchObject({ name: 'StoreUnavailable', code: 'ECONNREFUSED' })
  await store.close()
})
