import type { Fault } from '../fault.ts'
import { processEnds } from './process-ends.ts'

/** What can become of the process, P1–P12. */
export const processes: readonly Fault[] = [...processEnds]
