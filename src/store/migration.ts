import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type { Sql } from 'postgres'
import { migrationsFolder } from './migrations-folder.ts'

/** Any number, the same in all processes: the lock of the migrations. */
const LOCK = 20_261_122

/** Brings the tables up to date over a client of one connection. Of processes that start together one works, and the others wait for it. */
export async function migratePostgres(client: Sql): Promise<void> {
  const db = drizzle(client)
  await db.execute(sql`select pg_advisory_lock(${LOCK})`)
  try {
    await migrate(db, { migrationsFolder: migrationsFolder() })
  } finally {
    await db.execute(sql`select pg_advisory_unlock(${LOCK})`)
  }
}
