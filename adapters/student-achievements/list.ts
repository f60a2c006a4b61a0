import { z } from 'zod'
import type { Paging, RawRecord, Source } from '../adapter.ts'
import { repairsOf } from './mentors.ts'

const PAGE_SIZE = 200
/** A school has some hundred achievements; a list that never ends is a loop. */
const MOST_PAGES = 100
const Page = z.object({ total: z.number().int().nonnegative(), items: z.array(z.unknown()) })

/** The pages of the list of one school. */
function listOf(bin: string): Paging {
  return {
    sizes: [PAGE_SIZE],
    most: MOST_PAGES,
    call: ({ offset, size }) => ({ method: 'GET', path: '/api/v2/achievements', query: { mentorBin: bin, offset, limit: size } }),
    read(body) {
      const page = Page.safeParse(body)
      return page.success ? { rows: page.data.items, total: page.data.total } : null
    },
  }
}

/** The school's list page by page, each row once. Where it cannot be trusted to be whole, it fails at its end. */
export async function* loadList(bin: string, source: Source): AsyncGenerator<readonly RawRecord[]> {
  for await (const { rows, exchange } of source.pages(listOf(bin))) {
    yield rows.map((value) => ({ value, iin: null, exchange, repairs: repairsOf(value) }))
  }
}
