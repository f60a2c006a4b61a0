import type { Adapter } from '../adapters/adapter.ts'
import type { Line } from './compose.ts'
import type { Collector } from './deps.ts'
import type { Log } from './ports.ts'
import { startCopyKeeper } from './sources/copy-keeper.ts'
import { startInboxPoller } from './sources/inbox-poller.ts'
import { startProber } from './sources/prober.ts'
import type { Store } from './store/store.ts'

const SWEEP_MS = 15 * 60_000

/** What the work beside the requests is done with. */
export interface WorkDeps {
  readonly adapters: readonly Adapter[]
  readonly line: Line
  /** Takes up collections that waited for a message. */
  readonly takeUp: Collector['takeUp']
  readonly store: Store
  readonly log: Log
}

/** Removes what is past its time. */
function startSweeper(store: Store, log: Log): NodeJS.Timeout {
  return setInterval(() => store.sweep().catch((error: unknown) => log.error({ stage: 'sweep' }, 'sweep failed', error)), SWEEP_MS).unref()
}

/** Starts what goes on beside the requests of a process: queues, lists, probes, and the removal of what is old. */
export function startWork({ adapters, line, takeUp, store, log }: WorkDeps): { stop(): Promise<void> } {
  const poller = startInboxPoller({ adapters, desk: line.desk, store: store.inbox, takeUp, log })
  const lists = startCopyKeeper(line.keeper)
  const probes = startProber(line.prober)
  const sweeper = startSweeper(store, log)
  return {
    async stop() {
      clearInterval(sweeper)
      await Promise.all([poller.stop(), lists.stop(), probes.stop()])
    },
  }
}
