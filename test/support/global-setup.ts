import type { TestProject } from 'vitest/node'
import { startPretendGovernment } from '../../mocks/listen.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { contentsOfCast } from './contents.ts'
import { storeKeys, systemClock } from './stores-settings.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of a pretend government on a real port. */
    government: string
    /** A PostgreSQL that the run may fill; empty where there is none. */
    database: string
    /** Content of the portfolio of each member of the cast, as made on Node. */
    contents: Record<string, string>
  }
}

/** The tables, before several projects need them at once: a Worker has no files to migrate from. */
async function migrate(url: string): Promise<void> {
  const store = await openPostgresStore({ url, keys: storeKeys, clock: systemClock, migrate: true })
  await store.ready()
  await store.close()
}

/** One pretend government on a real port for the tests that need sockets; the database of the run, demanded by REQUIRE_POSTGRES. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = process.env.TEST_DATABASE_URL ?? ''
  if (database === '' && process.env.REQUIRE_POSTGRES) throw new Error('REQUIRE_POSTGRES is set and TEST_DATABASE_URL is not')
  if (database === '') process.stdout.write('PostgreSQL: no TEST_DATABASE_URL, its half of the tests is skipped\n')
  if (database !== '') await migrate(database)
  const listening = await startPretendGovernment({ seed: 'journeys', today: '2026-11-24' })
  project.provide('government', listening.url)
  project.provide('database', database)
  project.provide('contents', await contentsOfCast(false))
  return listening.close
}
