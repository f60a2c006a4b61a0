import type { Adapter, Part, Snapshot, Source, Teacher } from '../../adapters/adapter.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { Clock } from '../ports.ts'
import { type CopyId, type CopyPart, type CopyStore, StoreUnavailable } from '../store/store.ts'
import { type BrokenTags, loadPart } from './copy-load.ts'
import { type Deadline, pause, timedOut, within } from './deadline.ts'
import type { SourceEvents } from './events.ts'
import { SourceFailure } from './failure.ts'
import { failureOf } from './fault.ts'
import type { Tally } from './run.ts'

/** Which list is to be renewed, for whom, and by what. */
export interface Wanted {
  readonly adapter: Adapter
  readonly delivery: Snapshot
  /** Null: by the schedule. */
  readonly teacher: Teacher | null
  readonly source: Source
  readonly deadline: Deadline
  readonly tally: Tally
  /** How old it may be, milliseconds. */
  readonly youngMs: number
}

/** What renewing is made of. */
export interface RenewDeps {
  readonly store: CopyStore
  readonly clock: Clock
  readonly events: SourceEvents
  /** The day, `yyyy-MM-dd`, Asia/Almaty. */
  readonly today: () => string
  readonly broken: BrokenTags
}

/** What came of a renewal: when it began, and the parts that could not be renewed. */
export interface Renewal {
  readonly since: number
  readonly failures: ReadonlyMap<string, SourceFailure>
}

/** How often to look whether another process has finished, milliseconds: doubling between the two. */
const FIRST_LOOK_MS = 50
const LONGEST_LOOK_MS = 1000
/** A lease ends so long after its holder has died, milliseconds. */
const LEASE_MS = 30_000
/** Clocks of two processes differ by less; a part that is further in the future was written before a clock went back. */
const SKEW_MS = 60_000
/** Under this name stands when all parts were looked at. */
export const WHOLE = ''

/** The part by which is known how old a list is: the only one of a teacher, else the mark of the whole. */
export function gaugeOf({ delivery, teacher }: Pick<Wanted, 'delivery' | 'teacher'>): string {
  return (teacher && delivery.only(teacher)) ?? WHOLE
}

/** Whether a part was known to be that of the source not longer ago than it may; false where that is still to come. */
export function isYoung(part: CopyPart | undefined, youngMs: number, now: number): part is CopyPart {
  if (part === undefined) return false
  const age = now - Date.parse(part.loadedAt)
  return age < youngMs && age > -SKEW_MS
}

function failed(verdict: Verdict): SourceFailure {
  return new SourceFailure(verdict, 'no', 'the list is not whole')
}

/** Another process began to write the same part meanwhile: it will be there, and is not yet. */
function overtaken(error: unknown): unknown {
  const isOvertaken = error instanceof StoreUnavailable && error.code === 'copy.contention'
  return isOvertaken ? new SourceFailure({ outcome: 'unavailable', reason: 'overload' }, 'no', 'another process loads it') : error
}

/** The parts one after another: one that has not changed is only confirmed. A part that fails leaves its former rows in use, and the others go on. */
async function renewParts(parts: readonly Part[], wanted: Wanted, since: number, deps: RenewDeps): Promise<Renewal['failures']> {
  const { store, broken, events } = deps
  const { id: source } = wanted.adapter
  const kept = new Map((await store.parts(source)).map((part) => [part.scope, part]))
  const failures = new Map<string, SourceFailure>()
  for (const part of parts) {
    const id = { source, scope: part.scope }
    const former = kept.get(part.scope)
    try {
      if (part.tag !== null && former?.tag === part.tag) await store.confirm(id, { tag: part.tag, asOf: part.asOf }, since)
      else await broken.guarded(id, part.tag, () => loadPart(part, former ?? null, since, wanted, deps))
    } catch (error) {
      const failure = failureOf(overtaken(error))
      if (!failure) throw error
      if (wanted.teacher === null || parts.length > 1) events.happened(source, 'copy_failed', { part: part.scope, ...failure.verdict })
      failures.set(part.scope, failure)
      if (wanted.deadline.signal.aborted) throw failure
    }
  }
  return failures
}

async function renew(wanted: Wanted, deps: RenewDeps): Promise<Renewal> {
  const { delivery, teacher, source, deadline } = wanted
  const since = deps.clock.now()
  const parts = await within(deadline, delivery.parts(teacher, deps.today(), source))
  if ('outcome' in parts) throw failed(parts)
  const failures = await renewParts(parts, wanted, since, deps)
  const [gauge, first] = [gaugeOf(wanted), [...failures.values()][0]]
  if (gauge !== WHOLE && first) throw first
  if (gauge === WHOLE && !first) await deps.store.confirm({ source: wanted.adapter.id, scope: WHOLE }, { tag: null, asOf: null }, since)
  return { since, failures }
}

async function youngGauge(wanted: Wanted, { store, clock }: RenewDeps): Promise<Renewal | null> {
  const scope = gaugeOf(wanted)
  const gauge = (await store.parts(wanted.adapter.id)).find((part) => part.scope === scope)
  return isYoung(gauge, wanted.youngMs, clock.now()) ? { since: Date.parse(gauge.loadedAt), failures: new Map() } : null
}

/** Keeps the lease while the work goes on, and gives it back when the last prolonging is over, so that none comes after that. */
async function underLease<Result>(id: CopyId, { store }: RenewDeps, work: () => Promise<Result>): Promise<Result> {
  let prolonging: Promise<void> = Promise.resolve()
  const beat = setInterval(() => {
    prolonging = store.extend(id, LEASE_MS).catch(() => {})
  }, LEASE_MS / 3)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await prolonging
    await store.free(id)
  }
}

/** Takes the lease and renews what is not young by now; null: another process holds the lease. Throws `SourceFailure`. */
export async function renewIfFree(wanted: Wanted, deps: RenewDeps): Promise<Renewal | null> {
  const id = { source: wanted.adapter.id, scope: gaugeOf(wanted) }
  if (!(await deps.store.claim(id, LEASE_MS))) return null
  return underLease(id, deps, async () => (await youngGauge(wanted, deps)) ?? (await renew(wanted, deps)))
}

/**
 * Renews by `attempt`, or waits until the process that holds the lease has finished: what another one has renewed meanwhile is not asked
 * for again. Ends at the caller's deadline, whatever is still to be cleared away then. Throws `SourceFailure`.
 */
export async function renewCopy(wanted: Wanted, deps: RenewDeps, attempt = () => renewIfFree(wanted, deps)): Promise<Renewal> {
  for (let look = FIRST_LOOK_MS; ; look = Math.min(look * 2, LONGEST_LOOK_MS)) {
    const renewal = await within(wanted.deadline, attempt())
    if (renewal) return renewal
    if (!(await pause(look, wanted.deadline.signal))) throw timedOut()
    const young = await youngGauge(wanted, deps)
    if (young) return young
  }
}
