import type { Adapter, Source, Teacher } from '../../adapters/adapter.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { signerOf } from '../compose.ts'
import type { Clock } from '../ports.ts'
import { bindSource } from '../sources/bind.ts'
import { bindBus } from '../sources/bind-bus.ts'
import type { Bus } from '../sources/bus.ts'
import { createDeadlines, type Deadline, within } from '../sources/deadline.ts'
import type { Run } from '../sources/failure.ts'
import { failureOf } from '../sources/fault.ts'
import { fetchTransport } from '../sources/http-fetch.ts'
import { createParsedCache } from '../sources/parsed-cache.ts'
import { createSessionKeeper } from '../sources/session.ts'
import type { SourceSettings } from '../sources/settings.ts'
import { checksHere } from '../sources/xml-signature.ts'
import { createWitness, type Fetch, type Seen } from './witness.ts'

/** What a server is looked at with. */
export interface Bench {
  readonly adapter: Adapter
  readonly settings: SourceSettings
  readonly fetch: Fetch
  readonly clock: Clock
  /** A UUID. */
  readonly newId: () => string
  /** The person whom the source should know; null: nobody was named. */
  readonly known: Teacher | null
  /** Somebody who never was. */
  readonly nobody: Teacher
  /** How long a message of the asynchronous channel may take, milliseconds. */
  readonly waitMs: number
}

/** A source bound for one look: no retry, no breaker and no kept session, so that everything is seen as it is. */
export interface Look {
  readonly fetch: Fetch
  readonly source: Source
  readonly bus: Bus
  readonly seen: readonly Seen[]
  readonly deadline: Deadline
}

/** What came of a look: its result, or why there is none. */
export type Looked<Result> = ({ readonly result: Result } | { readonly verdict: Verdict }) & { readonly seen: readonly Seen[] }

function boundFor(bench: Bench, fetch: Fetch, deadline: Deadline) {
  const { settings, clock, newId, adapter } = bench
  const transport = fetchTransport(fetch)
  const run: Run = (attempt) => within(deadline, attempt(deadline.signal))
  const wire = { settings, transport, clock, newId, signer: signerOf(settings, transport, checksHere), checks: checksHere, run }
  const source = bindSource({
    ...wire,
    access: adapter.access,
    sessions: createSessionKeeper(clock, true),
    parsed: createParsedCache(),
  })
  return { source, bus: bindBus(wire) }
}

/** Looks at the source once, within its limit; a failure of the source is a value. Throws errors of our own. */
export async function look<Result>(bench: Bench, limitMs: number, ask: (look: Look) => Promise<Result>): Promise<Looked<Result>> {
  const deadlines = createDeadlines(bench.clock)
  const { fetch, seen } = createWitness(bench.fetch)
  const deadline = deadlines.at(limitMs)
  try {
    return { result: await ask({ ...boundFor(bench, fetch, deadline), fetch, seen, deadline }), seen }
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    return { verdict: failure.verdict, seen }
  } finally {
    deadlines.clear()
  }
}
