import { z } from 'zod'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { RawRecord, Source } from '../adapter.ts'
import { isPadded } from './mentors.ts'

const PAGE_SIZE = 200
/** A school has some hundred achievements; a list that never ends is a loop. */
const MOST_PAGES = 100
/** Rows repeat and vanish at the borders of pages whose order changes: one sweep more finds them (quirk Q24). */
const MOST_SWEEPS = 3
const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }
const Page = z.object({ total: z.number().int().nonnegative(), items: z.array(z.unknown()) })

interface Loading {
  /** The rows known already, as text. */
  readonly known: Set<string>
  readonly bin: string
  readonly source: Source
}
interface Part {
  readonly rows: readonly RawRecord[]
  readonly sent: number
  readonly total: number
}

/** One page without the rows that are known already; null where the answer is no page. */
async function partAt(offset: number, { known, bin, source }: Loading): Promise<Part | null> {
  const query = { mentorBin: bin, offset, limit: PAGE_SIZE }
  const { body, exchange } = await source.json({ method: 'GET', path: '/api/v2/achievements', query })
  const page = Page.safeParse(body)
  if (!page.success) return null
  const fresh = page.data.items.filter((value) => {
    const row = JSON.stringify(value)
    return !known.has(row) && known.add(row)
  })
  const rows = fresh.map((value) => ({ value, iin: null, exchange, ...(isPadded(value) ? { repairs: ['iin.leading-zero'] } : {}) }))
  return { rows, sent: page.data.items.length, total: page.data.total }
}

/** What a sweep came to; `broken`: no page, no end, fewer rows than announced, or the same page again and again. */
type Sweep = 'all' | 'short' | 'broken'

async function* sweep(loading: Loading): AsyncGenerator<readonly RawRecord[], Sweep> {
  const { known } = loading
  const isFirst = known.size === 0
  let offset = 0
  for (let number = 0; number < MOST_PAGES; number++) {
    const part = await partAt(offset, loading)
    if (!part) return 'broken'
    yield part.rows
    offset += part.sent
    // Rows that stand twice on the only page are duplicates: no border of a page can have hidden another one.
    if (offset >= part.total) return number === 0 || known.size >= part.total ? 'all' : 'short'
    if (part.sent === 0 || (isFirst && part.rows.length === 0)) return 'broken'
  }
  return 'broken'
}

/** The school's list page by page, each row once; a verdict at its end where it could not be trusted to be whole. */
export async function* loadList(bin: string, source: Source): AsyncGenerator<readonly RawRecord[] | Verdict> {
  const loading: Loading = { known: new Set(), bin, source }
  for (let count = 0; count < MOST_SWEEPS; count++) {
    const before = loading.known.size
    const result = yield* sweep(loading)
    if (result === 'broken') break
    // A second sweep without anything new: the missing rows are duplicates.
    if (result === 'all' || (count > 0 && loading.known.size === before)) return
  }
  yield PROTOCOL
}
