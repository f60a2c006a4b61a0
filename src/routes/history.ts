import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { Instant } from '../../schemas/dates.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { Deps } from '../deps.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { allow } from '../middleware/allow.ts'
import { changesBetween } from '../portfolio/changes.ts'
import { Refusal } from '../problems/refusal.ts'
import type { StoredVersion } from '../store/store.ts'
import { jsonAnswer, operation, problems, secured } from './describe.ts'
import { PageQuery, rowOfCursor, sendPage } from './paging.ts'
import { idParameter, languageParameter } from './parameters.ts'
import { READERS, readableId } from './readable.ts'

const Change = z
  .object({ pointer: z.string(), op: z.enum(['add', 'remove', 'replace']), before: z.unknown(), after: z.unknown() })
  .meta({ id: 'Change' })

/** One version: why it came to be, and what changed from the one before. */
export const HistoryItem = z
  .object({
    version: z.number().int(),
    at: Instant,
    cause: z.enum(['create', 'refresh', 'claim', 'inbox', 'entry']),
    changes: z.array(Change),
  })
  .meta({ id: 'HistoryItem' })
export type HistoryItem = z.infer<typeof HistoryItem>

/** A page of the history, newest version first. */
export const History = z.object({ items: z.array(HistoryItem), nextCursor: z.string().nullable() }).meta({ id: 'History' })

const route = createRoute({
  ...operation('readHistory', 'portfolios'),
  ...secured(READERS),
  method: 'get',
  path: '/v1/portfolios/{id}/history',
  parameters: [idParameter, languageParameter],
  request: { query: PageQuery },
  responses: {
    200: jsonAnswer('One page', History, { Link: 'The next page, `rel="next"`' }),
    ...problems('auth.missing', 'auth.invalid', 'auth.forbidden', 'not-found', 'rate-limited', 'validation.failed', 'store.unavailable'),
  },
})

/** `before` is the version that this one follows; the first one follows none and has no changes. */
function toItem(version: StoredVersion, before: StoredVersion | undefined): HistoryItem {
  const read = (stored: StoredVersion) => JSON.parse(stored.body) as Portfolio
  const changes = before ? changesBetween(read(before), read(version)) : []
  return { version: version.version, at: version.at, cause: version.cause, changes: [...changes] }
}

/** The versions of a portfolio with what changed. */
export function historyRoutes(deps: Deps): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi({ ...route, middleware: allow(deps, ...READERS) }, async (c) => {
    const { limit, cursor } = c.req.valid('query')
    const before = rowOfCursor(cursor, /^[1-9]\d{0,8}$/)
    const id = await readableId(c, deps)
    // One more than the page, to compare its last version with.
    const versions = await deps.store.portfolios.versions(id, before === null ? null : Number(before), limit + 1)
    if (versions.length === 0 && before === null) throw new Refusal('not-found')
    const items = versions.slice(0, limit).map((version, index) => toItem(version, versions[index + 1]))
    const last = versions.length > limit ? String(items.at(-1)?.version) : null
    return sendPage(c, `/v1/portfolios/${id}/history`, limit, items, last)
  })
  return app
}
