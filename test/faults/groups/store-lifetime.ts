import postgres from 'postgres'
import { openPostgresDriver } from '../../../src/store/postgres.ts'
import type { Fault, Trial } from '../fault.ts'
import { type Cluster, createCluster, hasPostgres, startCluster } from '../postgres.ts'
import { createProxy } from '../proxy.ts'
import { createStoreRig } from '../store-rig.ts'

/* What becomes of the store over time: another server takes over (D7), the tables change (D9). */

const isPlayable = hasPostgres
const portOf = ({ url }: Cluster) => new URL(url).port

/** Runs statements over a connection of their own. */
async function told<Row>(url: string, statement: string): Promise<readonly Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return (await sql.unsafe(statement)) as unknown as readonly Row[]
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** A server whose commits wait for a second one, which follows it. */
async function pair(trial: Trial): Promise<readonly [Cluster, Cluster]> {
  const first = await startCluster(trial, { settings: { synchronous_standby_names: '*' } })
  const primary = `host=127.0.0.1 port=${portOf(first)} user=postgres`
  const second = await createCluster(trial, { settings: { primary_conninfo: primary }, standby: true })
  await second.start()
  const inStep = "select 1 as one from pg_stat_replication where sync_state = 'sync'"
  while ((await told(first.url, inStep)).length === 0);
  return [first, second]
}

/** An empty database on a server. */
async function emptyDatabase({ url }: Cluster): Promise<string> {
  await told(url, 'create database empty')
  const fresh = new URL(url)
  fresh.pathname = '/empty'
  return fresh.href
}

const TABLES = "select tablename from pg_tables where schemaname = 'public' order by tablename"

/** The migration meets a table that should not be there: nothing of it stays, and it is tried again until it succeeds. */
async function halfWay(trial: Trial, cluster: Cluster): Promise<void> {
  const url = await emptyDatabase(cluster)
  // The last table of the first migration: all before it are made by then.
  await told(url, 'create table versions (obstacle integer)')
  const driver = await openPostgresDriver({ url, migrate: true, random: () => 0 })
  trial.after(() => driver.close())
  const code = await driver.ready().then(
    () => null,
    (error: { code: string }) => error.code,
  )
  trial.holds('O2', code === '42P07', `ready() tells ${code}`)
  const left = await told<{ tablename: string }>(url, TABLES)
  trial.holds('O3', left.length === 1, `left of a migration that failed: ${left.map(({ tablename }) => tablename).join(', ')}`)
  await told(url, 'drop table versions')
  const rig = await createStoreRig(trial, { url })
  const begun = performance.now()
  while ((await driver.ready().catch((error: unknown) => error)) !== undefined) await new Promise((resolve) => setTimeout(resolve, 25))
  trial.recovered(performance.now() - begun)
  await rig.ledger.write(2, 2)
  trial.holds('O3', (await rig.ledger.verify()) === 4, 'no writes after the migration')
}

/** A later build has added to the tables: this one starts on them, and both write. */
async function later(trial: Trial, cluster: Cluster): Promise<void> {
  await told(
    cluster.url,
    `alter table portfolios add column later text; create table later (id text primary key);
     insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${Date.parse('2099-01-01T00:00:00Z')})`,
  )
  const rig = await createStoreRig(trial, cluster, { migrate: true })
  await rig.ready()
  await rig.ledger.write(3, 3)
  trial.holds('O3', (await rig.ledger.verify()) === 6, 'no writes on the tables of a later build')
  await rig.inspect()
}

export const storeLifetime: readonly Fault[] = [
  {
    id: 'D7',
    promise: 'goes on with a standby that takes over, with every acknowledged write',
    isPlayable,
    async play(trial) {
      const [first, second] = await pair(trial)
      let leading = first
      const address = await createProxy(() => leading.url)
      trial.after(() => address.close())
      const url = new URL(first.url)
      url.port = new URL(address.url).port
      const rig = await createStoreRig(trial, { url: url.href })
      const at = 1 + Math.floor(trial.random() * 8)
      const gone = Promise.withResolvers<void>()
      const writing = rig.ledger.write(6, 6, (count) => count === at && first.stop('kill').then(gone.resolve, gone.reject))
      await Promise.all([writing, gone.promise])
      await told(second.url, 'select pg_promote()')
      leading = second
      await rig.ready()
      await rig.ledger.settle()
      trial.holds('O3', (await rig.ledger.verify()) >= at, 'lost: fewer answers than there were')
      await rig.inspect()
    },
  },
  {
    id: 'D9',
    promise: 'leaves nothing of a migration that fails, and runs on the tables of a later build',
    isPlayable,
    async play(trial) {
      const cluster = await startCluster(trial)
      await halfWay(trial, cluster)
      await later(trial, cluster)
    },
  },
]
