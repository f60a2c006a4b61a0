import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Clock } from '../../src/ports.ts'
import { createDrizzleStore } from '../../src/store/drizzle-store.ts'
import { createGuard } from '../../src/store/guard.ts'
import { migrationsFolder } from '../../src/store/migrations-folder.ts'
import type { Store } from '../../src/store/store.ts'
import { storeKeys } from '../support/stores-settings.ts'
import type { Trial } from './fault.ts'

/** A store on an embedded database one of whose queries fails. */
export interface FailingStore {
  readonly store: Store
  /**
   * The n-th query from now on (1: the next one) fails: it is not sent, or it is done and its answer is lost. Once only; 0: none.
   * The function tells how many queries there were since.
   */
  failAt(n: number, how: 'unsent' | 'answer lost'): () => number
}

type Query = (...given: unknown[]) => Promise<unknown>
const QUERIES = new Set<string | symbol>(['query', 'exec', 'sql'])

/** The database with `around` about each of its queries, those of its transactions too. */
function watched<Client extends object>(client: Client, around: (query: () => Promise<unknown>) => Promise<unknown>): Client {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      const call = value.bind(target) as Query
      if (QUERIES.has(name)) return (...given: unknown[]) => around(() => call(...given))
      if (name !== 'transaction') return call
      return (work: (transaction: object) => unknown) => call((transaction: object) => work(watched(transaction, around)))
    },
  })
}

function lost(): Error {
  return Object.assign(new Error('connection lost'), { code: '08006' })
}

/** Opens it in memory; the trial closes it. */
export async function openFailingStore(trial: Trial, clock: Clock): Promise<FailingStore> {
  const client = await PGlite.create()
  trial.after(() => client.close())
  let [count, at, isDone] = [0, 0, false]
  const db = drizzle(
    watched(client, async (query) => {
      const isMeant = ++count === at
      if (isMeant && !isDone) throw lost()
      const result = await query()
      if (isMeant) throw lost()
      return result
    }),
  )
  await migrate(db, { migrationsFolder: migrationsFolder() })
  const guard = createGuard({ places: 10, queue: 1000, waitMs: 5000, timeoutMs: 10_000 })
  const driver = { db, guard, ready: async () => {}, close: async () => {} }
  return {
    store: createDrizzleStore(driver, storeKeys, clock),
    failAt(n, how) {
      ;[count, at, isDone] = [0, n, how === 'answer lost']
      return () => count
    },
  }
}
