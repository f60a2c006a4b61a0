import { and, eq, exists, gt, inArray, isNull, lte, not, or, sql } from 'drizzle-orm'
import { removeGeneration } from './copy-write.ts'
import { instantAt, type StoreParts } from './database.ts'
import { KEPT_MS } from './idempotency.ts'
import { belongs } from './inbox.ts'
import { copies, idempotency, inboxMessages, inboxRequests } from './tables.ts'

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

/** Copies that nobody has renewed, and leases that nobody holds any more. */
async function sweepCopies({ db, clock, guard }: StoreParts): Promise<void> {
  const free = or(isNull(copies.leaseUntil), lte(copies.leaseUntil, instantAt(clock)))
  const unused = or(isNull(copies.loadedAt), lte(copies.loadedAt, instantAt(clock, -RAW_MS)))
  await guard.run(() =>
    db.transaction(async (transaction) => {
      const removed = await transaction.delete(copies).where(and(free, unused)).returning({ generation: copies.generation })
      for (const { generation } of removed) if (generation !== null) await removeGeneration(transaction, generation)
    }),
  )
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
}
