import type { SourceList } from '../../../schemas/source-health.ts'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import { type GatewayProcess, startGatewayProcess } from '../gateway-process.ts'
import { createLedger, type Ledger } from '../ledger.ts'
import { canLimitMemory, limitMemory } from '../memory-limit.ts'
import { hasPostgres, startCluster } from '../postgres.ts'

/* How the process ends: killed in the middle of its work (P1), for want of memory (P2), told to stop (P3). */

const PORTFOLIOS = 8
const CALLERS = 6
/** What a process may take beyond what it has, so that its work soon takes more: bytes. */
const TOO_LITTLE = 4 * 1024 * 1024

/** The books of a caller whose gateway is replaced by another one under the same address. */
function booksOf(trial: Trial, current: () => GatewayProcess): Ledger {
  const excused = ['store.unavailable', 'idempotency.running', 'overload']
  return createLedger(trial, { send: (...request) => current().send(...request), claims: current().claims, excused, mayBreak: true })
}

/** Kept in the embedded store, or on a server where there is one and the seed is even. */
async function storeOf(trial: Trial): Promise<Record<string, string>> {
  return trial.seed % 2 === 0 && hasPostgres() ? { DATABASE_URL: (await startCluster(trial)).url } : {}
}

/** The process ends in the middle of writes as `end` has it; the next one knows all that was acknowledged. */
async function endsIn(trial: Trial, end: (gateway: GatewayProcess, ledger: Ledger) => Promise<void>): Promise<void> {
  const environment = await storeOf(trial)
  const first = await startGatewayProcess(trial, { environment })
  let current = first
  const ledger = booksOf(trial, () => current)
  await end(first, ledger)
  trial.holds('O3', (await first.ended) === 'SIGKILL', `ended with ${await first.ended}`)
  const begun = performance.now()
  current = await startGatewayProcess(trial, { environment, after: first })
  await current.ready()
  trial.recovered(performance.now() - begun)
  await ledger.settle()
  trial.holds('O3', (await ledger.verify()) > 0, 'nothing was acknowledged')
  first.inspect()
  current.inspect()
}

/** One caller after another answer, until the gateway says that it takes no more. */
async function callers(trial: Trial, gateway: GatewayProcess, path: string, answered: () => void): Promise<void> {
  async function caller(): Promise<void> {
    for (;;) {
      const begun = performance.now()
      const answer = await gateway.send('GET', path).catch((error: NodeJS.ErrnoException) => error)
      if (answer instanceof Error) {
        return trial.holds('O1', answer.code === 'ECONNREFUSED', `a request that was under way failed: ${answer.code}`)
      }
      trial.took(performance.now() - begun)
      trial.holds('O2', answer.status === 200, `${answer.status} while it stops`)
      answered()
      if (answer.headers.get('connection') === 'close') return
    }
  }
  await Promise.all(Array.from({ length: 20 }, caller))
}

/** The sources whose shapes are known by what a process has learnt or found in its store. */
async function knownShapes(gateway: GatewayProcess): Promise<readonly string[]> {
  const { items } = (await (await gateway.send('GET', '/v1/sources')).json()) as SourceList
  return items.filter(({ drift }) => drift.state === 'none').map(({ id }) => id)
}

/** What was learnt of the sources since it was last kept is kept at the end: the next process begins where this one stopped. */
async function remembers(trial: Trial): Promise<void> {
  const first = await startGatewayProcess(trial)
  await first.collect('learns')
  const learnt = await knownShapes(first)
  trial.holds('O2', learnt.length > 0, 'nothing was learnt of any source')
  first.child.kill('SIGTERM')
  trial.holds('O5', (await first.ended) === 0, `ended with ${await first.ended}`)
  const known = await knownShapes(await startGatewayProcess(trial, { after: first }))
  trial.holds('O3', known.join() === learnt.join(), `learnt ${learnt.join()}, known afterwards ${known.join()}`)
}

/** Requests that are under way end. */
async function drains(trial: Trial): Promise<void> {
  const gateway = await startGatewayProcess(trial)
  const { id } = (await (await gateway.collect('stops')).json()) as { id: string }
  const at = 50 + Math.floor(trial.random() * 50)
  let count = 0
  const slow = gateway.collect('slow')
  await callers(trial, gateway, `/v1/portfolios/${id}`, () => ++count === at && gateway.child.kill('SIGTERM'))
  trial.holds('O3', (await slow).status === 201, 'the portfolio that was under way was not made')
  const begun = performance.now()
  trial.holds('O5', (await gateway.ended) === 0, `ended with ${await gateway.ended}`)
  trial.recovered(performance.now() - begun)
  gateway.inspect()
}

export const processEnds: readonly Fault[] = [
  {
    id: 'P1',
    promise: 'keeps every acknowledged write, once, when it is killed in the middle of others',
    play: (trial) =>
      endsIn(trial, async (gateway, ledger) => {
        const at = 1 + Math.floor(trial.random() * PORTFOLIOS * 2)
        const kill = () => gateway.child.kill('SIGKILL')
        await ledger.write(PORTFOLIOS, CALLERS, (count) => count === at && setTimeout(kill, trial.random() * 15))
      }),
  },
  {
    id: 'P2',
    promise: 'keeps every acknowledged write, once, when the kernel kills it for want of memory',
    isPlayable: canLimitMemory,
    play: (trial) =>
      endsIn(trial, async (gateway, ledger) => {
        await ledger.write(4, 4)
        limitMemory(trial, gateway.pid, TOO_LITTLE)
        while (gateway.isRunning()) await ledger.write(PORTFOLIOS, CALLERS)
      }),
  },
  {
    id: 'P3',
    promise: 'ends all that is under way when it is told to stop, keeps what it has learnt, and ends itself with 0',
    play: inTurn(drains, remembers),
  },
]
