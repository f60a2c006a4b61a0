import { Buffer } from 'node:buffer'
import { type SQL, sql } from 'drizzle-orm'
import type { Place, Vault } from './sealed.ts'
import type { IdempotencyKey, KeptAnswer } from './store.ts'
import { idempotency } from './tables.ts'

/** Keyed hash of actor, route and key: a caller's own words are not kept. */
export function keptId(vault: Vault, { actor, route, key }: IdempotencyKey): Uint8Array {
  return vault.index('idempotency', actor, route, key)
}

function placeOf(id: Uint8Array): Place {
  return { table: 'idempotency', column: 'answer', row: Buffer.from(id).toString('hex') }
}

/** Values of the placeholders of `completion`; all null where there is nothing to keep. */
export interface CompletionValues extends Record<string, unknown> {
  readonly keptId: Uint8Array | null
  readonly keptStatus: number | null
  readonly keptAnswer: Uint8Array | null
  readonly keptVersion: number | null
}

/** `version`: the stored version whose body the answer repeats, so that it is not written twice. */
export function completionValues(vault: Vault, answer: (IdempotencyKey & KeptAnswer) | null, version: number | null): CompletionValues {
  if (!answer) return { keptId: null, keptStatus: null, keptAnswer: null, keptVersion: null }
  const id = keptId(vault, answer)
  const body = version === null ? answer.body : null
  const sealed = vault.seal(placeOf(id), JSON.stringify({ headers: answer.headers, body }))
  return { keptId: id, keptStatus: answer.status, keptAnswer: sealed, keptVersion: version }
}

/** Keeps the answer in the statement of the effect, whose CTE `effect` has one row where it happened. The first answer stays. */
export function completion(effect: SQL): SQL {
  return sql`update ${idempotency}
    set status = ${sql.placeholder('keptStatus')}::integer, answer = ${sql.placeholder('keptAnswer')}::bytea,
      version = ${sql.placeholder('keptVersion')}::integer, portfolio_id = ${sql.placeholder('id')}::text
    where ${idempotency.id} = ${sql.placeholder('keptId')}::bytea and ${idempotency.status} is null and exists (select 1 from ${effect})
    returning ${idempotency.status}`
}

/** A kept answer as its row has it. */
export interface KeptRow {
  readonly id: Uint8Array
  readonly status: number
  readonly answer: Uint8Array
}

/** `versionBody` reads the body of the version that the row names. Throws `StoreUnavailable` where the row does not open. */
export function readAnswer(vault: Vault, row: KeptRow, versionBody: () => string): KeptAnswer {
  const kept = JSON.parse(vault.open(placeOf(row.id), row.answer)) as { headers: Record<string, string>; body: string | null }
  return { status: row.status, headers: kept.headers, body: kept.body ?? versionBody() }
}
