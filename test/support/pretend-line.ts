import type { Adapter, AskAll, Outcome } from '../../adapters/adapter.ts'
import { mockEnvironment } from '../../mocks/environment.ts'
import { createPretendGovernment, type PretendGovernment } from '../../mocks/host.ts'
import { SCENARIOS } from '../../mocks/scenarios.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { createLine, createStanding } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { assemble } from '../../src/portfolio/assemble.ts'
import type { HeldSource } from '../../src/portfolio/held.ts'
import { plan } from '../../src/portfolio/plan.ts'
import type { Clock, Log, Metrics } from '../../src/ports.ts'
import { fetchTransport } from '../../src/sources/http-fetch.ts'
import type { SourceSettings } from '../../src/sources/settings.ts'
import { memoryCopies, memoryInbox } from '../../src/store/memory.ts'
import type { Store } from '../../src/store/store.ts'

/** The day on which the pretend government is looked at. */
export const TODAY = '2026-11-24'

/** Time flows, from that day on: which lists of years there are depends on the day. */
const START = Date.parse(`${TODAY}T05:00:00Z`) - Date.now()
const clock: Clock = { now: () => Date.now() + START, monotonic: () => performance.now() }

/** A pretend government that forgets nothing between two tests because each has its own. */
export function pretendGovernment(options: Parameters<typeof createPretendGovernment>[0] = {}): PretendGovernment {
  return createPretendGovernment({ today: TODAY, slowMs: 50, now: clock.now, ...options })
}

/** Whether the plan would ask this source for a claim. */
function isAsked(adapter: Adapter, claim: unknown): boolean {
  const request = PortfolioRequest.parse(claim)
  const input = { request, portfolioId: 'pf_kit', today: TODAY, now: () => `${TODAY}T05:00:00.000Z`, budgetMs: 0, held: null, only: null }
  const { asks } = plan(input, { adapters: [adapter], configured: () => true, askAll: async () => [] })
  return asks[0]?.verdict === null
}

/** The claim of the person whose answers are promised for: the first of the cast of whom the source is asked. */
export function claimFor(adapter: Adapter) {
  const member = pretendGovernment().cast.find(({ claim }) => isAsked(adapter, claim))
  if (!member) throw new Error(`${adapter.id} is asked about nobody of the cast`)
  return member.claim
}

/** What the pretend government promises of a source under each of its scenarios. */
export function promisesOf({ id }: Adapter) {
  return SCENARIOS.filter(({ sources }) => (sources as readonly string[]).includes(id)).map(({ name, expected: [outcome, reason] }) => ({
    name,
    outcome,
    reason,
  }))
}

/**
 * Of those, each scenario for three of the sources that have it, others for each: all of them where `WHOLE_CORPUS` is set. For what is
 * looked at a second time: `adapter-contract.test.ts` always plays all.
 */
export function samplePromisesOf(adapter: Adapter) {
  return promisesOf(adapter).filter(({ name }) => {
    const { sources } = SCENARIOS.find((one) => one.name === name) ?? { sources: [] }
    const step = Math.max(1, Math.floor(sources.length / 3))
    const [place, first] = [(sources as readonly string[]).indexOf(adapter.id), SCENARIOS.findIndex((one) => one.name === name)]
    return Boolean(process.env.WHOLE_CORPUS) || (place + first) % step === 0
  })
}

/** Outcome and reason. */
export function verdictOf({ status }: { readonly status: HeldSource['status'] }): readonly [string, string | null] {
  return [status.outcome, status.reason]
}

/** What left the gateway beside its answer, as text: log lines, metrics, and the addresses that were called. */
export interface Seen {
  readonly logged: string[]
  readonly urls: string[]
  readonly bodies: string[]
  readonly signals: AbortSignal[]
  /** Errors of our own, which no source may cause. */
  readonly defects: unknown[]
}

/** One collection from one source. */
export interface Collection extends HeldSource {
  readonly outcome: Outcome
  readonly portfolio: Portfolio
}

function witness() {
  const seen: Seen = { logged: [], urls: [], bodies: [], signals: [], defects: [] }
  const line = (...parts: readonly unknown[]) => seen.logged.push(JSON.stringify(parts))
  const error: Log['error'] = (fields, message, cause) => {
    line(fields, message, String(cause))
    seen.defects.push(cause)
  }
  const metrics: Metrics = { sourceAsked: line, retried: line, event: line, probed: line, requestServed: line, render: async () => '' }
  return { seen, metrics, log: { info: line, warn: line, error } }
}

/** The store in memory, as far as asking uses it. */
function memoryStore(): Store {
  const store: Pick<Store, 'inbox' | 'copies'> = { inbox: memoryInbox(clock.now), copies: memoryCopies(clock.now) }
  return store as Store
}

/** The real stack over the pretend government: configuration, policy, wire, adapter, pure core. Only the network is a function call. */
export function createPretendLine(government: PretendGovernment, adapter: Adapter, change: Partial<SourceSettings> = {}) {
  const { seen, metrics, log } = witness()
  const config = readConfig(mockEnvironment('http://government.invalid'), [adapter.id])
  const settings = config.sources.map((source) => ({ ...source.settings, pollMs: 200, ...change }))
  const overFetch = fetchTransport((request) => government.fetch(request))
  const ground = {
    ...{ adapters: [adapter], settings, clock, log, metrics, shared: true, maxParallel: null },
    transport: (request: Parameters<typeof overFetch>[0]) => {
      seen.urls.push(request.url)
      seen.bodies.push(String(request.body ?? ''))
      seen.signals.push(request.signal)
      return overFetch(request)
    },
    random: () => 0,
    randomHex: (bytes: number) => '5a'.repeat(bytes),
    newId: () => crypto.randomUUID(),
  }
  const standing = createStanding(ground)
  const line = createLine(ground, standing, memoryStore())

  /** `through` stands between the source and the line: a test may bend what was answered. */
  async function collect(claim: unknown, through = (outcome: Outcome) => outcome, budgetMs = 4000): Promise<Collection> {
    let outcome: Outcome | undefined
    const askAll: AskAll = async (asks, budget) => {
      const outcomes = (await line.askAll(asks, budget)).map(through)
      outcome = outcomes[0]
      return outcomes
    }
    const now = () => new Date(clock.now()).toISOString()
    const request = PortfolioRequest.parse(claim)
    const input = { request, portfolioId: 'pf_kit', today: government.today, now, budgetMs, held: null, only: null }
    const { portfolio, held } = await assemble(input, { adapters: [adapter], configured: () => true, askAll })
    const source = held[adapter.id]
    if (!outcome || !source) throw new Error('the source was not asked')
    return { ...source, outcome, portfolio }
  }
  /** Looks after the source as if nobody had asked for a while: its health then. */
  async function probe() {
    // Operators have ordered nothing, which is known.
    standing.actions.take([])
    await line.prober.tick()
    return standing.board.get(adapter.id)
  }
  return { collect, probe, seen }
}
