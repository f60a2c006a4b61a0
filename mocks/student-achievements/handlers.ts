import { http } from 'msw'
import { bend, type Spots, type WireRecord } from '../bend.ts'
import { asDecimal } from '../bends.ts'
import { type Mock, playing } from '../mock.ts'
import { type Call, isBasic, json, play } from '../play.ts'
import { JSON_1251, LONG_LIST } from '../plays.ts'
import type { World } from '../world.ts'
import { listOf, ofOthers, renumbered } from './records.ts'

const ID = 'student-achievements'
const CREDENTIALS = { user: 'mock-gateway', password: 'mock-only-achievements' }
const SPOTS: Spots = {
  subject: 'id',
  names: ['eventNameKk'],
  drift: 'date',
  typed: 'date',
  text: 'eventNameRu',
  code: 'result',
  blanks: ['documentNo', 'certificateUrl', 'eventNameKk'],
}

/** How the number of a mentor is written. */
const NUMBERS: Readonly<Record<string, (iin: string) => unknown>> = { 'iin-number': Number, 'iin-decimal': asDecimal }
const WANTS = { credentials: 'Basic', fields: 'mentorBin (12 digits) in the query' }

function springError(status: number, error: string, path: string, now: number): Response {
  return json({ timestamp: new Date(now).toISOString(), status, error, path }, status)
}

function rowsOf(bin: string, scenario: string, { crowd, today }: World): readonly WireRecord[] {
  const rows = listOf(crowd.teachersOf(bin), today)
  if (scenario === 'long-list') return [...rows, ...ofOthers(today)]
  const written = NUMBERS[scenario]
  return written ? rows.map((row) => renumbered(row, written)) : rows
}

function answer({ request, scenario }: Call, world: World): Response {
  const url = new URL(request.url)
  const path = '/api/v2/achievements'
  if (!isBasic(request, CREDENTIALS)) return springError(401, 'Unauthorized', path, world.now())
  const bin = url.searchParams.get('mentorBin') ?? ''
  if (!/^\d{12}$/.test(bin)) return springError(400, 'Bad Request', path, world.now())
  if (scenario === 'fault-200') return json({ type: 'apiUnknownError', description: 'java.lang.NullPointerException (mock)' })
  const offset = Number(url.searchParams.get('offset') ?? 0)
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 200), 200)
  const items = bend(scenario, rowsOf(bin, scenario, world), SPOTS, '')
  const shift = scenario === 'page-order' && offset > 0 ? 1 : 0
  return json({ total: items.length, items: items.slice(offset - shift, offset - shift + limit) })
}

/** Achievements of learners: the list of a school, without a filter by teacher. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['rows', 'names', 'days', 'codes', 'json', 'pages'],
  plays: [JSON_1251, LONG_LIST, playing('duplicates', 'Q29 U30', 'every record twice')],
  open(world) {
    const list = play(world, { source: ID, operation: 'list', wants: WANTS, iinOf: () => null, answer: (call) => answer(call, world) })
    return { handlers: [http.get(`*/${ID}/api/v2/achievements`, list)] }
  },
}
