import { sql } from 'drizzle-orm'
import { type Database, instantAt, once, type StoreParts } from './database.ts'
import { completion, completionValues } from './kept-answer.ts'
import type { Place } from './sealed.ts'
import type { ShapeStore } from './store.ts'
import { sourceShapes } from './tables.ts'

const value = sql.placeholder

/** A writer whose revision is not there any more changes nothing. */
function savingStatement(db: Database) {
  return once(() => {
    const move = db.$with('moved', { source: sourceShapes.source }).as(sql`insert into ${sourceShapes} (source, revision, shape, updated_at)
      values (${value('source')}::text, ${value('revision')}::integer + 1, ${value('shape')}::bytea, ${value('now')}::timestamptz)
      on conflict (source) do update set revision = excluded.revision, shape = excluded.shape, updated_at = excluded.updated_at
        where ${sourceShapes.revision} = ${value('revision')}::integer
      returning ${sourceShapes.source}`)
    const keep = db.$with('kept', { status: sourceShapes.source }).as(completion(sql`moved`))
    return db.with(move, keep).select({ source: move.source }).from(move).prepare('shape_save')
  })
}

function placeOf(source: string): Place {
  return { table: 'source_shapes', column: 'shape', row: source }
}

/** Shape baselines over either driver. */
export function createShapeStore({ db, vault, clock, guard }: StoreParts): ShapeStore {
  const save = savingStatement(db)
  const all = once(() => db.select().from(sourceShapes).prepare('shape_all'))
  return {
    async all() {
      const rows = await guard.run(() => all().execute())
      return rows.map(({ source, revision, shape }) => ({ source, revision, shape: vault.open(placeOf(source), shape) }))
    },
    async save({ source, revision, shape }, answer) {
      const sealed = vault.seal(placeOf(source), shape)
      const values = { source, revision, shape: sealed, now: instantAt(clock), id: null, ...completionValues(vault, answer, null) }
      return (await guard.run(() => save().execute(values))).length > 0
    },
  }
}
