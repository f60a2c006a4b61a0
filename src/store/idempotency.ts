import { Buffer } from 'node:buffer'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Database, instantAt, once, type StoreParts } from './database.ts'
import { keptId, readAnswer } from './kept-answer.ts'
import type { IdempotencyStore, Reservation } from './store.ts'
import { idempotency, versions } from './tables.ts'
import { openBody } from './version-row.ts'

/** How long an answer is kept (API page, 1). */
export const KEPT_MS = 72 * 3_600_000
/** A row that is freed between our two statements is tried again so often. */
const ROUNDS = 3

const value = sql.placeholder

function statements(db: Database) {
  const fresh = { bodyHash: value('bodyHash'), leaseUntil: value('leaseUntil'), createdAt: value('now') }
  const { status, leaseUntil, createdAt } = idempotency
  const over = sql`(${status} is null and ${leaseUntil} <= ${value('now')}) or ${createdAt} <= ${value('expired')}`
  return {
    reserve: once(() =>
      db
        .insert(idempotency)
        .values({ id: value('id'), ...fresh })
        .onConflictDoUpdate({
          target: idempotency.id,
          set: {
            bodyHash: sql`excluded.body_hash`,
            leaseUntil: sql`excluded.lease_until`,
            createdAt: sql`excluded.created_at`,
            ...{ status: null, answer: null, portfolioId: null, version: null },
          },
          setWhere: over,
        })
        .returning({ id: idempotency.id })
        .prepare('idempotency_reserve'),
    ),
    find: once(() =>
      db
        .select({ kept: idempotency, body: versions.body })
        .from(idempotency)
        .leftJoin(versions, and(eq(versions.portfolioId, idempotency.portfolioId), eq(versions.version, idempotency.version)))
        .where(eq(idempotency.id, value('id')))
        .prepare('idempotency_find'),
    ),
  }
}
type Found = Awaited<ReturnType<ReturnType<ReturnType<typeof statements>['find']>['execute']>>[number]

/** Reservations and kept answers (API page, 1) over either driver. */
export function createIdempotency({ db, vault, clock, guard }: StoreParts): IdempotencyStore {
  const { reserve, find } = statements(db)

  function toReservation({ kept, body }: Found, bodyHash: Uint8Array): Reservation {
    if (!Buffer.from(kept.bodyHash).equals(bodyHash)) return { state: 'mismatch' }
    const { id, status, answer, portfolioId, version } = kept
    if (status === null || answer === null) return { state: 'running' }
    const versionBody = () => openBody(vault, portfolioId ?? '', version ?? 0, body ?? new Uint8Array())
    return { state: 'done', answer: readAnswer(vault, { id, status, answer }, versionBody) }
  }
  return {
    async reserve(key, bodyHash, leaseMs) {
      const id = keptId(vault, key)
      // A plain hash of a short body would tell the person number to whoever tries all of them.
      const hash = vault.index('body', bodyHash)
      const times = { now: instantAt(clock), leaseUntil: instantAt(clock, leaseMs), expired: instantAt(clock, -KEPT_MS) }
      for (let round = 0; round < ROUNDS; round++) {
        const taken = await guard.run(() => reserve().execute({ id, bodyHash: hash, ...times }))
        if (taken.length > 0) return { state: 'reserved' }
        const [found] = await guard.run(() => find().execute({ id }))
        if (found) return toReservation(found, hash)
      }
      return { state: 'running' }
    },
    async release(key) {
      const reserved = and(eq(idempotency.id, keptId(vault, key)), isNull(idempotency.status))
      await guard.run(() => db.delete(idempotency).where(reserved))
    },
  }
}
