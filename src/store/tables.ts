import { sql } from 'drizzle-orm'
import { boolean, customType, index, integer, pgSequence, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'

/*
 * The tables, in the SQL of PostgreSQL 15. Clear are only: ids, numbers, times, causes, ETags, content hashes, BINs, source ids and
 * correlation ids. Texts of people are sealed, and what is looked up by a person or by words of a caller is a keyed hash.
 */

/** Sealed text or keyed hash (see `sealed.ts`). */
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** A point of time: ISO 8601 in UTC on our side. */
const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamptz',
  fromDriver: (value) => new Date(value).toISOString(),
})

/** One row per person and case; what is needed to collect anew lies here, for the newest version only. */
export const portfolios = pgTable(
  'portfolios',
  {
    id: text().primaryKey(),
    /** Keyed hash of person and case. */
    keyIndex: bytes('key_index').notNull(),
    /** Keyed hash of the person. */
    personIndex: bytes('person_index').notNull(),
    organisationBin: text('organisation_bin').notNull(),
    /** Number of the newest version; 0: none yet. */
    version: integer().notNull().default(0),
    /** Raised by every writer, also by one that makes no version: what a writer read must still be there when it writes. */
    revision: integer().notNull().default(0),
    request: bytes(),
    held: bytes(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [uniqueIndex('portfolios_key').on(table.keyIndex)],
)

/** Versions are written once and never changed. */
export const versions = pgTable(
  'versions',
  {
    portfolioId: text('portfolio_id')
      .notNull()
      .references(() => portfolios.id),
    version: integer().notNull(),
    cause: text().notNull(),
    at: instant().notNull(),
    etag: text().notNull(),
    contentHash: text('content_hash').notNull(),
    body: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portfolioId, table.version] })],
)

/** Reservations and kept answers; `id` is the keyed hash of actor, route and key. An answer that is a version's body only names the version. */
export const idempotency = pgTable(
  'idempotency',
  {
    id: bytes().primaryKey(),
    bodyHash: bytes('body_hash').notNull(),
    leaseUntil: instant('lease_until').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Null while it runs. */
    status: integer(),
    answer: bytes(),
    portfolioId: text('portfolio_id'),
    version: integer(),
  },
  (table) => [index('idempotency_created').on(table.createdAt)],
)

/** What was asked of an asynchronous source: one open request per source and portfolio. */
export const inboxRequests = pgTable(
  'inbox_requests',
  {
    source: text().notNull(),
    correlationId: text('correlation_id').notNull(),
    portfolioId: text('portfolio_id').notNull(),
    open: boolean().notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.correlationId] }),
    uniqueIndex('inbox_requests_open').on(table.source, table.portfolioId).where(sql`open`),
    index('inbox_requests_newest').on(table.source, table.portfolioId, table.sentAt),
  ],
)

/** Messages as they came; one whose correlation has no request belongs to nobody. */
export const inboxMessages = pgTable(
  'inbox_messages',
  {
    source: text().notNull(),
    messageId: text('message_id').notNull(),
    correlationId: text('correlation_id'),
    messageType: text('message_type').notNull(),
    messageDate: text('message_date'),
    body: bytes().notNull(),
    receivedAt: instant('received_at').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    appliedAt: instant('applied_at'),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.messageId] }),
    index('inbox_messages_correlation').on(table.source, table.correlationId),
    index('inbox_messages_unapplied').on(table.source, table.receivedAt).where(sql`applied_at is null`),
  ],
)

/** Numbers the generations of all copies. */
export const copyGeneration = pgSequence('copy_generation')

/** Which generation of a part is in use, and who may load the next one. The part without a name tells when all parts were looked at. */
export const copies = pgTable(
  'copies',
  {
    source: text().notNull(),
    scope: text().notNull(),
    generation: integer(),
    /** A generation that is not in use: one that is being written, or one whose rows may go. */
    spare: integer(),
    rows: integer().notNull().default(0),
    /** When the rows in use were last known to be those of the source. */
    loadedAt: instant('loaded_at'),
    /** What changes with the content; null: nothing tells. */
    tag: text(),
    /** Of when the content is, where the source says so. */
    asOf: instant('as_of'),
    leaseUntil: instant('lease_until'),
  },
  (table) => [primaryKey({ columns: [table.source, table.scope] })],
)

export const copyRows = pgTable(
  'copy_rows',
  { generation: integer().notNull(), row: integer().notNull(), body: bytes().notNull() },
  (table) => [primaryKey({ columns: [table.generation, table.row] })],
)

/** Under which keyed hashes a row is found. */
export const copyKeys = pgTable(
  'copy_keys',
  { generation: integer().notNull(), key: bytes().notNull(), row: integer().notNull() },
  (table) => [primaryKey({ columns: [table.generation, table.key, table.row] })],
)

/** The words of operators on sources: written once, never changed. Sealed but for what they are found by. */
export const operatorActions = pgTable(
  'operator_actions',
  {
    /** Their order: the later word holds. */
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    source: text().notNull(),
    kind: text().notNull(),
    /** Of planned work: when it is over. Null: nothing says so, or it is not to be looked for. */
    endsAt: instant('ends_at'),
    action: bytes().notNull(),
    at: instant().notNull(),
  },
  (table) => [uniqueIndex('operator_actions_id').on(table.id), index('operator_actions_newest').on(table.source, table.kind, table.number)],
)

/** The shape baseline of each source: kinds, counts, codes and what operators decided. Sealed, for a reason is the text of a person. */
export const sourceShapes = pgTable('source_shapes', {
  source: text().primaryKey(),
  /** Raised by every writer: what a writer read must still be there when it writes. */
  revision: integer().notNull(),
  shape: bytes().notNull(),
  updatedAt: instant('updated_at').notNull(),
})
