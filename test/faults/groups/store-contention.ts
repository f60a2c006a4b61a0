import postgres, { type Sql } from 'postgres'
import type { Fault, Trial } from '../fault.ts'
import { type Cluster, hasPostgres, startCluster } from '../postgres.ts'
import { percentile } from '../run-fault.ts'
import { createStoreRig, type StoreRig } from '../store-rig.ts'

/* What others do to the store at the same time: deadlocks and serialization failures (D5), no connection free (D6). */

const isPlayable = hasPostgres
/** A place is waited for so long, and a turn of the event loop, milliseconds. */
const LATEST_REFUSAL_MS = 600
const CROWD = 200
/** Sessions that leave three places for a pool of ten. */
const HOGS = 8

/** Another session on the same server. */
function session(trial: Trial, { url }: Cluster, max = 1): Sql {
  const sql = postgres(url, { max, onnotice: () => {} })
  trial.after(() => sql.end({ timeout: 1 }))
  return sql
}

/** The database asks so many times for another attempt before it stores a portfolio. */
async function hiccups(sql: Sql, times: number): Promise<void> {
  await sql.unsafe(`drop sequence if exists hiccup cascade; create sequence hiccup;
    create or replace function hiccup() returns trigger language plpgsql as $$ begin
      if nextval('hiccup') <= ${times} then raise exception 'again' using errcode = '40001'; end if; return new; end $$;
    create or replace trigger hiccup before update on portfolios for each row execute function hiccup()`)
}

/** Two sessions lock the same rows in opposite order; the gateway's is the one that the database ends. */
async function deadlock(trial: Trial, cluster: Cluster, rig: StoreRig): Promise<void> {
  const sql = session(trial, cluster, 2)
  const other = await sql.reserve()
  await other`set deadlock_timeout = '20s'`
  await other`begin`
  // Whatever is reserved from now on is taken by us first: the row appears while its request asks the sources.
  const asking = rig.ask({ caseId: 'deadlock', headers: { 'idempotency-key': `deadlock-${trial.seed}` } })
  while ((await other`select 1 from idempotency where status is null for update`).length === 0);
  while ((await sql`select 1 from pg_locks where not granted`).length === 0);
  await other`update portfolios set updated_at = updated_at where version = 0`
  await other`commit`
  other.release()
  const { status } = await asking
  trial.holds('O2', status === 201, `${status} after a deadlock`)
  trial.holds(
    'O3',
    cluster.lines.some((line) => line.includes('deadlock detected')),
    'there was no deadlock',
  )
}

/** All of these at once; each is answered, or refused soon. */
async function crowd(trial: Trial, ask: () => Promise<Response>): Promise<readonly number[]> {
  const answers = await Promise.all(
    Array.from({ length: CROWD }, async () => {
      const begun = performance.now()
      const { status } = await ask()
      const ms = performance.now() - begun
      trial.took(ms)
      return { status, ms }
    }),
  )
  const odd = answers.find(({ status }) => ![200, 503].includes(status))
  trial.holds('O2', odd === undefined, `${odd?.status} in the crowd`)
  const late = percentile(
    answers.filter(({ status }) => status === 503).map(({ ms }) => ms),
    0.99,
  )
  if (trial.strict) trial.holds('O1', (late ?? 0) < LATEST_REFUSAL_MS, `refused after ${Math.round(late ?? 0)} ms`)
  return answers.map(({ status }) => status)
}

export const storeContention: readonly Fault[] = [
  {
    id: 'D5',
    promise: 'tries again, at most three times, where the database asks for it, and stores once',
    isPlayable,
    async play(trial) {
      const cluster = await startCluster(trial, { settings: { deadlock_timeout: '300ms' } })
      const rig = await createStoreRig(trial, cluster)
      await deadlock(trial, cluster, rig)
      const sql = session(trial, cluster)
      await hiccups(sql, 2)
      await rig.ledger.write(1, 1)
      await hiccups(sql, 1000)
      await rig.isRefused(`hiccups-${trial.seed}`)
      await sql`drop sequence hiccup cascade`
      await sql`drop trigger hiccup on portfolios`
      await rig.ledger.write(4, 4)
      trial.holds('O3', (await rig.ledger.verify()) === 10, 'a write failed that was tried again')
      await rig.inspect()
    },
  },
  {
    id: 'D6',
    promise: 'answers or refuses soon where no connection is free, and stays ready',
    isPlayable,
    async play(trial) {
      const cluster = await startCluster(trial, { settings: { max_connections: 14, max_wal_senders: 0 } })
      const rig = await createStoreRig(trial, cluster, { max: 2 })
      await rig.ready()
      const { portfolio } = await rig.ask({ caseId: 'crowd' })
      const statuses = crowd(trial, async () => rig.stack.send('GET', `/v1/portfolios/${portfolio?.id}`))
      const isReady = async () => (await rig.stack.send('GET', '/readyz')).status === 200
      trial.holds('O2', await isReady(), 'not ready because of a crowd')
      trial.holds('O2', (await statuses).includes(200), 'nobody in the crowd was answered')
      // The server itself has no place for the pool any more.
      const wide = await createStoreRig(trial, cluster, { max: 10 })
      const hogs = session(trial, cluster, HOGS)
      await Promise.all(Array.from({ length: HOGS }, () => hogs`select pg_sleep(0.05)`))
      await wide.ledger.write(10, 10)
      await hogs.end()
      await wide.ledger.settle()
      await wide.ledger.verify()
      await wide.inspect()
    },
  },
]
