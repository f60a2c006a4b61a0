import type { Access, Adapter, Snapshot, Source } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock, Log, Metrics } from '../ports.ts'
import type { Actions } from './actions.ts'
import { leftAloneMs } from './copy-load.ts'
import { type Renewal, type RenewDeps, renewIfFree, WHOLE } from './copy-renew.ts'
import { createDeadlines, type Deadlines, timedOut } from './deadline.ts'
import type { SourceRecorder } from './events.ts'
import type { Run, SourceFailure } from './failure.ts'
import { failureOf, isHeldBack } from './fault.ts'
import type { Lanes } from './lane.ts'
import { createRun, newTally, type Tally } from './run.ts'
import type { SourceSettings } from './settings.ts'

/** What keeping the lists is made of. */
export interface KeeperDeps extends RenewDeps {
  readonly adapters: readonly Adapter[]
  readonly settings: (source: SourceId) => SourceSettings | null
  readonly bind: (settings: SourceSettings, access: Access, run: Run, noted: (exchangeId: string) => void) => Source
  readonly lanes: Lanes
  readonly actions: Pick<Actions, 'of'>
  readonly board: SourceRecorder
  readonly clock: Clock
  readonly random: () => number
  readonly metrics: Metrics
  readonly log: Log
}

/** The background side of the lists that are renewed by a schedule. */
export interface CopyKeeper {
  /** One round over all of them, one after another; rounds never overlap: a second caller gets the one under way. Never throws. */
  tick(): Promise<void>
  /**
   * Renews one list for an asker who finds it old: under its own limit and not under his, so that a list that takes longer than he can
   * wait is there for the next one. Askers and rounds share what is under way. Null: another process is at it. Throws `SourceFailure`.
   */
  renew(adapter: Adapter, tally: Tally): Promise<Renewal | null>
  /** No further round begins, and what is under way is broken off: what it has put to use stays. */
  stop(): Promise<void>
}

/** A whole list may take so long, milliseconds: its own limit, for nobody waits for it. */
const LONGEST_MS = 10 * 60_000
const EVERY_MS = 15_000

/** A list of the schedule with its settings; null: it is asked for only, or switched off. */
function scheduled({ id, delivery }: Adapter, deps: KeeperDeps): { readonly settings: SourceSettings; readonly delivery: Snapshot } | null {
  const settings = deps.settings(id)
  if (delivery.kind !== 'snapshot' || delivery.renewed !== 'by_schedule' || !settings?.url) return null
  return { settings, delivery }
}

/** Each attempt at the network has the time of one ask: a call that hangs does not take the time of the whole list. */
function timed(run: Run, { timeoutMs }: SourceSettings): Run {
  return <Result>(attempt: (signal: AbortSignal) => Promise<Result>) =>
    run(async (signal) => {
      const late = new AbortController()
      let timer: ReturnType<typeof setTimeout> | undefined
      const tooLate = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          late.abort(timedOut())
          reject(timedOut())
        }, timeoutMs)
      })
      try {
        return await Promise.race([attempt(AbortSignal.any([signal, late.signal])), tooLate])
      } finally {
        clearTimeout(timer)
      }
    })
}

/** Renews one list where so much of its time is over (1: all of it). */
async function keep(adapter: Adapter, share: number, deps: KeeperDeps, deadlines: Deadlines, tally: Tally): Promise<Renewal | null> {
  const kept = scheduled(adapter, deps)
  if (!kept) return null
  const { settings, delivery } = kept
  const deadline = deadlines.at(LONGEST_MS)
  const context = { source: adapter.id, lane: deps.lanes.of(adapter.id), deadline, tally, gate: null, priority: 'background' as const }
  const run = timed(createRun({ ...context, clock: deps.clock, random: deps.random, metrics: deps.metrics }), settings)
  const source = deps.bind(settings, adapter.access, run, (exchangeId) => {
    tally.exchangeId = exchangeId
  })
  const youngMs = (settings.copySeconds ?? delivery.youngSeconds) * 1000 * share
  const renewal = await renewIfFree({ adapter, delivery, teacher: null, source, deadline, tally, youngMs }, deps)
  const parts = (await deps.store.parts(adapter.id)).filter(({ scope }) => scope !== WHOLE)
  const [oldest] = parts.map(({ asOf, loadedAt }) => asOf ?? loadedAt).sort()
  if (oldest) deps.board.copied(adapter.id, oldest)
  return renewal
}

