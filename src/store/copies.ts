import { and, eq, isNotNull, or, sql } from 'drizzle-orm'
import { beginGeneration, byteaArray, hashOf, isCopy, placeOf, removeSpare, writeRows } from './copy-write.ts'
import { instantAt, once, type StoreParts } from './database.ts'
import { type CopyId, type CopyMark, type CopyPart, type CopyRow, type CopyStore, StoreUnavailable } from './store.ts'
import { copies, copyKeys, copyRows } from './tables.ts'

const ofGeneration = eq(copyKeys.generation, copies.generation)
const ofKey = and(eq(copyRows.generation, copyKeys.generation), eq(copyRows.row, copyKeys.row))
const COLUMNS = { scope: copies.scope, loadedAt: copies.loadedAt, asOf: copies.asOf, tag: copies.tag, rows: copies.rows }

type PartRow = Omit<CopyPart, 'loadedAt'> & { readonly loadedAt: string | null }

/** A part that was never loaded is none yet: only its lease is there. */
function partOf({ scope, loadedAt, asOf, tag, rows }: PartRow): readonly CopyPart[] {
  return loadedAt === null ? [] : [{ scope, loadedAt, asOf, tag, rows }]
}

/** Puts the spare generation to use; what was in use becomes the spare one. Null: another writer has begun since. */
async function switchTo({ db, clock, guard }: StoreParts, id: CopyId, generation: number, rows: number, mark: CopyMark) {
  const loadedAt = instantAt(clock)
  const isMine = and(isCopy(id), eq(copies.spare, generation))
  const part = { ...mark, rows, loadedAt }
  const change = { ...part, generation, spare: sql`${copies.generation}`, leaseUntil: null }
  const [switched] = await guard.run(() => db.update(copies).set(change).where(isMine).returning({ spare: copies.spare }))
  return switched ? { former: switched.spare, part: { scope: id.scope, ...part } } : null
}

async function replace(parts: StoreParts, id: CopyId, rows: AsyncIterable<readonly CopyRow[]>, mark: () => CopyMark): Promise<CopyPart> {
  const generation = await beginGeneration(parts, id)
  let switched: Awaited<ReturnType<typeof switchTo>> = null
  try {
    const count = await writeRows(parts, id, generation, rows)
    switched = await switchTo(parts, id, generation, count, mark())
  } finally {
    const left = switched ? switched.former : generation
    if (left !== null) await removeSpare(parts, id, left)
  }
  if (!switched) throw new StoreUnavailable('copy.contention')
  return switched.part
}

/** What was loaded, and what of it lies under some keys. */
function reading({ db, vault, guard }: StoreParts): Pick<CopyStore, 'parts' | 'select'> {
  const ofSource = eq(copies.source, sql.placeholder('source'))
  const ofScope = or(sql`${sql.placeholder('scope')}::text is null`, eq(copies.scope, sql.placeholder('scope')))
  const known = once(() =>
    db
      .select(COLUMNS)
      .from(copies)
      .where(and(ofSource, isNotNull(copies.loadedAt)))
      .prepare('copy_parts'),
  )
  const selection = once(() =>
    db
      .select({ part: COLUMNS, found: { generation: copyRows.generation, row: copyRows.row, body: copyRows.body } })
      .from(copies)
      .leftJoin(copyKeys, and(ofGeneration, sql`${copyKeys.key} = any(${sql.placeholder('keys')}::text::bytea[])`))
      .leftJoin(copyRows, ofKey)
      .where(and(ofSource, ofScope))
      .orderBy(copies.scope, copyRows.row)
      .prepare('copy_select'),
  )
  return {
    async parts(source) {
      return (await guard.run(() => known().execute({ source }))).flatMap(partOf)
    },
    async select(source, scope, keys) {
      const hashes = byteaArray(keys.map((key) => hashOf(vault, source, key)))
      const rows = await guard.run(() => selection().execute({ source, scope, keys: hashes }))
      // A row that lies under two of the keys comes twice; where no key fits there is one row with nothing found.
      const found = new Map<string, CopyPart>()
      const bodies = new Map<string, string>()
      for (const { part, found: row } of rows) {
        for (const one of partOf(part)) found.set(one.scope, one)
        if (!row) continue
        const place = placeOf(row.generation, row.row)
        if (!bodies.has(place.row)) bodies.set(place.row, vault.open(place, row.body))
      }
      return { parts: [...found.values()], bodies: [...bodies.values()] }
    },
  }
}

/** Columns by which a copy is one row. */
const target = [copies.source, copies.scope]

/** Who loads a copy: one process at a time. */
function leasing({ db, clock, guard }: StoreParts): Pick<CopyStore, 'claim' | 'extend' | 'free'> {
  return {
    async claim(id, leaseMs) {
      const leaseUntil = instantAt(clock, leaseMs)
      const isFree = sql`${copies.leaseUntil} is null or ${copies.leaseUntil} <= ${instantAt(clock)}`
      const claimed = await guard.run(() =>
        db
          .insert(copies)
          .values({ ...id, leaseUntil })
          .onConflictDoUpdate({ target, set: { leaseUntil }, setWhere: isFree })
          .returning({ source: copies.source }),
      )
      return claimed.length > 0
    },
    async extend(id, leaseMs) {
      await guard.run(() =>
        db
          .update(copies)
          .set({ leaseUntil: instantAt(clock, leaseMs) })
          .where(and(isCopy(id), isNotNull(copies.leaseUntil))),
      )
    },
    async free(id) {
      await guard.run(() => db.update(copies).set({ leaseUntil: null }).where(isCopy(id)))
    },
  }
}

/** Local copies of lists over either driver. */
export function createCopies(parts: StoreParts): CopyStore {
  const { db, guard } = parts
  return {
    ...reading(parts),
    ...leasing(parts),
    replace: (id, rows, mark) => replace(parts, id, rows, mark),
    async confirm(id, { tag, asOf }, at) {
      const change = { tag, asOf, loadedAt: new Date(at).toISOString() }
      await guard.run(() =>
        db
          .insert(copies)
          .values({ ...id, ...change })
          .onConflictDoUpdate({ target, set: change }),
      )
    },
  }
}
