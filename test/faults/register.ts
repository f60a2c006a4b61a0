import type { Fault } from './fault.ts'
import { bodies } from './groups/bodies.ts'
import { connection } from './groups/connection.ts'
import { lines } from './groups/lines.ts'
import { quirks } from './groups/quirks.ts'
import { texts } from './groups/texts.ts'

/** Every fault that is played, in groups: each group has a test file of its own. */
export const FAULTS_PLAYED: readonly Fault[] = [...connection, ...lines, ...bodies, ...texts, ...quirks]
