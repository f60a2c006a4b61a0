import { type Listening, startPretendGovernment } from '../../mocks/listen.ts'
import { Portfolio } from '../../schemas/portfolio.ts'
import { Problem } from '../../schemas/problem.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'
import { undiciTransport } from '../../src/sources/http-undici.ts'
import { threadedChecks } from '../../src/sources/signature-thread.ts'
import type { Store } from '../../src/store/store.ts'
import { memoryStore } from '../support/memory-store.ts'
import { namesIn, numbersIn } from '../support/said.ts'
import { createStack, type Stack, TODAY } from '../support/stack.ts'
import type { Trial } from './fault.ts'
import { createProxy, type TcpProxy } from './proxy.ts'

/** Where a source has its variables. */
export function prefixOf(source: string): string {
  return source.toUpperCase().replaceAll('-', '_')
}

export interface RigOptions {
  /** Of the gateway, beside the addresses of the sources. */
  readonly environment?: Readonly<Record<string, string>>
  readonly store?: Store
  /** Sources before which a proxy stands. */
  readonly behind?: readonly string[]
  /** One that runs already, where a trial has many gateways; its own by default. */
  readonly government?: Listening
  /** Of the client of the sources. */
  readonly client?: Parameters<typeof undiciTransport>[0]
}

/** An answer of the gateway that the oracle has looked at; `portfolio` null: it was a problem. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly portfolio: Portfolio | null
  readonly problem: Problem | null
  readonly ms: number
}

/** The gateway on real sockets over the pretend government on a real port, and proxies between. */
export interface Rig {
  readonly stack: Stack
  readonly government: Listening
  proxy(source: string): TcpProxy
  /** Asks for the portfolio of the n-th of the cast (0 by default) within so many seconds, and lets the oracle look at the answer. */
  ask(options?: {
    readonly person?: number
    readonly waitSeconds?: number
    readonly caseId?: string
    readonly headers?: Record<string, string>
  }): Promise<Answer>
  /** The same for any claim. */
  askFor(claim: unknown, waitSeconds?: number, headers?: Record<string, string>): Promise<Answer>
  /** What came of one source in an answer. */
  outcome(answer: Answer, source: string): SourceOutcome | undefined
  /** Asks again and again until a source answers as before, at most 30 s. Tells the trial how long it took. */
  recovers(source: string): Promise<void>
  /** Lets the oracle look at all that was said so far: log, metrics, health. */
  inspect(): Promise<void>
}

const PATIENCE_SECONDS = 4
/** After a fault everything is as before within this, milliseconds. */
const RECOVERY_MS = 30_000
/** An answer may be so much later than its deadline: a tenth, and what a turn of the event loop costs. */
const TENTH = 1.1
const TURN_MS = 100
const INNER = /\bat .+:\d+:\d+|ECONN|UND_ERR|postgres|<html/i

/** O2: schema-valid, or a problem without anything inner. */
async function judged(response: Response, ms: number, trial: Trial): Promise<Answer> {
  const text = await response.text()
  const base = { status: response.status, headers: response.headers, ms }
  const body: unknown = JSON.parse(text)
  if (response.ok) {
    const read = Portfolio.safeParse(body)
    trial.holds('O2', read.success, 'a portfolio that is not as its schema')
    return { ...base, portfolio: (read.data as Portfolio | undefined) ?? null, problem: null }
  }
  const read = Problem.safeParse(body)
  trial.holds('O2', read.success, `a problem that is not as its schema, status ${response.status}`)
  trial.holds('O2', !INNER.test(text), 'a problem that tells of the inside')
  return { ...base, portfolio: null, problem: read.data ?? null }
}

/** The pretend government on a real port; the trial ends it. */
export async function governmentFor(trial: Trial): Promise<Listening> {
  const government = await startPretendGovernment({ today: TODAY, seed: 'journeys', slowMs: 50 })
  trial.after(() => government.close())
  return government
}

