import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Database, instantAt, once, type StoreParts } from './database.ts'
import type { Place } from './sealed.ts'
import type { InboxStore, StoredMessage } from './store.ts'
import { inboxMessages, inboxRequests } from './tables.ts'

const value = sql.placeholder

/** A message belongs to the request with its correlation, if there is one. */
export const belongs = and(eq(inboxRequests.source, inboxMessages.source), eq(inboxRequests.correlationId, inboxMessages.correlationId))

function placeOf(source: string, messageId: string): Place {
  return { table: 'inbox_messages', column: 'body', row: `${source}/${messageId}` }
}

function statements(db: Database) {
  const { source, portfolioId, correlationId, sentAt, open } = inboxRequests
  const oldest = sql`min(${inboxMessages.receivedAt})`
  return {
    request: once(() =>
      db
        .select({ correlationId, open, sentAt })
        .from(inboxRequests)
        .where(and(eq(source, value('source')), eq(portfolioId, value('portfolioId'))))
        .orderBy(desc(sentAt))
        .limit(1)
        .prepare('inbox_request'),
    ),
    messages: once(() =>
      db
        .select()
        .from(inboxMessages)
        .where(and(eq(inboxMessages.source, value('source')), eq(inboxMessages.correlationId, value('correlationId'))))
        .orderBy(asc(inboxMessages.receivedAt), asc(inboxMessages.messageId))
        .prepare('inbox_messages'),
    ),
    unapplied: once(() =>
      db
        // As text: the drivers differ in what they make of arrays.
        .select({ portfolioId, messageIds: sql<string>`json_agg(${inboxMessages.messageId} order by ${inboxMessages.receivedAt})::text` })
        .from(inboxMessages)
        .innerJoin(inboxRequests, belongs)
        .where(and(eq(inboxMessages.source, value('source')), isNull(inboxMessages.appliedAt)))
        .groupBy(portfolioId)
        .orderBy(oldest)
        .limit(value('limit'))
        .prepare('inbox_unapplied'),
    ),
  }
}

/** Requests to asynchronous sources: at most one open per source and portfolio. */
function createRequests(
  { db, clock, guard }: StoreParts,
  read: ReturnType<typeof statements>,
): Pick<InboxStore, 'request' | 'openRequest' | 'dropRequest' | 'closeRequest'> {
  const isIt = (source: string, correlationId: string) =>
    and(eq(inboxRequests.source, source), eq(inboxRequests.correlationId, correlationId))
  return {
    async request(source, portfolioId) {
      const [found] = await guard.run(() => read.request().execute({ source, portfolioId }))
      return found ?? null
    },
    async openRequest(source, portfolioId, correlationId) {
      const values = { source, portfolioId, correlationId, open: true, sentAt: instantAt(clock) }
      const opened = await guard.run(() =>
        db.insert(inboxRequests).values(values).onConflictDoNothing().returning({ source: inboxRequests.source }),
      )
      return opened.length > 0
    },
    async dropRequest(source, correlationId) {
      await guard.run(() => db.delete(inboxRequests).where(isIt(source, correlationId)))
    },
    async closeRequest(source, correlationId) {
      await guard.run(() => db.update(inboxRequests).set({ open: false }).where(isIt(source, correlationId)))
    },
  }
}

/** Messages of asynchronous sources over either driver. */
export function createInbox(parts: StoreParts): InboxStore {
  const { db, vault, clock, guard } = parts
  const read = statements(db)

  function toMessage(row: typeof inboxMessages.$inferSelect): StoredMessage {
    const { messageId, correlationId, messageType, messageDate } = row
    return { messageId, correlationId, messageType, messageDate, body: vault.open(placeOf(row.source, messageId), row.body) }
  }
  return {
    ...createRequests(parts, read),
    async keep(source, message) {
      const body = vault.seal(placeOf(source, message.messageId), message.body)
      const values = { ...message, source, body, receivedAt: instantAt(clock) }
      const kept = await guard.run(() =>
        db.insert(inboxMessages).values(values).onConflictDoNothing().returning({ source: inboxMessages.source }),
      )
      return kept.length > 0
    },
    async acknowledged(source, messageId) {
      const isIt = and(eq(inboxMessages.source, source), eq(inboxMessages.messageId, messageId))
      await guard.run(() =>
        db
          .update(inboxMessages)
          .set({ acknowledgedAt: instantAt(clock) })
          .where(isIt),
      )
    },
    async messages(source, correlationId) {
      return (await guard.run(() => read.messages().execute({ source, correlationId }))).map(toMessage)
    },
    async unapplied(source, limit) {
      const rows = await guard.run(() => read.unapplied().execute({ source, limit }))
      return rows.map(({ portfolioId, messageIds }) => ({ portfolioId, messageIds: JSON.parse(messageIds) as string[] }))
    },
    async applied(source, messageIds) {
      if (messageIds.length === 0) return
      const areThey = and(eq(inboxMessages.source, source), inArray(inboxMessages.messageId, [...messageIds]))
      await guard.run(() =>
        db
          .update(inboxMessages)
          .set({ appliedAt: instantAt(clock) })
          .where(areThey),
      )
    },
  }
}
