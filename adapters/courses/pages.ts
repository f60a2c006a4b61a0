import { z } from 'zod'
import { echoedIin } from '../../schemas/wire.ts'
import type { RawRecord, Received, Reply } from '../adapter.ts'

const Page = z.object({ items: z.array(z.unknown()), nextCursor: z.union([z.string(), z.number()]).nullish() })
/** An error object under a good status (problem+json, quirk Q03). */
const Problem = z.object({ status: z.number(), items: z.undefined().optional() })

/** A teacher has some tens of certificates, and a server may page by five of them; far more pages than this are a loop. */
const MOST_PAGES = 200

export type Cursor = string | number
type AskPage = (cursor: Cursor | undefined) => Promise<Received<unknown>>

/** Only the very same item is one item here: two that differ are two records, and merging names the conflict. */
function add(items: readonly unknown[], { exchange }: Received<unknown>, into: Map<string, RawRecord>): void {
  for (const value of items) {
    const item = JSON.stringify(value)
    if (!into.has(item)) into.set(item, { value, iin: echoedIin((value as { iin?: unknown } | null)?.iin), exchange })
  }
}

/**
 * All items of all pages, each once. The cursor alone says whether the list goes on: a page without news may have another one behind it.
 * A verdict where the answer is no page, where a cursor comes back, or where there is no end.
 */
export async function readPages(ask: AskPage): Promise<Reply> {
  const items = new Map<string, RawRecord>()
  const cursors = new Set<Cursor | undefined>()
  let cursor: Cursor | undefined
  while (!cursors.has(cursor) && cursors.size < MOST_PAGES) {
    cursors.add(cursor)
    const answer = await ask(cursor)
    if (Problem.safeParse(answer.body).success) return { outcome: 'unavailable', reason: 'remote_error' }
    const page = Page.safeParse(answer.body)
    if (!page.success) break
    add(page.data.items, answer, items)
    cursor = page.data.nextCursor ?? ''
    if (cursor === '') return { records: [...items.values()] }
  }
  return { outcome: 'unreadable', reason: 'protocol' }
}
