import { and, eq, sql } from 'drizzle-orm'
import { byteaArray, hashOf, isCopy, placeOf, writeCopy } from './copy-write.ts'
import { instantAt, once, type StoreParts } from './database.ts'
import type { CopyRow, CopyStore } from './store.ts'
import { copies, copyKeys, copyRows } from './tables.ts'

/** A whole copy may be written for a minute, each of its statements for the usual time; its rows can be read only once. */
const REPLACE = { timeoutMs: 60_000, attempts: 1 }

const ofGeneration = eq(copyKeys.generation, copies.generation)
const ofKey = and(eq(copyRows.generation, copyKeys.generation), eq(copyRows.row, copyKeys.row))

/** The same rows, remembering what they throw: that error belongs to the caller, not to the store. */
function watched(rows: AsyncIterable<readonly CopyRow[]>) {
  const state: { failure: { readonly error: unknown } | null } = { failure: null }
  async function* pages() {
    try {
      yield* rows
    } catch (error) {
      state.failure = { error }
      throw error
    }
  }
  return { state, pages }
}

/** Local copies of lists over either driver. What yields the rows of `replace` must not use the store: it runs inside the transaction. */
export function createCopies({ db, vault, clock, guard }: StoreParts): CopyStore {
  const asked = and(eq(copies.source, sql.placeholder('source')), eq(copies.scope, sql.placeholder('scope')))
  const infoColumns = { loadedAt: copies.loadedAt, rows: copies.rows }
  const info = once(() => db.select(infoColumns).from(copies).where(asked).prepare('copy_info'))
  const selection = once(() =>
    db
      .select({ ...infoColumns, found: { generation: copyRows.generation, row: copyRows.row, body: copyRows.body } })
      .from(copies)
      .leftJoin(copyKeys, and(ofGeneration, sql`${copyKeys.key} = any(${sql.placeholder('keys')}::text::bytea[])`))
      .leftJoin(copyRows, ofKey)
      .where(asked)
      .orderBy(copyRows.row)
      .prepare('copy_select'),
  )
  return {
    async info(source, scope) {
      const [found] = await guard.run(() => info().execute({ source, scope }))
      return found?.loadedAt ? { loadedAt: found.loadedAt, rows: found.rows } : null
    },
    async select(source, scope, keys) {
      const hashes = byteaArray(keys.map((key) => hashOf(vault, source, key)))
      const rows = await guard.run(() => selection().execute({ source, scope, keys: hashes }))
      const [first] = rows
      if (!first?.loadedAt) return null
      // A row that lies under two of the keys comes twice; where no key fits there is one row with nothing found.
      const bodies = new Map<number, string>()
      for (const { found } of rows) {
        if (found && !bodies.has(found.row)) bodies.set(found.row, vault.open(placeOf(found.generation, found.row), found.body))
      }
      return { info: { loadedAt: first.loadedAt, rows: first.rows }, bodies: [...bodies.values()] }
    },
    async claim(source, scope, leaseMs) {
      const leaseUntil = instantAt(clock, leaseMs)
      const isFree = sql`${copies.leaseUntil} is null or ${copies.leaseUntil} <= ${instantAt(clock)}`
      const claimed = await guard.run(() =>
        db
          .insert(copies)
          .values({ source, scope, leaseUntil })
          .onConflictDoUpdate({ target: [copies.source, copies.scope], set: { leaseUntil }, setWhere: isFree })
          .returning({ source: copies.source }),
      )
      return claimed.length > 0
    },
    async replace(source, scope, rows) {
      const { state, pages } = watched(rows)
      const now = () => instantAt(clock)
      const write = () => db.transaction((transaction) => writeCopy(transaction, vault, { source, scope }, pages(), now))
      try {
        return await guard.run(write, REPLACE)
      } catch (error) {
        throw state.failure ? state.failure.error : error
      }
    },
    async free(source, scope) {
      await guard.run(() => db.update(copies).set({ leaseUntil: null }).where(isCopy({ source, scope })))
    },
  }
}
