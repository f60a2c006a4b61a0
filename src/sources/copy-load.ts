import type { Adapter, RawRecord, Snapshot, Source } from '../../adapters/adapter.ts'
import type { CopyRow } from '../store/store.ts'
import { createBaseline } from './drift.ts'
import type { SourceEvents } from './events.ts'
import { SourceFailure } from './failure.ts'
import { DRIFT } from './judge.ts'

/** Bounds of one copy: a longer list is `unreadable`/`protocol`. */
const LONGEST_ROWS = 20_000
const LONGEST_BYTES = 32 * 1024 * 1024

/** A whole list, ready for the store. */
export interface LoadedList {
  readonly rows: readonly CopyRow[]
  readonly lastExchangeId: string | null
}

/** A record as the copy keeps it; the exchange stays the one that loaded it. */
function toRow(record: RawRecord, delivery: Snapshot): CopyRow {
  return { keys: delivery.keys(record.value), body: JSON.stringify(record) }
}

/**
 * Loads a list page by page into memory, so that the store is written in one go and no page that fails touches it.
 * The drift baseline is that of the whole list.
 */
export async function loadList(
  adapter: Adapter,
  delivery: Snapshot,
  scope: string,
  source: Source,
  events: SourceEvents,
): Promise<LoadedList> {
  const baseline = createBaseline(adapter.baseline)
  const rows: CopyRow[] = []
  let [bytes, lastExchangeId]: [number, string | null] = [0, null]
  for await (const page of delivery.load(scope, source)) {
    if ('outcome' in page) throw new SourceFailure(page, 'no', 'the list is not whole')
    for (const record of page) {
      baseline.see(record.value)
      const row = toRow(record, delivery)
      rows.push(row)
      bytes += row.body.length
      lastExchangeId = record.exchange.id
    }
    if (rows.length > LONGEST_ROWS || bytes > LONGEST_BYTES) {
      throw new SourceFailure({ outcome: 'unreadable', reason: 'protocol' }, 'no', 'the list is over the limits')
    }
  }
  const missing = rows.length > 0 ? baseline.missing() : []
  if (rows.length > 0) events.baseline(adapter.id, missing)
  if (missing.length > 0) throw new SourceFailure(DRIFT, 'no', 'baseline keys are missing')
  return { rows, lastExchangeId }
}
