import type { Access, Adapter, Source } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { Clock, Metrics } from '../ports.ts'
import { StoreUnavailable } from '../store/store.ts'
import type { Actions } from './actions.ts'
import { isClosed } from './breaker.ts'
import { createBulkhead } from './bulkhead.ts'
import { abandoned, createDeadlines, type Deadline, within } from './deadline.ts'
import type { SourceEvents } from './events.ts'
import type { Run } from './failure.ts'
import { failureOf, isHeldBack } from './fault.ts'
import type { Board } from './health.ts'
import type { Lane, Lanes } from './lane.ts'
import { workEndsAt } from './maintenance.ts'
import { canBeProbed, type ProbeDeps, probeSource } from './probe.ts'
import { heed } from './run.ts'
import type { SourceSettings } from './settings.ts'
import { pausedFailure } from './steered-breaker.ts'

/** When a source was probed last, and how long until the next time; numbers only, so that an isolate may keep them. */
export type ProbeTimes = Map<SourceId, { readonly at: number; readonly random: number }>

/** What probing is made of. */
export interface ProberDeps extends Pick<ProbeDeps, 'desk' | 'sessions'> {
  readonly adapters: readonly Adapter[]
  readonly settings: (source: SourceId) => SourceSettings | null
  readonly bind: (settings: SourceSettings, access: Access, run: Run, noted: (exchangeId: string) => void) => Source
  readonly lanes: Lanes
  readonly actions: Pick<Actions, 'of' | 'takenAt'>
  readonly board: Pick<Board, 'calledAt' | 'probed' | 'failedProbes'>
  readonly times: ProbeTimes
  readonly events: SourceEvents
  readonly metrics: Metrics
  readonly clock: Clock
  /** From 0 up to 1: processes that began together do not probe together. */
  readonly random: () => number
}

/** The background side of health: sources that nobody asks are asked something that needs no person. */
export interface Prober {
  /** Probes what is due. Never throws. */
  tick(): Promise<void>
  /** No further probe begins, and those under way are given up. */
  stop(): Promise<void>
}

/** A source that is down sees one probe in so long, milliseconds (faults page, 5); the first that failed is also confirmed after it. */
const CONFIRM_MS = 10_000
/** A poll of a full mailbox is many calls, each under the limit of its source; all of them together take no longer than this, milliseconds. */
const LONGEST_POLL_MS = 120_000
/** As many calls as a request on Workers may have under way. */
const AT_ONCE = 6

function admits({ breaker }: Lane): boolean {
  try {
    breaker.admit()
    return true
  } catch {
    return false
  }
}

/** How long after the last probe or call the next probe comes, milliseconds: within the time that is promised, but for a confirmation. */
function waitOf(failures: number, random: number, { probeSeconds }: SourceSettings): number {
  return failures === 1 ? CONFIRM_MS * (1 + random / 5) : probeSeconds * 1000 * (0.8 + random / 10)
}

/** As if it had been probed some time ago: a herd of processes that start together spreads over the whole interval. */
function firstSeen(source: SourceId, settings: SourceSettings, { times, clock, random }: ProberDeps) {
  const next = random()
  const seen = { at: clock.monotonic() - waitOf(0, next, settings) * (1 - random()), random: next }
  times.set(source, seen)
  return seen
}

/** Whether a source is to get no calls now: it is worked on, it or an operator asked for a pause, or its breaker is open. */
function isLeftAlone({ id, maintenance }: SourceSettings, lane: Lane, { actions, clock }: ProberDeps): boolean {
  return workEndsAt(maintenance, actions.of(id), clock.now()) !== null || lane.quiet.until > clock.monotonic() || !admits(lane)
}

/** The settings of a source that is to be probed now; null: it has been heard of, is left alone, or cannot be. */
function due(adapter: Adapter, deps: ProberDeps): SourceSettings | null {
  const { id } = adapter
  const settings = deps.settings(id)
  if (!settings?.url || settings.probeSeconds === 0 || !canBeProbed(adapter)) return null
  const lane = deps.lanes.of(id)
  const last = deps.times.get(id) ?? firstSeen(id, settings, deps)
  if (isLeftAlone(settings, lane, deps)) return null
  const calledAt = isClosed(lane.breaker.state()) ? deps.board.calledAt(id) : null
  const heardAt = Math.max(last.at, calledAt ?? last.at)
  return deps.clock.monotonic() - heardAt >= waitOf(deps.board.failedProbes(id), last.random, settings) ? settings : null
}