/** What a list that could not be renewed comes to: an operator hears of it, and its former rows stay in use. */
function told(error: unknown, { id }: Adapter, { events, log }: KeeperDeps): void {
  const failure = failureOf(error)
  if (isHeldBack(failure?.verdict.reason)) return
  if (failure) events.happened(id, 'copy_failed', { ...failure.verdict })
  else log.error({ source: id, kind: 'copy' }, 'list not renewed', error)
}

interface Flight {
  readonly done: Promise<Renewal | null>
  readonly deadlines: Deadlines
  readonly tally: Tally
}

/** A list that took less to be found broken may be asked for again at once, milliseconds. */
const DEAR_MS = 2000

function isBroken(failure: SourceFailure | null | undefined): boolean {
  return failure?.verdict.outcome === 'unreadable'
}

/** Whether a renewal found something broken, which asking again at once will not mend. */
function foundBroken(done: Promise<Renewal | null>): Promise<boolean> {
  return done.then(
    (renewal) => [...(renewal?.failures.values() ?? [])].some(isBroken),
    (error: unknown) => isBroken(failureOf(error)),
  )
}

/** Askers find a list seldom old: rounds renew it where half of its time is over. */
const HALF = 0.5

/** A keeper that does nothing by itself: the timer of Node or the cron trigger of Workers drives it. */
export function createCopyKeeper(deps: KeeperDeps): CopyKeeper {
  const flights = new Map<string, Flight>()
  let round: Promise<void> | null = null
  let stopped = false

  /** A list that is broken stays under way, with what came of it, as long as it is to be left alone. */
  async function settle({ id }: Adapter, { done, deadlines }: Flight, beganAt: number): Promise<void> {
    const broken = await foundBroken(done)
    deadlines.clear()
    const took = deps.clock.monotonic() - beganAt
    if (!broken || took < DEAR_MS) flights.delete(id)
    else setTimeout(() => flights.delete(id), leftAloneMs(took)).unref?.()
  }
  function flight(adapter: Adapter, share: number): Flight {
    const under = flights.get(adapter.id)
    if (under) return under
    const [deadlines, tally] = [createDeadlines(deps.clock), newTally()]
    const begun = { done: keep(adapter, share, deps, deadlines, tally), deadlines, tally }
    flights.set(adapter.id, begun)
    void settle(adapter, begun, deps.clock.monotonic())
    return begun
  }
  async function all(): Promise<void> {
    for (const adapter of deps.adapters) {
      if (stopped) return
      if (!scheduled(adapter, deps) || deps.actions.of(adapter.id).pause) continue
      // What is under way, or left alone, was told by whoever began it.
      const tell = flights.has(adapter.id) ? () => {} : (error: unknown) => told(error, adapter, deps)
      await flight(adapter, HALF).done.catch(tell)
    }
  }
  return {
    tick() {
      if (stopped) return Promise.resolve()
      round ??= all().finally(() => {
        round = null
      })
      return round
    },
    async renew(adapter, tally) {
      if (stopped) throw timedOut()
      const { done, tally: own } = flight(adapter, 1)
      try {
        return await done
      } finally {
        Object.assign(tally, own)
      }
    },
    async stop() {
      stopped = true
      const under = [...flights.values()]
      for (const { deadlines } of under) deadlines.expire()
      await Promise.allSettled(under.map(({ done }) => done))
      await round
    },
  }
}

/** A keeper with a timer: the first round begins at once. */
export function startCopyKeeper(keeper: CopyKeeper): { stop(): Promise<void> } {
  void keeper.tick()
  const timer = setInterval(() => void keeper.tick(), EVERY_MS)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return keeper.stop()
    },
  }
}
