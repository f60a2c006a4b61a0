import type { Fault } from '../fault.ts'
import { storeContention } from './store-contention.ts'
import { storeLifetime } from './store-lifetime.ts'
import { storeQueries } from './store-queries.ts'
import { storeServer } from './store-server.ts'

/** What can become of the store, D1–D12. */
export const store: readonly Fault[] = [...storeServer, ...storeContention, ...storeLifetime, ...storeQueries]
