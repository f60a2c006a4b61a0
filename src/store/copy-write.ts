import { Buffer } from 'node:buffer'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import type { Place, Vault } from './sealed.ts'
import type { CopyInfo, CopyRow } from './store.ts'
import { copies, copyGeneration, copyKeys, copyRows } from './tables.ts'

/** Which list of which source. */
export interface CopyId {
  readonly source: string
  readonly scope: string
}

/** Rows written by one statement; bounds what is held encrypted in memory. */
const BATCH = 500

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
function byteas(values: readonly Uint8Array[]): SQL {
  return sql`${byteaArray(values)}::text::bytea[]`
}

/** An array literal, to be cast from text: neither driver is then asked what an array of bytes is. */
export function byteaArray(values: readonly Uint8Array[]): string {
  return `{${values.map((value) => `"\\\\x${Buffer.from(value).toString('hex')}"`).join(',')}}`
}

/** Writes one batch from row number `first` on. A row without a key is counted and not kept, as nothing could find it. */
async function writeBatch(db: Database, vault: Vault, source: string, generation: number, first: number, batch: readonly CopyRow[]) {
  const numbered = batch.map((copyRow, index) => ({ ...copyRow, row: first + index })).filter(({ keys }) => keys.length > 0)
  const bodies = numbered.map(({ row, body }) => vault.seal(placeOf(generation, row), body))
  await db.execute(sql`insert into ${copyRows} (generation, "row", body)
    select ${generation}::integer, * from unnest(${integers(numbered.map(({ row }) => row))}, ${byteas(bodies)})`)
  const keys = numbered.flatMap((copyRow) => [...new Set(copyRow.keys)].map((key) => ({ row: copyRow.row, key })))
  const hashes = keys.map(({ key }) => hashOf(vault, source, key))
  await db.execute(sql`insert into ${copyKeys} (generation, "row", key)
    select ${generation}::integer, * from unnest(${integers(keys.map(({ row }) => row))}, ${byteas(hashes)})`)
}

/** Puts the generation into use, frees the lease and removes the former one. */
async function switchTo(db: Database, id: CopyId, generation: number, info: CopyInfo): Promise<void> {
  await db.insert(copies).values(id).onConflictDoNothing()
  const [former] = await db.select({ generation: copies.generation }).from(copies).where(isCopy(id)).for('update')
  await db
    .update(copies)
    .set({ ...info, generation, leaseUntil: null })
    .where(isCopy(id))
  if (former?.generation) await removeGeneration(db, former.generation)
}

/** Removes the rows and keys of one generation. */
export async function removeGeneration(db: Database, generation: number): Promise<void> {
  await db.delete(copyKeys).where(eq(copyKeys.generation, generation))
  await db.delete(copyRows).where(eq(copyRows.generation, generation))
}

/** Writes a whole copy inside the given transaction. What `rows` throws ends it. */
export async function writeCopy(
  transaction: Database,
  vault: Vault,
  id: CopyId,
  rows: AsyncIterable<readonly CopyRow[]>,
  now: () => string,
): Promise<CopyInfo> {
  const next = sql<number>`nextval(${copyGeneration.seqName})::integer`.mapWith(Number)
  const [{ generation } = { generation: 0 }] = await transaction.select({ generation: next }).from(sql`(select 1) as one`)
  let count = 0
  for await (const page of rows) {
    for (const batch of batches(page)) {
      await writeBatch(transaction, vault, id.source, generation, count, batch)
      count += batch.length
    }
  }
  const info = { loadedAt: now(), rows: count }
  await switchTo(transaction, id, generation, info)
  return info
}
