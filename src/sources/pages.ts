import { createHash } from 'node:crypto'
import type { HttpCall, PagePlace, PageRows, Paging, Received } from '../../adapters/adapter.ts'
import { unreadable } from './body.ts'

/** Rows repeat and vanish at the borders of pages whose order changes: a sweep more finds them (quirk Q24). */
const MOST_SWEEPS = 3
/** Of the hash of a row, bytes: a country has some hundred thousand rows, and their texts need not be kept. */
const HASH_BYTES = 16
const SERVER_ERROR = 500

type Place = Omit<PagePlace, 'size'>
type AskJson = (call: HttpCall) => Promise<Received<unknown>>
interface Answered extends PageRows {
  /** Rows of the page, those included that are known already. */
  readonly sent: number
  readonly total: number
}
/** What a sweep came to; `broken`: no page, no end, fewer rows than announced, or the same page again and again. */
type Sweep = 'all' | 'short' | 'broken'

/** The rows met so far, as hashes of their text. Only the very same row is one row: two that differ are two records. */
function createKnown() {
  const hashes = new Set<string>()
  return {
    count: () => hashes.size,
    isNew(row: unknown): boolean {
      const digest = createHash('sha256').update(JSON.stringify(row)).digest()
      const before = hashes.size
      hashes.add(digest.toString('latin1', 0, HASH_BYTES))
      return hashes.size > before
    },
  }
}

/** Asks for pages of one size after the other: a size that the first page is refused with is never used again. */
function createAsker(json: AskJson, { sizes, call }: Paging) {
  let [size, ...smaller] = sizes
  return async function ask(place: Place): Promise<Received<unknown>> {
    for (;;) {
      const [next] = place.page === 0 ? smaller : []
      if (next === undefined) return json(call({ ...place, size }))
      const answer = await json({ ...call({ ...place, size }), alsoAccept: [SERVER_ERROR] })
      if (answer.status !== SERVER_ERROR) return answer
      size = next
      smaller = smaller.slice(1)
    }
  }
}

/** All pages of a list, each row once. Throws `SourceFailure` (`unreadable`/`protocol`) where it cannot be trusted to be whole. */
export async function* readPages(json: AskJson, paging: Paging): AsyncGenerator<PageRows> {
  const known = createKnown()
  const ask = createAsker(json, paging)

  async function pageAt(place: Place): Promise<Answered | null> {
    const { body, exchange } = await ask(place)
    const page = paging.read(body)
    return page && { rows: page.rows.filter(known.isNew), sent: page.rows.length, total: page.total, exchange }
  }

  /** What a page ends its sweep with; null: the sweep goes on. */
  function endAt(place: Place, { rows, sent, total }: Answered, isFirst: boolean): Sweep | null {
    // Rows that stand twice on the only page are duplicates: no border of a page can have hidden another one.
    if (place.offset + sent >= total) return place.page === 0 || known.count() >= total ? 'all' : 'short'
    return sent === 0 || (isFirst && rows.length === 0) ? 'broken' : null
  }

  async function* sweep(): AsyncGenerator<PageRows, Sweep> {
    const isFirst = known.count() === 0
    for (let place = { page: 0, offset: 0 }; place.page < paging.most; ) {
      const answered = await pageAt(place)
      if (!answered) return 'broken'
      yield { rows: answered.rows, exchange: answered.exchange }
      const end = endAt(place, answered, isFirst)
      if (end) return end
      place = { page: place.page + 1, offset: place.offset + answered.sent }
    }
    return 'broken'
  }

  for (let count = 0; count < MOST_SWEEPS; count++) {
    const before = known.count()
    const result = yield* sweep()
    if (result === 'broken') break
    // A second sweep without anything new: the missing rows are duplicates.
    if (result === 'all' || (count > 0 && known.count() === before)) return
  }
  throw unreadable('protocol', 'the pages of the list are not whole')
}
