import type { TestProject } from 'vitest/node'
import { startPretendGovernment } from '../../mocks/listen.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of a pretend government on a real port. */
    government: string
    /** A PostgreSQL that the run may fill; empty where there is none. */
    database: string
  }
}

/** One pretend government on a real port for the tests that need sockets; the database of the run, demanded by REQUIRE_POSTGRES. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = process.env.TEST_DATABASE_URL ?? ''
  if (database === '' && process.env.REQUIRE_POSTGRES) throw new Error('REQUIRE_POSTGRES is set and TEST_DATABASE_URL is not')
  if (database === '') process.stdout.write('PostgreSQL: no TEST_DATABASE_URL, its half of the tests is skipped\n')
  const listening = await startPretendGovernment({ seed: 'journeys', today: '2026-11-24' })
  project.provide('government', listening.url)
  project.provide('database', database)
  return listening.close
}
