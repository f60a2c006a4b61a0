import type { RawRecord, Snapshot, Source } from '../../adapters/adapter.ts'
import { type CopyInfo, type CopySelection, StoreUnavailable } from '../store/store.ts'
import { type Answer, type Asking, failed } from './answer.ts'
import { isFresh, type RenewDeps, renewCopy, type Wanted } from './copy-renew.ts'
import type { SourceRecorder } from './events.ts'
import { SourceFailure } from './failure.ts'
import { failureOf } from './fault.ts'
import { judgeSelection } from './judge.ts'
import { createSingleFlight } from './single-flight.ts'

/** Local copies of lists that have no filter by person (contract page, C). */
export interface Copies {
  /** From the copy while it is young enough, else loaded anew; an older copy stands in where loading fails. Throws only errors of our own. */
  answer(asking: Asking, delivery: Snapshot, source: Source): Promise<Answer>
}

/** What the copies are made of. */
export interface CopiesDeps extends RenewDeps {
  readonly board: SourceRecorder
  /** False on Workers, where no promise may be shared between requests. */
  readonly shared: boolean
}

/** The copy as it is now, with its rows about this teacher. */
function select({ asking, delivery, scope }: Wanted, { store }: CopiesDeps): Promise<CopySelection | null> {
  return store.select(asking.ask.adapter.id, scope, delivery.asked(asking.ask.teacher))
}

function read({ ask }: Asking, { info, bodies }: CopySelection, deps: CopiesDeps): Answer {
  const records = bodies.map((body) => JSON.parse(body) as RawRecord)
  deps.board.copied(ask.adapter.id, info.loadedAt)
  return { ...judgeSelection(ask, records, deps.events), asOf: info.loadedAt }
}

/** A failure of the source as a value; errors of our own stay errors. */
async function settled(work: Promise<CopyInfo | SourceFailure>): Promise<CopyInfo | SourceFailure> {
  try {
    return await work
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    return failure
  }
}

/** Loads once at a time: within a process by one shared flight, over all processes by a lease in the store. */
export function createCopies(deps: CopiesDeps): Copies {
  const flights = createSingleFlight<CopyInfo | SourceFailure>(
    (result) => result instanceof SourceFailure && result.verdict.reason === 'timeout',
  )

  function renewed(wanted: Wanted): Promise<CopyInfo | SourceFailure> {
    const renew = () => settled(renewCopy(wanted, deps))
    if (!deps.shared) return renew()
    return settled(flights.share(`${wanted.asking.ask.adapter.id} ${wanted.scope}`, wanted.asking.deadline, renew))
  }
  /** The outcome stays the failure; the records, where there are any, are those of the former copy. */
  function standIn(asking: Asking, failure: SourceFailure, former: CopySelection | null): Answer {
    if (!former) return failed(failure)
    const { records } = read(asking, former, deps)
    return { ...failed(failure), records, asOf: former.info.loadedAt, stale: true }
  }
  return {
    async answer(asking, delivery, source) {
      const wanted = { asking, delivery, scope: delivery.scope(asking.ask.teacher), source }
      const former = await select(wanted, deps)
      if (former && isFresh(former.info, asking, deps.clock.now())) return read(asking, former, deps)
      const result = await renewed(wanted)
      if (result instanceof SourceFailure) return standIn(asking, result, former)
      const renewal = await select(wanted, deps)
      if (!renewal) throw new StoreUnavailable('copy.gone')
      return read(asking, renewal, deps)
    },
  }
}
