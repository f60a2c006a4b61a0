import { z } from 'zod'
import type { RawRecord, Received } from '../adapter.ts'

/** A Spring page, as far as we read it. */
export const Page = z.object({ content: z.array(z.unknown()), totalElements: z.number().int(), totalPages: z.number().int() })
export type Page = z.infer<typeof Page>

/** A teacher has some hundred rows; far more than this is a loop. */
const MOST_PAGES = 40
/** Pages may come in another order at each call, so that rows repeat and vanish: one more sweep finds most of them (quirk Q24). */
const SWEEPS = 2

function echoedIin(row: unknown): string | null {
  const iin = (row as { teacherIin?: unknown } | null)?.teacherIin
  return typeof iin === 'string' || typeof iin === 'number' ? String(iin) : null
}

/** All rows of all pages, each once; null where an answer is no page. */
export async function readPages(ask: (page: number) => Promise<Received<unknown>>): Promise<readonly RawRecord[] | null> {
  const rows = new Map<string, RawRecord>()
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let pages = 1
    let expected = 0
    for (let number = 0; number < Math.min(pages, MOST_PAGES); number++) {
      const received = await ask(number)
      const page = Page.safeParse(received.body)
      if (!page.success) return null
      pages = page.data.totalPages
      expected = page.data.totalElements
      for (const row of page.data.content) rows.set(JSON.stringify(row), { value: row, iin: echoedIin(row), exchange: received.exchange })
    }
    if (pages <= 1 || rows.size >= expected) break
  }
  return [...rows.values()]
}