/** One attempt under the limit and the rate of its source. Its breaker and its places are for those who ask. */
function runOf(id: SourceId, lane: Lane, deadline: Deadline, { actions, clock }: ProberDeps): Run {
  return async (attempt) => {
    await lane.pace(deadline.signal, deadline.endsAt)
    const paused = pausedFailure(actions.of(id), clock.now())
    if (paused) throw paused
    try {
      return await within(deadline, attempt(deadline.signal))
    } catch (error) {
      heed(error, { lane, clock })
      throw error
    }
  }
}

/** What a probe that failed says of its source; null: nothing. Too many calls are refused by somebody who is there. */
function verdictOf(error: unknown, source: SourceId, events: SourceEvents): Verdict | null {
  const verdict = failureOf(error)?.verdict ?? null
  if (verdict === null && !(error instanceof StoreUnavailable)) events.defect(source, error)
  return isHeldBack(verdict?.reason) || verdict?.reason === 'overload' ? null : verdict
}

function told(source: SourceId, failure: Verdict | null, { board, events, metrics }: ProberDeps): void {
  metrics.probed(source, failure?.outcome ?? 'reached', failure?.reason ?? null)
  board.probed(source, failure)
  if (failure && board.failedProbes(source) === 1) events.happened(source, 'probe_failed', { reason: failure.reason })
}

async function probeOne(adapter: Adapter, settings: SourceSettings, deps: ProberDeps, deadline: Deadline): Promise<void> {
  const { id, delivery } = adapter
  const lane = deps.lanes.of(id)
  // A poll is a call like any other, and passes the breaker itself.
  const isBeside = delivery.kind !== 'inbox' && !isClosed(lane.breaker.state())
  if (isBeside) lane.breaker.postpone(CONFIRM_MS)
  const open = (access: Access) => deps.bind(settings, access, runOf(id, lane, deadline, deps), () => {})
  try {
    await within(deadline, probeSource(adapter, settings, { ...deps, open }))
  } catch (error) {
    const verdict = verdictOf(error, id, deps.events)
    if (verdict?.reason !== 'rate_limited') return verdict ? told(id, verdict, deps) : undefined
  }
  if (isBeside) lane.breaker.postpone(0)
  told(id, null, deps)
}

/** A prober that does nothing by itself: the timer of Node or the cron trigger of Workers drives it. */
export function createProber(deps: ProberDeps): Prober {
  const gate = createBulkhead({ places: () => AT_ONCE, queue: Number.POSITIVE_INFINITY })
  const ended = new AbortController()
  const rounds = new Set<Promise<unknown>>()

  async function probe(adapter: Adapter, settings: SourceSettings): Promise<void> {
    await gate.enter(ended.signal, 'background')
    const deadlines = createDeadlines(deps.clock)
    const giveUp = () => deadlines.expire(abandoned())
    ended.signal.addEventListener('abort', giveUp, { once: true })
    try {
      const limitMs = adapter.delivery.kind === 'inbox' ? LONGEST_POLL_MS : settings.timeoutMs
      // It may have waited for its place.
      if (!isLeftAlone(settings, deps.lanes.of(adapter.id), deps)) await probeOne(adapter, settings, deps, deadlines.at(limitMs))
    } finally {
      ended.signal.removeEventListener('abort', giveUp)
      deadlines.clear()
      gate.leave()
    }
  }
  return {
    async tick() {
      // While nobody knows what operators have ordered, a source may be one that is to get no calls.
      if (ended.signal.aborted || deps.actions.takenAt() === null) return
      const found = deps.adapters.flatMap((adapter) => {
        const settings = due(adapter, deps)
        if (!settings) return []
        deps.times.set(adapter.id, { at: deps.clock.monotonic(), random: deps.random() })
        return [probe(adapter, settings)]
      })
      const round = Promise.allSettled(found)
      rounds.add(round)
      await round
      rounds.delete(round)
    },
    async stop() {
      ended.abort()
      await Promise.all(rounds)
    },
  }
}

const EVERY_MS = 1000

/** A prober with a timer, which keeps no process alive. */
export function startProber(prober: Prober): { stop(): Promise<void> } {
  const timer = setInterval(() => void prober.tick(), EVERY_MS)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return prober.stop()
    },
  }
}
