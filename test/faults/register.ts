import type { Fault } from './fault.ts'
import { bodies } from './groups/bodies.ts'
import { bombs } from './groups/bombs.ts'
import { connection } from './groups/connection.ts'
import { lines } from './groups/lines.ts'
import { persons } from './groups/persons.ts'
import { quirks } from './groups/quirks.ts'
import { refusals } from './groups/refusals.ts'
import { shapes } from './groups/shapes.ts'
import { texts } from './groups/texts.ts'
import { times } from './groups/times.ts'
import { tls } from './groups/tls.ts'
import { trust } from './groups/trust.ts'
import { whole } from './groups/whole.ts'

/** Every fault that is played from a source, in groups: each group has a test file of its own. */
const UPSTREAM: readonly Fault[] = [
  connection,
  lines,
  refusals,
  bodies,
  texts,
  shapes,
  bombs,
  persons,
  times,
  tls,
  trust,
  whole,
  quirks,
].flat()

/** Every fault that is played. */
export const FAULTS_PLAYED: readonly Fault[] = [...UPSTREAM]
