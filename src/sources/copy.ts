import type { RawRecord, Snapshot, Source, Teacher } from '../../adapters/adapter.ts'
import type { CopyPart, CopySelection } from '../store/store.ts'
import { type Answer, type Asking, failed } from './answer.ts'
import type { CopyKeeper } from './copy-keeper.ts'
import { gaugeOf, isYoung, type Renewal, type RenewDeps, renewCopy, type Wanted, WHOLE } from './copy-renew.ts'
import type { SourceRecorder } from './events.ts'
import { SourceFailure } from './failure.ts'
import { failureOf } from './fault.ts'
import { judgeSelection } from './judge.ts'
import { createSingleFlight } from './single-flight.ts'

/** Local copies of lists that have no filter by person (contract page, C). */
export interface Copies {
  /**
   * From the copy while it is young enough, else renewed before; an older copy stands in where that fails, and whatever copy there is while
   * the source is paused. Throws only errors of our own.
   */
  answer(asking: Asking, delivery: Snapshot, source: Source): Promise<Answer>
}

/** What the copies are made of. */
export interface CopiesDeps extends RenewDeps {
  readonly board: SourceRecorder
  /** False on Workers, where no promise may be shared between requests. */
  readonly shared: boolean
  /** Renews the lists of the schedule for whoever finds them old; null: each asker does, within his own time. */
  readonly keeper: Pick<CopyKeeper, 'renew'> | null
}

/** The part of a teacher is not among those that the source has now. */
const GONE = new SourceFailure({ outcome: 'unavailable', reason: 'remote_error' }, 'no', 'the part is not delivered any more')

/** What was selected and how far it can be trusted. */
interface Look {
  readonly selection: CopySelection
  readonly renewal: Renewal
}

/** A failure of the source as a value; errors of our own stay errors. */
async function settled(work: Promise<Renewal>): Promise<Renewal | SourceFailure> {
  try {
    return await work
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  }
}

function ageOf({ asOf, loadedAt }: CopyPart): string {
  return asOf ?? loadedAt
}

/** The age of what is answered from: that of the teacher's own part, else of the oldest one. */
function asOfIn({ parts }: CopySelection, teacher: Teacher, delivery: Snapshot): string | null {
  const own = delivery.only(teacher) ?? delivery.home(teacher)
  const meant = parts.find(({ scope }) => scope === own)
  const ages = (meant ? [meant] : parts.filter(({ scope }) => scope !== WHOLE)).map(ageOf)
  return ages.sort()[0] ?? parts.map(ageOf)[0] ?? null
}

/** What keeps a list from being an answer; null: it is one. A part that is not the teacher's own may be old, but must be there. */
function obstacle({ selection, renewal }: Look, teacher: Teacher, delivery: Snapshot): SourceFailure | null {
  const { since, failures } = renewal
  const { parts, bodies } = selection
  if (delivery.only(teacher) !== null) return null
  const home = delivery.home(teacher)
  if (home === null) return [...failures.values()][0] ?? null
  const own = parts.find(({ scope }) => scope === home)
  if (!own) return failures.get(home) ?? (bodies.length > 0 ? null : GONE)
  if (Date.parse(own.loadedAt) < since) return failures.get(home) ?? GONE
  if (bodies.length > 0) return null
  return [...failures].find(([scope]) => !parts.some((part) => part.scope === scope))?.[1] ?? null
}

/** Renews once at a time: within a process by one shared flight, over all processes by a lease in the store. */
export function createCopies(deps: CopiesDeps): Copies {
  const { store, clock, events, board, shared, keeper } = deps
  const flights = createSingleFlight<Renewal | SourceFailure>(
    (result) => result instanceof SourceFailure && result.verdict.reason === 'timeout',
  )

  function renewed(wanted: Wanted): Promise<Renewal | SourceFailure> {
    const { adapter, delivery, tally } = wanted
    const kept = keeper && delivery.renewed === 'by_schedule'
    const renewal = () => settled(renewCopy(wanted, deps, kept ? () => keeper.renew(adapter, tally) : undefined))
    if (!shared || kept) return renewal()
    return flights.share(`${wanted.adapter.id} ${gaugeOf(wanted)}`, wanted.deadline, renewal).catch((error: unknown) => {
      const failure = failureOf(error)
      if (!failure) throw error
      return failure
    })
  }

  function answerFrom(look: Look, asking: Asking, delivery: Snapshot): Answer {
    const { ask } = asking
    const { selection } = look
    const records = selection.bodies.map((body) => JSON.parse(body) as RawRecord)
    const asOf = asOfIn(selection, ask.teacher, delivery)
    if (asOf !== null) board.copied(ask.adapter.id, asOf)
    const judged = { ...judgeSelection(ask, records, events), asOf }
    const failure = obstacle(look, ask.teacher, delivery)
    return failure ? { ...failed(failure), records: judged.records, asOf, stale: asOf !== null } : judged
  }

  return {
    async answer(asking, delivery, source) {
      const { ask, settings, paused, deadline, tally } = asking
      const { adapter, teacher } = ask
      const only = delivery.only(teacher)
      const select = () => store.select(adapter.id, only, delivery.asked(teacher))
      const former = await select()
      const gauge = former.parts.find(({ scope }) => scope === (only ?? WHOLE))
      const youngMs = (settings.copySeconds ?? delivery.youngSeconds) * 1000
      if (!paused && isYoung(gauge, youngMs, clock.now())) {
        return answerFrom({ selection: former, renewal: { since: Date.parse(gauge.loadedAt), failures: new Map() } }, asking, delivery)
      }
      const renewal = paused ?? (await renewed({ adapter, delivery, teacher, source, deadline, tally, youngMs }))
      if (!(renewal instanceof SourceFailure)) return answerFrom({ selection: await select(), renewal }, asking, delivery)
      // The outcome stays the failure; the records, where there are any, are those of the former copy.
      const { records, asOf } = answerFrom({ selection: former, renewal: { since: 0, failures: new Map() } }, asking, delivery)
      return former.parts.length === 0 ? failed(renewal) : { ...failed(renewal), records, asOf, stale: true }
    },
  }
}
