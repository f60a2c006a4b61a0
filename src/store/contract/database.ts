import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'

/** An empty database on the server of the tests; `null` where no server is given, which is said once per file. */
export interface TestDatabase {
  readonly url: string
  create(): Promise<void>
  drop(): Promise<void>
}

/** Names a database of its own for each run on the server of `TEST_DATABASE_URL`. */
export function testDatabase(server: string | undefined): TestDatabase | null {
  if (!server) {
    process.stderr.write('PostgreSQL store tests skipped: set TEST_DATABASE_URL, or run by scripts/with-postgres.sh\n')
    return null
  }
  const name = `store_${process.pid}_${Math.trunc(performance.now())}`
  const url = new URL(server)
  url.pathname = `/${name}`
  async function admin(statement: string): Promise<void> {
    const db = drizzle(server ?? '')
    await db.execute(sql.raw(statement))
    await db.$client.end()
  }
  return {
    url: url.href,
    create: () => admin(`create database ${name}`),
    drop: () => admin(`drop database ${name} with (force)`),
  }
}
