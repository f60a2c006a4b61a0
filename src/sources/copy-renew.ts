import type { Snapshot, Source } from '../../adapters/adapter.ts'
import type { Clock } from '../ports.ts'
import type { CopyInfo, CopyStore } from '../store/store.ts'
import type { Asking } from './answer.ts'
import { loadList } from './copy-load.ts'
import { pause, timedOut, within } from './deadline.ts'
import type { SourceEvents } from './events.ts'

/** One copy that is needed: whose, of which list, and by whom it is loaded. */
export interface Wanted {
  readonly asking: Asking
  readonly delivery: Snapshot
  readonly scope: string
  readonly source: Source
}

/** What renewing is made of. */
export interface RenewDeps {
  readonly store: CopyStore
  readonly clock: Clock
  readonly events: SourceEvents
}

/** How often to look whether another process has finished loading, milliseconds: doubling between the two. */
const FIRST_LOOK_MS = 50
const LONGEST_LOOK_MS = 1000
/** The lease outlives the limit of its holder by this, milliseconds. */
const LEASE_MARGIN_MS = 2000

/** Whether a copy is younger than its source's `copySeconds`. */
export function isFresh(info: CopyInfo | null, asking: Asking, now: number): info is CopyInfo {
  return info !== null && now - Date.parse(info.loadedAt) < asking.settings.copySeconds * 1000
}

/** Loads within the source's limit and replaces the copy as a whole. */
async function load(wanted: Wanted, deps: RenewDeps): Promise<CopyInfo> {
  const { asking, delivery, scope, source } = wanted
  const { adapter } = asking.ask
  const list = await within(asking.deadline, loadList(adapter, delivery, scope, source, deps.events))
  asking.tally.exchangeId = list.lastExchangeId ?? asking.tally.exchangeId
  return deps.store.replace(
    adapter.id,
    scope,
    (async function* () {
      yield list.rows
    })(),
  )
}

/** Under the lease: what another holder loaded just before is not loaded again. The lease is free afterwards whatever happens. */
async function loadUnderLease(wanted: Wanted, deps: RenewDeps): Promise<CopyInfo> {
  const { asking, scope } = wanted
  const source = asking.ask.adapter.id
  let replaced = false
  try {
    const former = await deps.store.info(source, scope)
    if (isFresh(former, asking, deps.clock.now())) return former
    const info = await load(wanted, deps)
    replaced = true
    return info
  } finally {
    if (!replaced) await deps.store.free(source, scope)
  }
}

/** Takes the lease and loads, or waits until the process that holds it has finished. Throws `SourceFailure`. */
export async function renewCopy(wanted: Wanted, deps: RenewDeps): Promise<CopyInfo> {
  const { asking, scope } = wanted
  const { deadline, ask } = asking
  for (let look = FIRST_LOOK_MS; ; look = Math.min(look * 2, LONGEST_LOOK_MS)) {
    const leaseMs = Math.max(0, deadline.endsAt - deps.clock.monotonic()) + LEASE_MARGIN_MS
    if (await deps.store.claim(ask.adapter.id, scope, leaseMs)) return loadUnderLease(wanted, deps)
    if (!(await pause(look, deadline.signal))) throw timedOut()
    const info = await deps.store.info(ask.adapter.id, scope)
    if (isFresh(info, asking, deps.clock.now())) return info
  }
}
