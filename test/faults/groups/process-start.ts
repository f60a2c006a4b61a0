import { memoryStore } from '../../support/memory-store.ts'
import { createStack, type Stack } from '../../support/stack.ts'
import { countingTransport } from '../counting-transport.ts'
import type { Fault, Trial } from '../fault.ts'
import { createProxy } from '../proxy.ts'
import { prefixOf } from '../rig.ts'
import { FEW_SOURCES } from '../store-rig.ts'
import { refusesWrong } from './wrong-settings.ts'

/* How processes and isolates start: with a sick source (P4, P12), wrongly set (P7), within the limits of Workers (P11). */

const SICK = 'diplomas'
const PROCESSES = 10
const REQUESTS = 8
/** Five failures open a breaker; those who asked at the same moment, and a second attempt of some, come on top. */
const MOST_CALLS = 8
const LIMIT_OF_WORKERS = 6

/** Many gateways that know nothing yet, over one store and one sick source; how often that one was called. */
async function startsWithSick(trial: Trial, worker: boolean): Promise<number> {
  const counting = await countingTransport(trial)
  const sick = await createProxy(counting.sockets.url)
  trial.after(() => sick.close())
  sick.weather({ mode: 'reset' })
  const store = memoryStore()
  const environment = { ...FEW_SOURCES, [`${prefixOf(SICK)}_URL`]: `${sick.url}/${SICK}` }
  const stacks = Array.from({ length: PROCESSES }, () => createStack({ store, worker, environment, sockets: counting.sockets }))
  const asking = stacks.map((stack, index) => askInTurn(trial, stack, `s${index}`))
  await Promise.all(asking)
  sick.weather({})
  return sick.made()
}

async function askInTurn(trial: Trial, stack: Stack, name: string): Promise<void> {
  const claim = stack.government.cast[0]?.claim
  for (let count = 0; count < REQUESTS; count++) {
    const begun = performance.now()
    const answer = await stack.collect({ ...claim, caseId: `${name}-${count}` }, { prefer: 'wait=4' })
    trial.took(performance.now() - begun)
    trial.holds('O2', answer.status === 201, `${answer.status} with a sick source`)
  }
}

/** The whole cast over at most six connections at a time. */
async function sixAtOnce(trial: Trial): Promise<void> {
  const counting = await countingTransport(trial)
  const stack = createStack({ store: memoryStore(), worker: true, sockets: counting.sockets })
  for (const { claim } of stack.government.cast.slice(0, 4)) {
    const begun = performance.now()
    const answer = await stack.collect(claim, { prefer: 'wait=8' })
    trial.took(performance.now() - begun)
    trial.holds('O2', answer.status === 201, `${answer.status} on a Worker`)
  }
  trial.holds('O1', counting.peak() <= LIMIT_OF_WORKERS && counting.peak() > 1, `${counting.peak()} calls at once`)
}

export const processStart: readonly Fault[] = [
  {
    id: 'P4',
    promise: 'learns in a few calls of each process that a source is sick, when ten start at once',
    async play(trial) {
      const calls = await startsWithSick(trial, false)
      trial.holds('O1', calls <= PROCESSES * MOST_CALLS, `${calls} calls of ${PROCESSES} processes`)
    },
  },
  { id: 'P7', promise: 'refuses a wrong setting by the name of its key, and never says the value', play: refusesWrong },
  { id: 'P11', promise: 'makes at most six calls at once on a Worker', play: sixAtOnce },
  {
    id: 'P12',
    promise: 'calls a sick source a few times for each new isolate, and no oftener',
    async play(trial) {
      const calls = await startsWithSick(trial, true)
      trial.holds('O1', calls <= PROCESSES * MOST_CALLS, `${calls} calls of ${PROCESSES} isolates`)
    },
  },
]
