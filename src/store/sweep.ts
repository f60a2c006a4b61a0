import { and, eq, exists, gt, inArray, isNotNull, isNull, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { removeRows, removeSpare, resultRows } from './copy-write.ts'
import { instantAt, type StoreParts } from './database.ts'
import { KEPT_MS } from './idempotency.ts'
import { belongs } from './inbox.ts'
import { copies, copyRows, idempotency, inboxMessages, inboxRequests } from './tables.ts'

/** What a source sent is kept no longer than this, milliseconds. */
const RAW_MS = 30 * 24 * 3_600_000
/** Rows that one statement removes, so that none comes near its time limit; the next sweep takes the rest. */
const ROWS = 1000

/** Conversations whose last message is old and taken up, and old messages that belong to nobody. An open request stays. */
async function sweepInbox({ db, clock, guard }: StoreParts): Promise<void> {
  const old = instantAt(clock, -RAW_MS)
  const lives = or(gt(inboxMessages.receivedAt, old), isNull(inboxMessages.appliedAt))
  const living = db.select({ one: sql`1` }).from(inboxMessages).where(and(belongs, lives))
  const ended = db
    .select({ source: inboxRequests.source, correlationId: inboxRequests.correlationId })
    .from(inboxRequests)
    .where(and(eq(inboxRequests.open, false), lte(inboxRequests.sentAt, old), not(exists(living))))
    .limit(ROWS)
  await guard.run(() => db.delete(inboxRequests).where(sql`(${inboxRequests.source}, ${inboxRequests.correlationId}) in ${ended}`))
  const known = db.select({ one: sql`1` }).from(inboxRequests).where(belongs)
  const orphans = db
    .select({ source: inboxMessages.source, messageId: inboxMessages.messageId })
    .from(inboxMessages)
    .where(and(lte(inboxMessages.receivedAt, old), not(exists(known))))
    .limit(ROWS)
  await guard.run(() => db.delete(inboxMessages).where(sql`(${inboxMessages.source}, ${inboxMessages.messageId}) in ${orphans}`))
}

/** Parts that nobody has renewed, rows that a writer has left behind, and leases that nobody holds any more. */
async function sweepCopies(parts: StoreParts): Promise<void> {
  const { db, clock, guard } = parts
  const isFree = or(isNull(copies.leaseUntil), lte(copies.leaseUntil, instantAt(clock)))
  const isUnused = or(isNull(copies.loadedAt), lte(copies.loadedAt, instantAt(clock, -RAW_MS)))
  const retired = { spare: sql`${copies.generation}`, generation: null, loadedAt: null }
  await guard.run(() =>
    db
      .update(copies)
      .set(retired)
      .where(and(isFree, isUnused, isNull(copies.spare))),
  )
  const spare = await guard.run(() =>
    db
      .select({ source: copies.source, scope: copies.scope, generation: copies.spare })
      .from(copies)
      .where(and(isFree, isNotNull(copies.spare))),
  )
  for (const { generation, ...id } of spare) if (generation !== null) await removeSpare(parts, id, generation)
  await guard.run(() => db.delete(copies).where(and(isFree, isNull(copies.loadedAt), isNull(copies.spare))))
}

/**
 * Generations of rows that no part names: what a writer left that was overtaken and died, or that nobody could remove at the time. They
 * are found by stepping through the primary key, whatever the number of rows.
 */
async function sweepOrphans(parts: StoreParts): Promise<void> {
  const { db, guard } = parts
  const next = (after: SQL) => sql`(select r.generation from ${copyRows} r where ${after} order by r.generation limit 1)`
  const orphans = sql<{ generation: number }>`with recursive known(generation) as (
    ${next(sql`true`)} union all select ${next(sql`r.generation > known.generation`)} from known where known.generation is not null)
    select generation from known where generation is not null
    and not exists (select 1 from ${copies} c where c.generation = known.generation or c.spare = known.generation)`
  const found = await guard.run(() => db.execute(orphans))
  for (const { generation } of resultRows<{ generation: number }>(found)) await removeRows(parts, generation)
}

/** Removes what is past its time: answers after 72 h, what sources sent after 30 days, leases that are over. Throws `StoreUnavailable`. */
export async function sweep(parts: StoreParts): Promise<void> {
  const { db, clock, guard } = parts
  const expired = db
    .select({ id: idempotency.id })
    .from(idempotency)
    .where(lte(idempotency.createdAt, instantAt(clock, -KEPT_MS)))
    .limit(ROWS)
  await guard.run(() => db.delete(idempotency).where(inArray(idempotency.id, expired)))
  await sweepInbox(parts)
  await sweepCopies(parts)
  await sweepOrphans(parts)
}
