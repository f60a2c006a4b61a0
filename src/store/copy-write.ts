import { Buffer } from 'node:buffer'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type Database, instantAt, type StoreParts } from './database.ts'
import type { Place, Vault } from './sealed.ts'
import type { CopyId, CopyRow } from './store.ts'
import { copies, copyGeneration, copyKeys, copyRows } from './tables.ts'

/** Rows written by one statement; bounds what is held encrypted in memory. */
const BATCH = 500
/** Batches that are being written at once. */
const WRITES = 2
/** A writer holds the lease of its part for so long, and prolongs it three times as often, milliseconds. */
const WRITING_MS = 30_000
/** Rows removed by one statement, so that none comes near its time limit. */
const REMOVED = 5000

/** A row opens only in its own generation and place. */
export function placeOf(generation: number, row: number): Place {
  return { table: 'copy_rows', column: 'body', row: `${generation}/${row}` }
}

/** Keyed hash of a key, different in each source. */
export function hashOf(vault: Vault, source: string, key: string): Uint8Array {
  return vault.index('copy', source, key)
}

export function isCopy({ source, scope }: CopyId) {
  return and(eq(copies.source, source), eq(copies.scope, scope))
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH)
}

/** A column as one array literal: the query builder would need a parameter for each cell, which is slower. */
function integers(values: readonly number[]): SQL {
  return sql`${`{${values.join(',')}}`}::text::integer[]`
}
/** Bytes as text that is a third shorter than hexadecimal, and that the database decodes. */
function base64s(values: readonly Uint8Array[]): SQL {
  const texts = values.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('base64'))
  return sql`${`{${texts.join(',')}}`}::text::text[]`
}

/** An array literal, to be cast from text: neither driver is then asked what an array of bytes is. */
export function byteaArray(values: readonly Uint8Array[]): string {
  return `{${values.map((value) => `"\\\\x${Buffer.from(value).toString('hex')}"`).join(',')}}`
}

/** Writes one batch from row number `first` on. A row without a key is counted and not kept, as nothing could find it. */
async function writeBatch(db: Database, vault: Vault, source: string, generation: number, first: number, batch: readonly CopyRow[]) {
  const numbered = batch.map((copyRow, index) => ({ ...copyRow, row: first + index })).filter(({ keys }) => keys.length > 0)
  if (numbered.length === 0) return
  const bodies = numbered.map(({ row, body }) => vault.seal(placeOf(generation, row), body))
  const keys = numbered.flatMap((copyRow) => [...new Set(copyRow.keys)].map((key) => ({ row: copyRow.row, key })))
  const hashes = keys.map(({ key }) => hashOf(vault, source, key))
  const decoded = sql`select ${generation}::integer, place, decode(bytes, 'base64')`
  await db.execute(sql`with kept as (insert into ${copyRows} (generation, "row", body)
    ${decoded} from unnest(${integers(numbered.map(({ row }) => row))}, ${base64s(bodies)}) as sent(place, bytes))
    insert into ${copyKeys} (generation, "row", key)
    ${decoded} from unnest(${integers(keys.map(({ row }) => row))}, ${base64s(hashes)}) as sent(place, bytes)`)
}

/** Removes the rows and keys of a generation that is not in use, a bounded number by each statement. */
export async function removeRows({ db, guard }: StoreParts, generation: number): Promise<void> {
  for (const table of [copyKeys, copyRows]) {
    const some = sql`select ctid from ${table} where generation = ${generation} limit ${REMOVED}`
    const remove = () => db.execute(sql`delete from ${table} where ctid = any(array(${some})) returning 1`)
    while (resultRows(await guard.run(remove)).length === REMOVED);
  }
}

/** The rows that a statement returned, whichever driver it went through. */
export function resultRows<Row>(result: unknown): readonly Row[] {
  return Array.isArray(result) ? result : (result as { readonly rows: readonly Row[] }).rows
}

/** Removes the spare generation of a part with its rows, if it still is that one. */
export async function removeSpare(parts: StoreParts, id: CopyId, generation: number): Promise<void> {
  await removeRows(parts, generation)
  const isSpare = and(isCopy(id), eq(copies.spare, generation))
  await parts.guard.run(() => parts.db.update(copies).set({ spare: null, leaseUntil: null }).where(isSpare))
}

/** Begins a generation of a part as its spare one. What another writer left there is removed, and that writer can put nothing to use. */
export async function beginGeneration(parts: StoreParts, id: CopyId): Promise<number> {
  const { db, clock, guard } = parts
  const next = sql<number>`nextval(${copyGeneration.seqName})::integer`
  const begin = () =>
    db.transaction(async (transaction) => {
      await transaction.insert(copies).values(id).onConflictDoNothing()
      const [former] = await transaction.select({ spare: copies.spare }).from(copies).where(isCopy(id)).for('update')
      const [begun] = await transaction
        .update(copies)
        .set({ spare: next, leaseUntil: instantAt(clock, WRITING_MS) })
        .where(isCopy(id))
        .returning({ spare: copies.spare })
      return { left: former?.spare ?? null, generation: begun?.spare ?? 0 }
    })
  const { left, generation } = await guard.run(begin)
  if (left !== null) await removeRows(parts, left)
  return generation
}

/** Writes rows as they come, each batch by a statement of its own; the number of rows. What `rows` throws passes through. */
export async function writeRows(
  { db, vault, clock, guard }: StoreParts,
  id: CopyId,
  generation: number,
  rows: AsyncIterable<readonly CopyRow[]>,
): Promise<number> {
  const isMine = and(isCopy(id), eq(copies.spare, generation))
  const write = (first: number, batch: readonly CopyRow[]) => guard.run(() => writeBatch(db, vault, id.source, generation, first, batch))
  // By a timer and not after each batch: a source may be slow with the next page.
  const prolong = () =>
    guard.run(() =>
      db
        .update(copies)
        .set({ leaseUntil: instantAt(clock, WRITING_MS) })
        .where(isMine),
    )
  const beat = setInterval(() => void prolong().catch(() => {}), WRITING_MS / 3)
  // While the database writes, the next batch is read and sealed; with two under way it never waits for us.
  const writing: Promise<void>[] = []
  let count = 0
  try {
    for await (const page of rows) {
      for (const batch of batches(page)) {
        if (writing.length === WRITES) await writing.shift()
        const written = write(count, batch)
        // It is awaited above or at the end: until then its failure is nobody's.
        written.catch(() => {})
        writing.push(written)
        count += batch.length
      }
    }
  } finally {
    clearInterval(beat)
    // Nothing is written any more when the caller goes on.
    await Promise.allSettled(writing)
  }
  await Promise.all(writing)
  return count
}
