import { http } from 'msw'
import { bend, type Spots, type WireRecord } from '../bend.ts'
import { type Mock, playing } from '../mock.ts'
import { type Call, json, play } from '../play.ts'
import { ERRORS_JOINED, JSON_1251 } from '../plays.ts'
import { jsonUnder } from '../way.ts'
import type { World } from '../world.ts'
import { entriesOf, isListed, isPublished, strangersIn } from './records.ts'

const ID = 'leadership-reserve'
const CREDENTIALS = { token: 'mock-only-reserve' }
const SPOTS: Spots = {
  subject: 'iin',
  names: ['fio'],
  drift: 'status',
  typed: 'appointedAt',
  text: 'region',
  code: 'status',
  blanks: ['appointedAt', 'region', 'appointedAt'],
}
/** The list that is missing under `earlier-year-missing`. */
const MISSING = 2024

const WANTS = { credentials: 'Authorization: Bearer …, or none', fields: '' }

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

function rowsOf(year: number, scenario: string, { cast, crowd }: World): readonly WireRecord[] {
  if (scenario === 'empty') return []
  const rows = [...crowd.people(isListed).flatMap((person) => bend(scenario, entriesOf(person, year), SPOTS, ''))]
  const named = scenario === 'without-number' ? rows.map(({ iin: _, ...row }) => row) : rows
  return [...named, ...bend(scenario, strangersIn(year, cast), SPOTS, '')]
}

/** The tag of a text: strong, weak or none. */
async function tagOf(text: string, scenario: string): Promise<string | null> {
  if (scenario === 'etag-absent') return null
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text)))
  const tag = `"${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`
  return scenario === 'etag-weak' ? `W/${tag}` : tag
}

async function listOf(year: number, { request, scenario }: Call, world: World): Promise<Response> {
  const text = jsonUnder(JSON.stringify({ year, rows: rowsOf(year, scenario, world) }, null, 1), scenario)
  const tag = await tagOf(text, scenario)
  const headers = { 'content-type': 'application/json', ...(tag && { etag: tag }) }
  const asked = request.headers.get('if-none-match')
  // `*` is whatever there is (RFC 9110, 13.1.2).
  const isKnown = asked === '*' || (tag !== null && asked === tag)
  if (isKnown || scenario === 'not-modified') return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

function answer(call: Call, world: World): Promise<Response> | Response {
  const { request, scenario } = call
  const authorization = request.headers.get('authorization')
  if (authorization !== null && authorization !== `Bearer ${CREDENTIALS.token}`) return plain(401, 'Unauthorized')
  if (scenario === 'fault-200') return json({ type: 'apiUnknownError', description: 'NoSuchFileException (mock)' })
  const year = Number(/(\d{4})\.json$/.exec(new URL(request.url).pathname)?.[1])
  const isThere = isPublished(year, world.today) && !(scenario === 'earlier-year-missing' && year === MISSING)
  return isThere ? listOf(year, call, world) : plain(404, 'Not Found')
}

/** The leaders' reserve: a file of each year, asked for with its tag. Inside the network nobody needs a token. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['records', 'rows', 'names', 'codes', 'json'],
  plays: [
    ERRORS_JOINED,
    JSON_1251,
    playing('earlier-year-missing', '', 'the list of an earlier year is not there', ['unavailable', 'http_4xx']),
    playing('without-number', '', 'the rows of the cast have names and no numbers', ['unreadable', 'drift']),
    playing('not-modified', '', 'status 304 to somebody who has nothing', ['unreadable', 'protocol']),
    playing('etag-weak', '', 'weak tags'),
    playing('etag-absent', '', 'no tags at all'),
  ],
  open(world) {
    const lists = play(world, { source: ID, operation: 'list', wants: WANTS, iinOf: () => null, answer: (call) => answer(call, world) })
    return { handlers: [http.get(`*/${ID}/reserve/1000-leaders/:file`, lists)] }
  },
}
