/* What the kinds have in common that answer in pages: how a page is read, and its mock. Texts that stand in files of the source. */

import type { NewSource } from './plan.ts'
import { spotsText } from './records.ts'
import { use } from './text.ts'

/** The page of such a source, in its `index.ts`. */
export const PAGE = `/** A list of more pages is a loop. */
const MOST_PAGES = 1000
const Page = z.object({ total: z.number().int().nonnegative(), items: z.array(z.unknown()) })

function readPage(body: unknown) {
  const page = Page.safeParse(body)
  return page.success ? { rows: page.data.items, total: page.data.total } : null
}`

/** How the mock of such a source begins. */
export function mockHead(source: NewSource): string {
  const { id } = source
  return `${use('{ http }', 'msw')}
${use('{ bend, type Spots, type WireRecord }', '../bend.ts')}
${use('type { Mock }', '../mock.ts')}
${use('{ type Call, isBasic, json, play }', '../play.ts')}
${use('type { World }', '../world.ts')}
${use('{ recordsOf }', './records.ts')}

const ID = '${id}'
const CREDENTIALS = { user: 'mock-gateway', password: 'mock-only-${id}' }
const SPOTS: Spots = ${spotsText(source)}`
}

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
