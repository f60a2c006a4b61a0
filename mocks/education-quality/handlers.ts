import { http } from 'msw'
import { bend, type Spots, type WireRecord } from '../bend.ts'
import { type Mock, playing } from '../mock.ts'
import { type Call, json, play } from '../play.ts'
import { ERRORS_JOINED, JSON_1251 } from '../plays.ts'
import type { World } from '../world.ts'
import { qualityOf } from './records.ts'

const ID = 'education-quality'
const CREDENTIALS = { user: 'mock-gateway', password: 'mock-only-quality' }
const SPOTS: Spots = {
  subject: 'teacherIin',
  names: ['subject.kk'],
  drift: 'academicYear',
  typed: 'period',
  text: 'vendor',
  blanks: ['vendor', 'calculatedAt', 'grade'],
}
const TOKEN_SECONDS = 3600
const LOGIN = { type: 'application/json', credentials: 'username and password', fields: 'username, password' }
const SEARCH = { type: 'application/json', credentials: 'header Access-Token of the login', fields: 'iin (text), from, to (whole numbers)' }

interface Question {
  readonly iin: string
  readonly from: number
  readonly to: number
}

function parsed(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return {}
  }
}

function questionIn(body: string): Question | null {
  const { iin, from, to } = parsed(body)
  const complete = typeof iin === 'string' && Number.isInteger(from) && Number.isInteger(to)
  return complete ? { iin, from: from as number, to: to as number } : null
}

/** The token of the hour; it says nothing and belongs to the seed. */
function tokenOf({ seed, now }: World): string {
  return `mock-${seed}-${Math.floor(now() / (TOKEN_SECONDS * 1000))}`
}

function login({ body }: Call, world: World): Response {
  const { username, password } = parsed(body)
  const { user, password: secret } = CREDENTIALS
  if (username === user && password === secret) return json({ accessToken: tokenOf(world), expiresIn: TOKEN_SECONDS })
  return json({ type: 'authorizationFailed', description: 'Wrong credentials (mock)' }, 401)
}

/** Pages in another order at each call: the last row of a page stands on the next one too. */
function sliced(rows: readonly WireRecord[], page: number, size: number, scenario: string): readonly WireRecord[] {
  const shift = scenario === 'page-order' && page > 0 ? 1 : 0
  return rows.slice(page * size - shift, page * size - shift + size)
}

function refusal({ request, body, scenario }: Call, world: World): Response | null {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return json({ type: 'parameterInvalid', description: 'content type' }, 415)
  const known = request.headers.get('access-token')
  if (known !== tokenOf(world)) return json({ type: 'authorizationFailed', description: 'Token is expired (mock)' }, 401)
  if (scenario === 'auth-flap') return json({ type: 'authorizationFailed', description: 'Token is expired (mock)' })
  if (scenario === 'fault-200') return json({ type: 'apiServerError', description: 'org.hibernate.LazyInitializationException (mock)' })
  if (scenario === 'not-a-page') return json({ rows: [] })
  return questionIn(body) ? null : json({ type: 'parameterInvalid', description: 'iin, from, to (mock)' }, 400)
}

function search(call: Call, world: World): Response {
  const refused = refusal(call, world)
  const question = questionIn(call.body)
  if (refused || !question) return refused ?? json({ type: 'parameterInvalid', description: 'body' }, 400)
  const url = new URL(call.request.url)
  const page = Number(url.searchParams.get('page') ?? 0)
  const size = Math.min(Number(url.searchParams.get('size') ?? 50), 100)
  const person = world.byIin.get(question.iin)
  const stranger = world.cast.find((one) => one.iin !== question.iin)?.iin ?? ''
  const rows = bend(call.scenario, person ? qualityOf(person, world.today, question.from, question.to) : [], SPOTS, stranger)
  const content = sliced(rows, page, size, call.scenario)
  const totalPages = Math.max(1, Math.ceil(rows.length / size))
  return json({ content, totalElements: rows.length, totalPages, number: page, size, last: page + 1 >= totalPages })
}

/** The journals of quality: a login, and Spring pages by person. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['person', 'each', 'records', 'rows', 'names', 'json', 'pages'],
  plays: [
    ERRORS_JOINED,
    JSON_1251,
    playing('auth-flap', 'Q30 Q03', 'authorizationFailed with status 200', ['unavailable', 'auth']),
    playing('not-a-page', '', 'an answer of another shape', ['unreadable', 'protocol']),
  ],
  open(world) {
    const tokens = play(world, { source: ID, operation: 'login', wants: LOGIN, iinOf: () => null, answer: (call) => login(call, world) })
    const iinOf = (body: string) => questionIn(body)?.iin ?? null
    const rows = play(world, { source: ID, operation: 'search', wants: SEARCH, iinOf, answer: (call) => search(call, world) })
    return {
      handlers: [
        http.post(`*/${ID}/api/v1/authorizations/bycredentials`, tokens),
        http.post(`*/${ID}/api/v1/education-quality/search`, rows),
      ],
    }
  },
}
