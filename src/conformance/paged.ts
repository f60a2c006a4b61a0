import { z } from 'zod'
import { type Asked, ask } from './asked.ts'
import type { Bench } from './bench.ts'
import type { Fetch, Seen } from './witness.ts'

/** A page as it went over the wire: its rows, how many the list has (null: not told), and the cursor of the next (null: none). */
export interface Page {
  readonly rows: readonly string[]
  readonly total: number | null
  readonly cursor: string | null
}

const Paged = z
  .object({
    content: z.array(z.unknown()).optional(),
    items: z.array(z.unknown()).optional(),
    totalElements: z.number().optional(),
    total: z.number().optional(),
    nextCursor: z.union([z.string(), z.number()]).nullish(),
  })
  .refine(({ content, items }) => content ?? items)
const Parameter = /("(?:size|limit)":)\d+/
const PARAMETERS = ['size', 'limit']
const decoder = new TextDecoder()

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The pages of a list among the answers to questions that say how long a page may be. */
export function pagesIn(seen: readonly Seen[]): readonly Page[] {
  return seen.filter(isPaged).flatMap((one) => {
    const page = Paged.safeParse(parsed(decoder.decode(one.bytes())))
    if (!page.success) return []
    const { content, items, totalElements, total, nextCursor } = page.data
    const rows = (content ?? items ?? []).map((row) => JSON.stringify(row))
    const cursor = nextCursor === undefined || nextCursor === null || nextCursor === '' ? null : String(nextCursor)
    return [{ rows, total: totalElements ?? total ?? null, cursor }]
  })
}

/** Rows that stand twice on one of these pages. */
export function twiceOn(pages: readonly (readonly string[])[]): number {
  return pages.reduce((sum, rows) => sum + rows.length - new Set(rows).size, 0)
}

function isPaged({ url, body }: Pick<Seen, 'url' | 'body'>): boolean {
  const { searchParams } = new URL(url)
  return PARAMETERS.some((name) => searchParams.has(name)) || Parameter.test(body)
}

/** Asks for shorter pages than the adapter does: a list of one page shows nothing about paging. */
function shorter(fetch: Fetch, size: number): Fetch {
  return async (request) => {
    const { method, headers, signal } = request
    const address = new URL(request.url)
    for (const name of PARAMETERS) if (address.searchParams.has(name)) address.searchParams.set(name, String(size))
    const body = method === 'GET' ? null : (await request.text()).replace(Parameter, `$1${size}`)
    const lines = new Headers(headers)
    lines.delete('content-length')
    return fetch(new Request(address, { method, headers: lines, signal, redirect: 'manual', body }))
  }
}

/** Pages that a list is cut into. */
const PAGES = 3

/** The same question in about three pages; null: it is not paged, or has too few rows to be cut. */
export async function askPaged(bench: Bench, asked: Asked): Promise<Asked | null> {
  const pages = pagesIn(asked.seen)
  const rows = Math.max(0, ...pages.map(({ total }) => total ?? 0), pages.flatMap((page) => page.rows).length)
  if (pages.length === 0 || rows < 2) return null
  return ask({ ...bench, fetch: shorter(bench.fetch, Math.ceil(rows / PAGES)) }, bench.known ?? bench.nobody)
}
