import type { Fault } from '../fault.ts'
import { processBlocked } from './process-blocked.ts'
import { processEnds } from './process-ends.ts'
import { processInside } from './process-inside.ts'
import { processLoad } from './process-load.ts'
import { processStart } from './process-start.ts'
import { processThrows } from './process-throws.ts'

/** What can become of the process, P1–P12. */
export const processes: readonly Fault[] = [
  ...processEnds,
  ...processBlocked,
  ...processInside,
  ...processStart,
  ...processThrows,
  ...processLoad,
]
