import type { Fault } from './fault.ts'
import { bodies } from './groups/bodies.ts'
import { bombs } from './groups/bombs.ts'
import { claims } from './groups/claims.ts'
import { connection } from './groups/connection.ts'
import { injection } from './groups/injection.ts'
import { lines } from './groups/lines.ts'
import { persons } from './groups/persons.ts'
import { processes } from './groups/process.ts'
import { quirks } from './groups/quirks.ts'
import { refusals } from './groups/refusals.ts'
import { requests } from './groups/requests.ts'
import { shapes } from './groups/shapes.ts'
import { store } from './groups/store.ts'
import { supply } from './groups/supply.ts'
import { texts } from './groups/texts.ts'
import { times } from './groups/times.ts'
import { tls } from './groups/tls.ts'
import { trust } from './groups/trust.ts'
import { vouched } from './groups/vouched.ts'
import { whole } from './groups/whole.ts'

const UPSTREAM = [connection, lines, refusals, bodies, texts, shapes, bombs, persons, times, tls, vouched, whole, quirks]
const OURS = [store, processes]
const CALLERS = [claims, requests, injection, trust, supply]

/** Every fault that is played, in groups: each group has a test file of its own. */
export const FAULTS_PLAYED: readonly Fault[] = [...UPSTREAM, ...OURS, ...CALLERS].flat()
