import { sql } from 'drizzle-orm'
import { type Database, once } from './database.ts'
import { completion, completionValues } from './kept-answer.ts'
import type { Vault } from './sealed.ts'
import type { SaveVersion, TouchVersion } from './store.ts'
import { portfolios, versions } from './tables.ts'
import { rowOf } from './version-row.ts'

const value = sql.placeholder
const moved = sql`moved`

/**
 * Storing a version, and touching the newest one: one statement each, so that version, held and answer are there together or not at all.
 * Of writers that meet on one portfolio the second waits for the row, sees another version in it, and changes nothing.
 */
export function savingStatements(db: Database) {
  const happened = { id: portfolios.id }
  return {
    save: once(() => {
      const move = db.$with('moved', happened).as(sql`update ${portfolios}
        set version = ${value('version')}::integer, revision = ${portfolios.revision} + 1, request = ${value('request')}::bytea, held = ${value('held')}::bytea,
          organisation_bin = ${value('organisationBin')}::text, updated_at = ${value('now')}::timestamptz
        where ${portfolios.id} = ${value('id')}::text and ${portfolios.version} = ${value('after')}::integer
          and ${portfolios.revision} = ${value('revision')}::integer
        returning ${portfolios.id}`)
      const add = db.$with('added', happened).as(sql`insert into ${versions}
          (portfolio_id, version, cause, at, etag, content_hash, body)
        select id, ${value('version')}::integer, ${value('cause')}::text, ${value('at')}::timestamptz,
          ${value('etag')}::text, ${value('contentHash')}::text, ${value('body')}::bytea from ${moved}
        returning portfolio_id`)
      const keep = db.$with('kept', happened).as(completion(moved))
      return db.with(move, add, keep).select({ id: move.id }).from(move).prepare('version_save')
    }),
    touch: once(() => {
      const move = db.$with('moved', happened).as(sql`update ${portfolios}
        set revision = ${portfolios.revision} + 1, request = ${value('request')}::bytea, held = ${value('held')}::bytea, updated_at = ${value('now')}::timestamptz
        where ${portfolios.id} = ${value('id')}::text and ${portfolios.version} = ${value('version')}::integer
          and ${portfolios.revision} = ${value('revision')}::integer
        returning ${portfolios.id}`)
      const keep = db.$with('kept', happened).as(completion(moved))
      return db.with(move, keep).select({ id: move.id }).from(move).prepare('version_touch')
    }),
  }
}

/** `bodyVersion`: the version whose body the kept answer repeats; null where it has its own. */
export function touchingValues(vault: Vault, touch: TouchVersion, bodyVersion: number | null = null): Record<string, unknown> {
  const { id, version, revision, answer } = touch
  const row = rowOf(id, version)
  return {
    id,
    version,
    revision,
    request: vault.seal({ table: 'portfolios', column: 'request', row }, touch.request),
    held: vault.seal({ table: 'portfolios', column: 'held', row }, touch.held),
    ...completionValues(vault, answer, bodyVersion),
  }
}

/** Values of the saving statement. */
export function savingValues(vault: Vault, change: SaveVersion, now: string): Record<string, unknown> {
  const { id, after, cause, at, etag, contentHash, organisationBin } = change
  const version = after + 1
  const repeats = change.answer?.body === change.body ? version : null
  return {
    ...touchingValues(vault, { ...change, version }, repeats),
    ...{ after, cause, at, etag, contentHash, organisationBin, now },
    body: vault.seal({ table: 'versions', column: 'body', row: rowOf(id, version) }, change.body),
  }
}
