import { asc, gt, inArray, max, or, sql } from 'drizzle-orm'
import { type Database, instantAt, once, type StoreParts } from './database.ts'
import { completion, completionValues } from './kept-answer.ts'
import type { Place } from './sealed.ts'
import type { ActionStore } from './store.ts'
import { operatorActions } from './tables.ts'

const value = sql.placeholder

/** Said once, however often the statement is tried. */
function appendStatement(db: Database) {
  return once(() => {
    const said = db
      .$with('said', { source: operatorActions.source })
      .as(sql`insert into ${operatorActions} (id, source, kind, ends_at, action, at)
        values (${value('action')}::text, ${value('source')}::text, ${value('kind')}::text, ${value('endsAt')}::timestamptz,
          ${value('sealed')}::bytea, ${value('now')}::timestamptz)
        on conflict (id) do nothing returning ${operatorActions.source}`)
    const keep = db.$with('kept', { status: operatorActions.source }).as(completion(sql`said`))
    return db.with(said, keep).select({ source: said.source }).from(said).prepare('action_append')
  })
}

/** The newest of each kind: later words of one kind take the place of earlier ones, but for windows, which stand side by side. */
function newestStatement(db: Database) {
  return once(() => {
    const newest = db
      .select({ number: max(operatorActions.number) })
      .from(operatorActions)
      .groupBy(operatorActions.source, operatorActions.kind)
    return db
      .select()
      .from(operatorActions)
      .where(or(inArray(operatorActions.number, newest), gt(operatorActions.endsAt, value('now'))))
      .orderBy(asc(operatorActions.number))
      .prepare('action_newest')
  })
}

function placeOf(id: string): Place {
  return { table: 'operator_actions', column: 'action', row: id }
}

/** Operators' words over either driver. */
export function createActionStore({ db, vault, clock, guard }: StoreParts): ActionStore {
  const append = appendStatement(db)
  const newest = newestStatement(db)
  return {
    async newest() {
      const rows = await guard.run(() => newest().execute({ now: instantAt(clock) }))
      return rows.map(({ id, source, kind, endsAt, action }) => ({ id, source, kind, endsAt, action: vault.open(placeOf(id), action) }))
    },
    async append({ id, source, kind, endsAt, action }, answer) {
      const sealed = vault.seal(placeOf(id), action)
      const row = { action: id, source, kind, endsAt, sealed, now: instantAt(clock) }
      await guard.run(() => append().execute({ ...row, id: null, ...completionValues(vault, answer, null) }))
    },
  }
}
