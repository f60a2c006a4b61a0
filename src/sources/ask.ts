import type { Access, Ask, Outcome, Source } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { Clock, Metrics } from '../ports.ts'
import type { CopyStore } from '../store/store.ts'
import { StoreUnavailable } from '../store/store.ts'
import type { Actions } from './actions.ts'
import { type Answer, type Asking, bare, failed, statusOf } from './answer.ts'
import { type Bulkhead, createBulkhead, type Priority } from './bulkhead.ts'
import { type Copies, createCopies } from './copy.ts'
import type { CopyKeeper } from './copy-keeper.ts'
import type { BrokenTags } from './copy-load.ts'
import { createDeadlines, type Deadlines } from './deadline.ts'
import type { SourceEvents, SourceRecorder } from './events.ts'
import type { Run } from './failure.ts'
import { failureOf } from './fault.ts'
import type { InboxDesk } from './inbox.ts'
import type { Lanes } from './lane.ts'
import { workEndsAt } from './maintenance.ts'
import { createPulls, type Flown, type Pulls } from './pull.ts'
import { createRun, newTally } from './run.ts'
import type { SourceSettings } from './settings.ts'
import { pausedFailure } from './steered-breaker.ts'

/** What the asking is made of. */
export interface AskDeps {
  readonly settings: (source: SourceId) => SourceSettings | null
  /** Binds a source to its system under the policy of one ask; `noted` is told the id of each exchange. */
  readonly bind: (settings: SourceSettings, access: Access, run: Run, noted: (exchangeId: string) => void) => Source
  readonly lanes: Lanes
  readonly actions: Pick<Actions, 'of'>
  readonly copies: CopyStore
  readonly broken: BrokenTags
  readonly inbox: Pick<InboxDesk, 'answer'>
  readonly board: SourceRecorder
  readonly events: SourceEvents
  readonly metrics: Metrics
  readonly clock: Clock
  /** The day, `yyyy-MM-dd`, Asia/Almaty. */
  readonly today: () => string
  /** From 0 up to 1. */
  readonly random: () => number
  /** False on Workers, where no promise may be shared between requests. */
  readonly shared: boolean
  /** Renews the lists of the schedule where it runs all the time (Node); null: askers do. */
  readonly keeper: Pick<CopyKeeper, 'renew'> | null
  /** Told of each outcome when it is there, while others are still waited for. */
  readonly arrived?: (outcome: Outcome, adapter: Ask['adapter']) => void
  /** Calls in flight over all sources of one request (Workers: 6); null: no bound. */
  readonly maxParallel: number | null
}

/** The sources get this share of the caller's budget; the rest is for merging, storing and answering. */
const SHARE = 0.85
const NOT_CONFIGURED: Verdict = { outcome: 'not_asked', reason: 'not_configured' }
/** Nobody is there to see it. */
const GONE: Verdict = { outcome: 'unavailable', reason: 'overload' }
const CONSENT_MISSING: Verdict = { outcome: 'consent_missing', reason: 'missing' }

interface Engine extends AskDeps {
  readonly pulls: Pulls
  readonly copyDesk: Copies
}

/** The verdict that stands before anything is asked; null: ask. */
export function verdictBefore(ask: Ask, settings: SourceSettings | null): Verdict | null {
  if (ask.verdict) return ask.verdict
  if (!settings?.url) return NOT_CONFIGURED
  return settings.consent === 'required' && !ask.teacher.consent ? CONSENT_MISSING : null
}

/** The outcome of an ask that was not put to its source. */
export function unasked(ask: Ask, verdict: Verdict): Outcome {
  const stamp = { endedAt: 0, durationMs: 0, askedAt: null, tally: newTally() }
  return { status: statusOf(ask.adapter.id, bare(verdict), stamp), records: [] }
}

/** What an error comes to that is none of the source's failures: the caller gets a value, the log the class of the error. */
export function defect(error: unknown, source: SourceId, events: SourceEvents): Answer {
  const failure = failureOf(error)
  if (failure) return failed(failure)
  events.defect(source, error)
  return bare({ outcome: 'unavailable', reason: error instanceof StoreUnavailable ? 'overload' : 'remote_error' })
}

/** What says of a failure in an announced window no more than that the window is there. */
const BY_WORK: readonly (string | null)[] = ['timeout', 'connect', 'dns', 'tls', 'http_5xx', 'html', 'shep_fault', 'breaker_open']

/** A source is asked in an announced window too, for it may be there; where it does not answer, the window is why, and its end the time to ask again (Q33). */
function announced(answer: Answer, { id, maintenance }: SourceSettings, { actions, clock }: Pick<AskDeps, 'actions' | 'clock'>): Answer {
  const { outcome, reason } = answer.verdict
  if (outcome !== 'unavailable' || !BY_WORK.includes(reason)) return answer
  const [now, ordered] = [clock.now(), actions.of(id)]
  // Held open by an operator it is not called at all, work or not.
  if (ordered.breaker?.state === 'open') return answer
  const endsAt = workEndsAt(maintenance, ordered, now)
  return endsAt === null ? answer : { ...answer, verdict: { outcome: 'unavailable', reason: 'maintenance' }, retryAfterMs: endsAt - now }
}

