import type { HttpResponse, Transport } from '../../src/ports.ts'
import { fetchTransport } from '../../src/sources/http-fetch.ts'
import { openPgliteStore } from '../../src/store/pglite.ts'
import type { Store } from '../../src/store/store.ts'
import { memoryStore } from '../support/memory-store.ts'
import { namesIn, numbersIn } from '../support/said.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { storeKeys, systemClock } from '../support/stores-settings.ts'
import type { Trial } from './fault.ts'

/** The gateway in this process, with each call to a source counted. */
export interface Counted {
  readonly stack: Stack
  /** Calls to sources, from the beginning. */
  readonly calls: () => number
  /** The body of a claim that is right, for a case of this trial; `n`: whose, of the cast. */
  claim(n?: number): Readonly<Record<string, unknown>>
  /** Lets the oracle look at all that was said so far: log and metrics. */
  inspect(): Promise<void>
}

export interface CountedOptions {
  readonly store?: Store
  /** What becomes of an answer of a source. */
  readonly bend?: (url: string, answer: HttpResponse) => HttpResponse
}

const ORIGIN = 'http://government.test'

let opened: Promise<Store> | null = null

/** A store as in production, in memory. Opening it costs more than a trial, so all trials of a process have the same one. */
export function realStore(): Promise<Store> {
  opened ??= openPgliteStore({ dataDir: null, keys: storeKeys, clock: systemClock })
  return opened
}

/** Starts the gateway over the pretend government, without sockets. */
export function createCounted(trial: Trial, { store = memoryStore(), bend = (_, answer) => answer }: CountedOptions = {}): Counted {
  let calls = 0
  const caseId = `trial-${trial.seed}-${Math.floor(trial.random() * 1e9)}`
  const real = fetchTransport((request) => stack.government.fetch(request))
  const transport: Transport = async (request) => {
    calls++
    return bend(request.url, await real(request))
  }
  const stack: Stack = createStack({ store, sockets: { url: ORIGIN, transport } })
  return {
    stack,
    calls: () => calls,
    claim: (n = 0) => ({ ...stack.government.cast[n]?.claim, caseId }),
    async inspect() {
      const said = [...stack.logged, await stack.metrics()].join('\n')
      trial.holds('O4', numbersIn(said).length === 0, 'a number of a person in log or metrics')
      trial.holds('O4', namesIn(said, stack.government.cast).length === 0, 'a name of a person in log or metrics')
    },
  }
}
