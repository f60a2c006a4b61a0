import type { Part, RawRecord, Snapshot } from '../../adapters/adapter.ts'
import type { Clock } from '../ports.ts'
import type { CopyId, CopyPart, CopyRow } from '../store/store.ts'
import type { RenewDeps, Wanted } from './copy-renew.ts'
import { within } from './deadline.ts'
import { SourceFailure } from './failure.ts'
import { failureOf } from './fault.ts'
import { DRIFT } from './judge.ts'

/** A list that never ends is a loop: far more rows than teachers in the country. */
const MOST_ROWS = 2_000_000
const LEFT_ALONE = 10
const LONGEST_LEFT_MS = 15 * 60_000

/** What was found broken is left alone for ten times as long as finding it took, at most a quarter of an hour; milliseconds. */
export function leftAloneMs(tookMs: number): number {
  return Math.min(tookMs * LEFT_ALONE, LONGEST_LEFT_MS)
}

/** What has been found broken lately, by part and tag. */
export interface BrokenTags {
  /** The work, unless the same content was found broken a moment ago: then its failure again. */
  guarded(id: CopyId, tag: string | null, work: () => Promise<void>): Promise<void>
}

/** In memory: another process finds out for itself. */
export function createBrokenTags(clock: Clock): BrokenTags {
  const broken = new Map<string, { readonly tag: string; readonly until: number; readonly failure: SourceFailure }>()
  return {
    async guarded({ source, scope }, tag, work) {
      const name = `${source} ${scope}`
      const known = broken.get(name)
      if (known && known.tag === tag && known.until > clock.monotonic()) throw known.failure
      const beganAt = clock.monotonic()
      try {
        await work()
        broken.delete(name)
      } catch (error) {
        const failure = failureOf(error)
        if (tag !== null && failure?.verdict.outcome === 'unreadable') {
          const endedAt = clock.monotonic()
          broken.set(name, { tag, failure, until: endedAt + leftAloneMs(endedAt - beganAt) })
        }
        throw error
      }
    },
  }
}

/** A record as the copy keeps it; the exchange stays the one that loaded it. */
function toRow(record: RawRecord, delivery: Snapshot): CopyRow {
  return { keys: delivery.keys(record.value), body: JSON.stringify(record) }
}

/** What loading tells beside its rows. */
interface Told {
  tag: string | null
  unchanged: boolean
  rows: number
}

/** Each step of an iteration within the deadline. */
async function* timely<Item>(items: AsyncIterable<Item>, { deadline }: Wanted): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]()
  try {
    for (;;) {
      const step = await within(deadline, iterator.next())
      if (step.done) return
      yield step.value
    }
  } finally {
    // A source that hangs is not waited for a second time.
    void iterator.return?.()?.then(undefined, () => {})
  }
}

/** Ends the reading of a part of which nothing is to be replaced. */
class Unchanged extends Error {}

/** The rows of a part as they come. The drift baseline is that of the whole part; what is not whole throws at its end. */
async function* rowsOf(part: Part, kept: string | null, told: Told, wanted: Wanted, deps: RenewDeps): AsyncGenerator<readonly CopyRow[]> {
  const { adapter, delivery, source, tally } = wanted
  const watch = deps.events.shape(adapter)
  for await (const page of timely(delivery.load(part, kept, source), wanted)) {
    if (page === 'unchanged') throw new Unchanged()
    if ('outcome' in page) throw new SourceFailure(page, 'no', 'the list is not whole')
    if ('tag' in page) {
      told.tag = page.tag
      continue
    }
    for (const record of page) watch.see(record.value)
    tally.exchangeId = page.at(-1)?.exchange.id ?? tally.exchangeId
    told.rows += page.length
    if (told.rows > MOST_ROWS) throw new SourceFailure({ outcome: 'unreadable', reason: 'protocol' }, 'no', 'the list is over the limits')
    yield page.map((record) => toRow(record, delivery))
  }
  if (watch.end().length > 0) throw new SourceFailure(DRIFT, 'no', 'the shape of the rows has changed')
}

/** Loads a part in bounded memory and puts it to use as a whole; `since` is when the renewal began. Throws `SourceFailure`. */
export async function loadPart(part: Part, former: CopyPart | null, since: number, wanted: Wanted, deps: RenewDeps): Promise<void> {
  const id = { source: wanted.adapter.id, scope: part.scope }
  const told: Told = { tag: part.tag, unchanged: false, rows: 0 }
  const mark = () => ({ tag: told.tag, asOf: part.asOf })
  try {
    await deps.store.replace(id, rowsOf(part, former?.tag ?? null, told, wanted, deps), mark)
  } catch (error) {
    if (!(error instanceof Unchanged) || !former) throw error
    await deps.store.confirm(id, { tag: former.tag, asOf: part.asOf ?? former.asOf }, since)
  }
}