function deliver(asking: Asking, engine: Engine): Promise<Flown> {
  const { ask, settings, tally } = asking
  const { delivery, access } = ask.adapter
  const stamped = async (answer: Promise<Answer> | Answer) => ({ answer: await answer, tally })
  // A list has a copy to show in the place of an answer, which it fetches itself.
  if (asking.paused && delivery.kind !== 'snapshot') return stamped(failed(asking.paused))
  if (delivery.kind === 'inbox') return stamped(engine.inbox.answer(asking, delivery))
  const source = engine.bind(settings, access, asking.run, (exchangeId) => {
    tally.exchangeId = exchangeId
  })
  return delivery.kind === 'pull'
    ? engine.pulls.answer(asking, delivery, source)
    : stamped(engine.copyDesk.answer(asking, delivery, source))
}

function askingOf(ask: Ask, settings: SourceSettings, budget: Budget, engine: Engine): Asking {
  const { clock, random, metrics } = engine
  const deadline = budget.deadlines.at(Math.min(settings.timeoutMs, budget.wholeMs))
  const whole = budget.deadlines.at(budget.wholeMs)
  const tally = newTally()
  const source = ask.adapter.id
  const { gate, priority } = budget
  const run = createRun({ source, lane: engine.lanes.of(source), deadline, tally, gate, priority, clock, random, metrics })
  const paused = pausedFailure(engine.actions.of(source), clock.now())
  return { ask, settings, paused, deadline, whole, gate, tally, run }
}

/** What the asks of one request share. */
interface Budget {
  readonly deadlines: Deadlines
  readonly wholeMs: number
  readonly askedAt: string
  readonly gate: Bulkhead | null
  readonly priority: Priority
}

async function askOne(ask: Ask, budget: Budget, engine: Engine): Promise<Outcome> {
  const source = ask.adapter.id
  const settings = engine.settings(source)
  const verdict = verdictBefore(ask, settings)
  if (verdict || !settings) return unasked(ask, verdict ?? NOT_CONFIGURED)
  const { clock } = engine
  const beganAt = clock.monotonic()
  const asking = askingOf(ask, settings, budget, engine)
  let flown: Flown
  try {
    flown = await deliver(asking, engine)
  } catch (error) {
    flown = { answer: defect(error, source, engine.events), tally: asking.tally }
  }
  const durationMs = clock.monotonic() - beganAt
  const answer = announced(flown.answer, settings, engine)
  const status = statusOf(source, answer, { endedAt: clock.now(), durationMs, askedAt: budget.askedAt, tally: flown.tally })
  const outcome = { status, records: answer.records }
  engine.arrived?.(outcome, ask.adapter)
  return outcome
}

/** What an answer usually takes while nothing is known of a source, milliseconds (wire formats, 8). */
const USUAL_MS = { bus: 900, inbox: 900, pull: 180, snapshot: 20 } as const

function usualMs({ adapter }: Ask, { board }: Pick<AskDeps, 'board'>): number {
  const kind = adapter.access.kind === 'sender' ? 'bus' : adapter.delivery.kind
  return board.usualMs(adapter.id) ?? USUAL_MS[kind]
}

/** The slowest first: where only so many calls may run at once, nothing slow then begins last. One outcome per ask, in the order of the asks. */
async function slowestFirst(asks: readonly Ask[], ask: (one: Ask) => Promise<Outcome>, deps: AskDeps): Promise<readonly Outcome[]> {
  const ranked = asks.map((one, place) => ({ one, place, usual: usualMs(one, deps) })).sort((first, second) => second.usual - first.usual)
  const outcomes = await Promise.all(ranked.map(async ({ one, place }) => ({ place, outcome: await ask(one) })))
  return outcomes.sort((first, second) => first.place - second.place).map(({ outcome }) => outcome)
}

/** Polls do not pass the gate of the request, so each inbox keeps one of its places. */
function gateFor(asks: readonly Ask[], maxParallel: number | null): Bulkhead | null {
  if (maxParallel === null) return null
  const inboxes = asks.filter((ask) => !ask.verdict && ask.adapter.delivery.kind === 'inbox').length
  return createBulkhead({ places: () => Math.max(1, maxParallel - inboxes), queue: Number.POSITIVE_INFINITY })
}

/** For whom is asked. */
export interface AskedFor {
  /** Fires when the caller has gone: what nobody else waits for is then given up. */
  readonly signal?: AbortSignal | undefined
  readonly priority?: Priority
}

/** `AskAll` that also knows for whom. */
export type AskFor = (asks: readonly Ask[], budgetMs: number, whom?: AskedFor) => Promise<readonly Outcome[]>

/** The policy of asking, once for all sources: limits, places, retries, breakers, copies and inboxes. Never throws: a failure is a value. */
export function createAskAll(deps: AskDeps): AskFor {
  const { clock, events, board, shared, keeper } = deps
  const pulls = createPulls(events, shared)
  const copyDesk = createCopies({ store: deps.copies, clock, events, board, shared, keeper, today: deps.today, broken: deps.broken })
  const engine: Engine = { ...deps, pulls, copyDesk }
  return async (asks, budgetMs, { signal, priority = 'interactive' } = {}) => {
    const deadlines = createDeadlines(clock)
    const askedAt = new Date(clock.now()).toISOString()
    const budget: Budget = { deadlines, wholeMs: budgetMs * SHARE, askedAt, gate: gateFor(asks, deps.maxParallel), priority }
    const abandon = () => deadlines.abandon()
    signal?.addEventListener('abort', abandon, { once: true })
    if (signal?.aborted) return asks.map((ask) => unasked(ask, ask.verdict ?? GONE))
    try {
      const ask = (one: Ask) => askOne(one, budget, engine)
      return await (budget.gate ? slowestFirst(asks, ask, deps) : Promise.all(asks.map(ask)))
    } finally {
      signal?.removeEventListener('abort', abandon)
      deadlines.clear()
    }
  }
}
