import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { GatewayEnv } from '../gateway-env.ts'
import { isKnown } from '../middleware/conditional.ts'
import { stableId } from '../portfolio/hash.ts'
import { Refusal } from '../problems/refusal.ts'
import { Edition } from '../rulebook/edition.ts'
import { editionById, editions } from '../rulebook/index.ts'
import { bareAnswer, jsonAnswer, operation, problems } from './describe.ts'
import { editionParameter, ifNoneMatchParameter, languageParameter } from './parameters.ts'

/** An edition in the list: its name and the days between which it is in force. */
export const EditionSummary = Edition.pick({ id: true, title: true, validFrom: true, validUntil: true }).meta({ id: 'EditionSummary' })

/** All editions, oldest first: a list of one page. */
export const EditionList = z.object({ items: z.array(EditionSummary), nextCursor: z.null() }).meta({ id: 'EditionList' })

const JSON_TYPE = 'application/json; charset=UTF-8'
const CACHE = { 'Cache-Control': 'public, max-age=300' }
const ETAG = { ETag: 'Strong tag over the content' }

const list = createRoute({
  ...operation('listEditions', 'rulebook'),
  method: 'get',
  path: '/v1/rulebook',
  parameters: [languageParameter],
  responses: { 200: jsonAnswer('All editions', EditionList), ...problems() },
})

const read = createRoute({
  ...operation('readEdition', 'rulebook'),
  method: 'get',
  path: '/v1/rulebook/{edition}',
  parameters: [editionParameter, ifNoneMatchParameter, languageParameter],
  responses: {
    200: jsonAnswer('The edition', Edition, ETAG),
    304: bareAnswer('You have this edition already', ETAG),
    ...problems('not-found'),
  },
})

/** An edition as it is sent; it never changes while the process runs. */
interface Sent {
  readonly body: string
  readonly etag: string
}
const sent = new WeakMap<Edition, Sent>()

function sentOf(edition: Edition): Sent {
  const known = sent.get(edition)
  if (known) return known
  const body = JSON.stringify(edition)
  const made = { body, etag: `"${stableId('ed', body)}"` }
  sent.set(edition, made)
  return made
}

/** The Rules as data, for everybody: the list of editions and each of them. No personal data. */
export function rulebookRoutes(): OpenAPIHono<GatewayEnv> {
  const app = new OpenAPIHono<GatewayEnv>()
  app.openapi(list, (c) => {
    const items = editions.map(({ id, title, validFrom, validUntil }) => ({ id, title, validFrom, validUntil }))
    return c.body(JSON.stringify({ items, nextCursor: null }), 200, { 'Content-Type': JSON_TYPE, ...CACHE })
  })
  app.openapi(read, (c) => {
    const edition = editionById(c.req.param('edition'))
    if (!edition) throw new Refusal('not-found')
    const { body, etag } = sentOf(edition)
    c.header('ETag', etag)
    c.header('Cache-Control', CACHE['Cache-Control'])
    if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304)
    return c.body(body, 200, { 'Content-Type': JSON_TYPE })
  })
  return app
}
