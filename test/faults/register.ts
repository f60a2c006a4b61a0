import type { Fault } from './fault.ts'
import { connection } from './groups/connection.ts'
import { processes } from './groups/process.ts'
import { store } from './groups/store.ts'

/** Every fault that is played, in groups: each group has a test file of its own. */
export const FAULTS_PLAYED: readonly Fault[] = [...connection, ...store, ...processes]