/** Starts everything; the trial ends it. */
export async function createRig(trial: Trial, options: RigOptions = {}): Promise<Rig> {
  const { environment = {}, store = memoryStore(), behind = [] } = options
  const government = options.government ?? (await governmentFor(trial))
  const proxies = new Map<string, TcpProxy>()
  for (const source of behind) proxies.set(source, await createProxy(government.url))
  trial.after(() => Promise.all([...proxies.values()].map((proxy) => proxy.close())))
  const { transport, close } = undiciTransport(options.client)
  trial.after(close)
  const threads = threadedChecks()
  trial.after(threads.close)
  const routes = [...proxies].map(([source, { url }]) => [`${prefixOf(source)}_URL`, `${url}/${source}`])
  const stack = createStack({
    store,
    environment: { ...Object.fromEntries(routes), ...environment },
    sockets: { url: government.url, transport },
    checks: threads.checks,
  })
  const { cast } = government.government

  const ask: Rig['ask'] = ({ person = 0, waitSeconds = PATIENCE_SECONDS, caseId, headers = {} } = {}) =>
    askFor({ ...cast[person]?.claim, ...(caseId === undefined ? {} : { caseId }) }, waitSeconds, headers)
  const askFor: Rig['askFor'] = async (claim, waitSeconds = PATIENCE_SECONDS, headers = {}) => {
    const begun = performance.now()
    const response = await stack.collect(claim, { prefer: `wait=${waitSeconds}`, ...headers })
    const ms = performance.now() - begun
    trial.took(ms)
    if (trial.strict)
      trial.holds('O1', ms <= waitSeconds * 1000 * TENTH + TURN_MS, `an answer after ${Math.round(ms)} ms of ${waitSeconds} s`)
    return judged(response, ms, trial)
  }
  const outcome: Rig['outcome'] = ({ portfolio }, source) => portfolio?.sources.find((one) => one.source === source)
  async function inspect(): Promise<void> {
    const health = await (await stack.send('GET', '/v1/sources', { token: 'operator' })).text()
    const said = [...stack.logged, await stack.metrics(), health].join('\n')
    trial.holds('O4', numbersIn(said).length === 0, 'a number of a person outside of a portfolio')
    trial.holds('O4', namesIn(said, cast).length === 0, 'a name of a person outside of a portfolio')
  }
  return {
    ...{ stack, government, ask, askFor, outcome, inspect },
    proxy(source) {
      const proxy = proxies.get(source)
      if (!proxy) throw new Error(`no proxy before ${source}`)
      return proxy
    },
    async recovers(source) {
      const begun = performance.now()
      for (let count = 0; performance.now() - begun < RECOVERY_MS; count++) {
        const found = outcome(await ask({ caseId: `after-${trial.seed}-${count}` }), source)
        if (found && ['answered', 'empty'].includes(found.outcome)) return trial.recovered(performance.now() - begun)
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
      trial.violated('O5', `${source} does not answer 30 s after the fault`)
    },
  }
}

/** What has to be true of one sick source: its outcome and reason, the others well, and nobody asked to type what it failed to say. */
export function holdsSick(trial: Trial, rig: Rig, answer: Answer, source: string, reasons: readonly (string | null)[]): void {
  const status = rig.outcome(answer, source)
  trial.holds('O2', status !== undefined && reasons.includes(status.reason), `${source} is ${status?.outcome} ${status?.reason}`)
  const isFailed = (one: string) => ['unavailable', 'unreadable', 'foreign', 'refused'].includes(one)
  const sick = answer.portfolio?.sources.filter((one) => isFailed(one.outcome)).map((one) => one.source) ?? []
  trial.holds(
    'O2',
    sick.every((one) => one === source),
    `others failed too: ${sick.join(', ')}`,
  )
  const typed = answer.portfolio?.gaps.filter(({ manualEntry, sources }) => manualEntry && sources.some((one) => one === source)) ?? []
  trial.holds('O3', typed.length === 0, 'a human is asked to type what the source did not say')
}
