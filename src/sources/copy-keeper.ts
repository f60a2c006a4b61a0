import type { Access, Adapter, Snapshot, Source } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock, Log, Metrics } from '../ports.ts'
import { type RenewDeps, renewCopy, WHOLE } from './copy-renew.ts'
import { createDeadlines, type Deadlines } from './deadline.ts'
import type { SourceRecorder } from './events.ts'
import type { Run } from './failure.ts'
import { failureOf } from './fault.ts'
import type { Lanes } from './lane.ts'
import { createRun, newTally } from './run.ts'
import type { SourceSettings } from './settings.ts'

/** What keeping the lists is made of. */
export interface KeeperDeps extends RenewDeps {
  readonly adapters: readonly Adapter[]
  readonly settings: (source: SourceId) => SourceSettings | null
  readonly bind: (settings: SourceSettings, access: Access, run: Run, noted: (exchangeId: string) => void) => Source
  readonly lanes: Lanes
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
  /** No further round begins, and the one under way is broken off: what it has put to use stays. */
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

/** Renews one list where half of its time is over: askers seldom find it old then. */
async function keep(adapter: Adapter, deps: KeeperDeps, deadlines: Deadlines): Promise<void> {
  const kept = scheduled(adapter, deps)
  if (!kept) return
  const { settings, delivery } = kept
  const deadline = deadlines.at(LONGEST_MS)
  const tally = newTally()
  const context = { source: adapter.id, lane: deps.lanes.of(adapter.id), deadline, tally, gate: null }
  const run = createRun({ ...context, clock: deps.clock, random: deps.random, metrics: deps.metrics })
  const source = deps.bind(settings, adapter.access, run, () => {})
  const youngMs = ((settings.copySeconds ?? delivery.youngSeconds) * 1000) / 2
  await renewCopy({ adapter, delivery, teacher: null, source, deadline, tally, youngMs }, deps)
  const parts = (await deps.store.parts(adapter.id)).filter(({ scope }) => scope !== WHOLE)
  const [oldest] = parts.map(({ asOf, loadedAt }) => asOf ?? loadedAt).sort()
  if (oldest) deps.board.copied(adapter.id, oldest)
}

/** What a list that could not be renewed comes to: an operator hears of it, and its former rows stay in use. */
function told(error: unknown, { id }: Adapter, { events, log }: KeeperDeps): void {
  const failure = failureOf(error)
  if (failure) events.happened(id, 'copy_failed', { outcome: failure.verdict.outcome, reason: failure.verdict.reason })
  else log.error({ source: id, kind: 'copy' }, 'list not renewed', error)
}

/** A keeper that does nothing by itself: the timer of Node or the cron trigger of Workers drives it. */
export function createCopyKeeper(deps: KeeperDeps): CopyKeeper {
  let under: { readonly done: Promise<void>; readonly deadlines: Deadlines } | null = null
  let stopped = false

  async function round(deadlines: Deadlines): Promise<void> {
    for (const adapter of deps.adapters) {
      if (stopped) return
      await keep(adapter, deps, deadlines).catch((error: unknown) => told(error, adapter, deps))
    }
  }
  return {
    tick() {
      if (stopped) return Promise.resolve()
      if (under) return under.done
      const deadlines = createDeadlines(deps.clock)
      const done = round(deadlines).finally(() => {
        deadlines.clear()
        under = null
      })
      under = { done, deadlines }
      return done
    },
    async stop() {
      stopped = true
      under?.deadlines.expire()
      await under?.done
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
