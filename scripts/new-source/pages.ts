import { use } from './text.ts'

/*
 * What the kinds have in common that answer in pages: reading them, its test, and the mock of a page. Texts of files, as they are written
 * into the folders of the source.
 */

/** `pages.ts` of an adapter. */
export const PAGES = `${use('{ z }', 'zod')}
${use('type { Verdict }', '../../schemas/source-outcome.ts')}
${use('type { Exchange, RawRecord, Received }', '../adapter.ts')}

const Page = z.object({ total: z.number().int().nonnegative(), items: z.array(z.unknown()) })
/** Rows repeat and vanish at the borders of pages whose order changes: a sweep more finds them. */
const MOST_SWEEPS = 3
/** A list that never ends is a loop. */
const MOST_PAGES = 1000
const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }

/** How pages are asked for, and what a row is as a record. */
export interface Paged {
  ask(offset: number): Promise<Received<unknown>>
  toRecord(row: unknown, exchange: Exchange): RawRecord
}

function fresh(rows: readonly unknown[], known: Set<string>): readonly unknown[] {
  return rows.filter((row) => {
    const text = JSON.stringify(row)
    return !known.has(text) && known.add(text)
  })
}

/** What a sweep came to; \`broken\`: an answer that is no page, or no end. */
type Sweep = 'whole' | 'short' | 'broken'

async function* sweep({ ask, toRecord }: Paged, known: Set<string>): AsyncGenerator<readonly RawRecord[], Sweep> {
  let offset = 0
  for (let number = 0; number < MOST_PAGES; number++) {
    const { body, exchange } = await ask(offset)
    const page = Page.safeParse(body)
    if (!page.success) return 'broken'
    const { total, items } = page.data
    yield fresh(items, known).map((row) => toRecord(row, exchange))
    offset += items.length
    // What repeats on the only page is a duplicate: no border can have hidden another row.
    if (offset >= total) return number === 0 || known.size >= total ? 'whole' : 'short'
    if (items.length === 0) return 'broken'
  }
  return 'broken'
}

/** The rows of all pages, each once; a verdict at the end where there are fewer than announced. */
export async function* readPages(paged: Paged): AsyncGenerator<readonly RawRecord[] | Verdict> {
  const known = new Set<string>()
  for (let count = 0; count < MOST_SWEEPS; count++) {
    const result = yield* sweep(paged, known)
    if (result === 'whole') return
    if (result === 'broken') break
  }
  yield PROTOCOL
}
`

/** `pages.test.ts` of an adapter. */
export const PAGES_TEST = `${use('{ expect, test }', 'vitest')}
${use('{ EXCHANGE }', '../../test/support/scripted-source.ts')}
${use('{ readPages }', './pages.ts')}

/** Reads answers that come one after the other; the last one again and again. */
async function read(...bodies: readonly unknown[]) {
  const offsets: number[] = []
  const ask = async (offset: number) => {
    const body = bodies[Math.min(offsets.push(offset), bodies.length) - 1]
    return { body, status: 200, exchange: EXCHANGE }
  }
  const parts = await Array.fromAsync(readPages({ ask, toRecord: (value, exchange) => ({ value, iin: null, exchange }) }))
  const rows = parts.flatMap((part) => ('outcome' in part ? [] : part.map(({ value }) => value)))
  return { rows, offsets, verdict: parts.flatMap((part) => ('outcome' in part ? [part.reason] : [])) }
}

const page = (total: number, ...items: readonly number[]) => ({ total, items })

test.each([
  ['nothing', [page(0)], []],
  ['one page', [page(2, 1, 2)], [1, 2]],
  ['several pages', [page(3, 1, 2), page(3, 3)], [1, 2, 3]],
  ['a row twice on the only page once', [page(3, 1, 2, 2)], [1, 2]],
  ['what vanished at a border in a second sweep', [page(3, 1, 2), page(3, 2), page(3, 1, 2), page(3, 3)], [1, 2, 3]],
])('reads %s', async (_, bodies, rows) => {
  expect(await read(...bodies)).toMatchObject({ rows, verdict: [] })
})

test('asks on from where the page before ended', async () => {
  expect((await read(page(3, 1, 2), page(3, 3))).offsets).toEqual([0, 2])
})

test.each([
  ['no page', [{ content: [] }]],
  ['nothing at all', [null]],
  ['the same page whatever the offset', [page(100, 1, 2)]],
  ['fewer rows than announced', [page(3, 1), page(3)]],
])('ends with a verdict at %s', async (_, bodies) => {
  expect((await read(...bodies)).verdict).toEqual(['protocol'])
})
`

/** A page in the mock of a source that answers in pages. */
export const MOCK_PAGE = `/** One page; where its order changed, the last row of the page before stands on it again. */
function pageOf(items: readonly WireRecord[], offset: number, limit: number, scenario: string): Response {
  const start = scenario === 'page-order' && offset > 0 ? offset - 1 : offset
  return json({ total: items.length, items: items.slice(start, offset + limit) })
}`

/** The error object of such a mock. */
export const MOCK_REFUSED = `function refused(status: number, error: string): Response {
  return json({ status, error: \`\${error} (mock)\` }, status)
}`
