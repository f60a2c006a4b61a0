import type { Fault } from './fault.ts'
import { claims } from './groups/claims.ts'
import { connection } from './groups/connection.ts'
import { injection } from './groups/injection.ts'
import { requests } from './groups/requests.ts'
import { supply } from './groups/supply.ts'
import { trust } from './groups/trust.ts'

/** Every fault that is played, in groups: each group has a test file of its own. */
export const FAULTS_PLAYED: readonly Fault[] = [...connection, ...claims, ...requests, ...injection, ...trust, ...supply]
