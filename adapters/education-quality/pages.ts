import { z } from 'zod'
import { echoedIin } from '../../schemas/wire.ts'
import type { RawRecord, Received } from '../adapter.ts'

/** A Spring page, as far as we read it. */
const Page = z.object({ content: z.array(z.unknown()), totalElements: z.number().int().nonnegative() })

/** A teacher has some hundred rows; far more than this is a loop. */
const MOST_PAGES = 40
/** Rows of pages whose order is another one at each call repeat and vanish: a sweep more finds them (quirk Q24). */
const MOST_SWEEPS = 3

type AskPage = (page: number) => Promise<Received<unknown>>
/** What a sweep came to; `broken`: no page, no end, fewer rows than announced, or the same page again and again. */
type Sweep = 'all' | 'short' | 'broken'

function add({ body, exchange }: Received<unknown>, rows: Map<string, RawRecord>): z.infer<typeof Page> | null {
  const page = Page.safeParse(body)
  if (!page.success) return null
  for (const value of page.data.content) {
    const row = JSON.stringify(value)
    // Only the very same row is one row here: two that differ are two records, and merging names the conflict.
    if (!rows.has(row)) rows.set(row, { value, iin: echoedIin((value as { teacherIin?: unknown } | null)?.teacherIin), exchange })
  }
  return page.data
}

async function sweep(ask: AskPage, rows: Map<string, RawRecord>): Promise<Sweep> {
  const isFirst = rows.size === 0
  let seen = 0
  for (let number = 0; number < MOST_PAGES; number++) {
    const before = rows.size
    const page = add(await ask(number), rows)
    if (!page) return 'broken'
    seen += page.content.length
    // Rows that stand twice on the only page are duplicates: no border of a page can have hidden another one.
    if (seen >= page.totalElements) return number === 0 || rows.size >= page.totalElements ? 'all' : 'short'
    if (page.content.length === 0 || (isFirst && rows.size === before)) return 'broken'
  }
  return 'broken'
}

/** All rows of all pages, each once. Null: what was answered is no list that could be trusted to be whole. */
export async function readPages(ask: AskPage): Promise<readonly RawRecord[] | null> {
  const rows = new Map<string, RawRecord>()
  for (let count = 0; count < MOST_SWEEPS; count++) {
    const before = rows.size
    const result = await sweep(ask, rows)
    if (result === 'broken') return null
    // A second sweep without anything new: the missing rows are duplicates.
    if (result === 'all' || (count > 0 && rows.size === before)) return [...rows.values()]
  }
  return null
}
