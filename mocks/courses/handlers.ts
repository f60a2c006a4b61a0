import { http } from 'msw'
import { bend, type Spots, type WireRecord } from '../bend.ts'
import { type Mock, playing } from '../mock.ts'
import { type Call, json, play } from '../play.ts'
import { ERRORS_JOINED, JSON_1251 } from '../plays.ts'
import type { World } from '../world.ts'
import { coursesOf, withUnit } from './records.ts'
import { createTokens, TOKEN_SECONDS, type Tokens } from './tokens.ts'

const ID = 'courses'
const CREDENTIALS = { user: 'mock-gateway', password: 'mock-only-courses' }
const SPOTS: Spots = {
  subject: 'iin',
  names: ['titleKk'],
  drift: 'finishDate',
  typed: 'finishDate',
  text: 'provider',
  code: 'status',
  blanks: ['startDate', 'issuedAt', 'titleRu'],
}
const LARGEST_PAGE = 50
/** Scenarios about paging, in which each page brings one certificate. */
const PAGED = ['page-order', 'token-expires']

const TOKEN = {
  type: 'application/x-www-form-urlencoded',
  credentials: 'client_id and client_secret',
  fields: 'grant_type=client_credentials, client_id, client_secret',
}
const SEARCH = {
  type: 'application/json',
  credentials: 'Authorization: Bearer … of /oauth/token',
  fields: 'iin (12 digits as text), limit, cursor?',
}

interface Question {
  readonly iin: string
  readonly limit: number
  readonly offset: number
}

function problem(status: number, title: string): Response {
  const body = JSON.stringify({ type: 'about:blank', title, status, detail: `${title} (mock)` })
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

function questionIn(body: string): Question | null {
  try {
    const { iin, limit, cursor = 'c-0' } = JSON.parse(body) as Record<string, unknown>
    const offset = /^c-(\d+)$/.exec(String(cursor))?.[1]
    const complete = typeof iin === 'string' && /^\d{12}$/.test(iin) && Number.isInteger(limit) && offset !== undefined
    return complete ? { iin, limit: limit as number, offset: Number(offset) } : null
  } catch {
    return null
  }
}

function login({ request, body }: Call, tokens: Tokens): Response {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return problem(415, 'Unsupported Media Type')
  const form = new URLSearchParams(body)
  if (form.get('grant_type') !== 'client_credentials') return problem(400, 'unsupported_grant_type')
  const isKnown = form.get('client_id') === CREDENTIALS.user && form.get('client_secret') === CREDENTIALS.password
  return isKnown ? json({ access_token: tokens.issue(), token_type: 'Bearer', expires_in: TOKEN_SECONDS }) : problem(401, 'invalid_client')
}

function refusal({ request, scenario }: Call, tokens: Tokens): Response | null {
  const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  if (!tokens.holds(token) || (scenario === 'token-expires' && tokens.spend(token))) return problem(401, 'Unauthorized')
  if (!request.headers.get('content-type')?.startsWith('application/json')) return problem(415, 'Unsupported Media Type')
  // An error object whose own status is not the one of the answer.
  return scenario === 'fault-200' ? json({ type: 'about:blank', title: 'Internal Server Error', status: 500 }) : null
}

/** One page; where its order changed, the last certificate of the page before stands on it again. */
function pageOf(records: readonly WireRecord[], { limit, offset }: Question, scenario: string): Response {
  if (scenario === 'cursor-loop') return json({ items: records, nextCursor: 'c-0' })
  const size = PAGED.includes(scenario) ? 1 : Math.min(limit, LARGEST_PAGE)
  const end = offset + size
  const start = scenario === 'page-order' && offset > 0 ? offset - 1 : offset
  return json({ items: records.slice(start, end), nextCursor: end < records.length ? `c-${end}` : null })
}

function search(call: Call, world: World, tokens: Tokens): Response {
  const refused = refusal(call, tokens)
  if (refused) return refused
  const asked = questionIn(call.body)
  if (!asked) return problem(400, 'Bad Request')
  const person = world.byIin.get(asked.iin)
  const stranger = world.cast.find((one) => one.iin !== asked.iin)?.iin ?? ''
  const records = bend(call.scenario, person ? coursesOf(person, world.today) : [], SPOTS, stranger)
  return pageOf(call.scenario === 'hours-as-text' ? records.map(withUnit) : records, asked, call.scenario)
}

/** The register of courses: OAuth 2, and pages by cursor. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['person', 'each', 'records', 'rows', 'names', 'days', 'codes', 'json', 'pages'],
  plays: [
    ERRORS_JOINED,
    JSON_1251,
    playing('hours-as-text', '', 'hours with their unit'),
    playing('cursor-loop', '', 'the same cursor again and again', ['unreadable', 'protocol']),
    playing('token-expires', '', 'the token is refused in the middle of paging'),
  ],
  open(world) {
    const tokens = createTokens(world)
    const logins = play(world, { source: ID, operation: 'token', wants: TOKEN, iinOf: () => null, answer: (call) => login(call, tokens) })
    const iinOf = (body: string) => questionIn(body)?.iin ?? null
    const pages = play(world, {
      source: ID,
      operation: 'certificates',
      wants: SEARCH,
      iinOf,
      answer: (call) => search(call, world, tokens),
    })
    return {
      handlers: [http.post(`*/${ID}/oauth/token`, logins), http.post(`*/${ID}/api/v1/certificates/search`, pages)],
      reset: tokens.reset,
    }
  },
}
