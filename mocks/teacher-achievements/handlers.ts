import { http } from 'msw'
import type { WireRecord } from '../bend.ts'
import type { Rows } from '../cast/rows.ts'
import { type Mock, playing } from '../mock.ts'
import { type Call, isBasic, json, play } from '../play.ts'
import { ERRORS_JOINED, JSON_1251, LONG_LIST } from '../plays.ts'
import type { World } from '../world.ts'
import { createList } from './list.ts'
import { DICTIONARY } from './records.ts'

const ID = 'teacher-achievements'
const CREDENTIALS = { user: 'mock-gateway', password: 'mock-only-awards' }
const LIST = '/org-data/TUTOR_AWARDS/find-all-pageable'
const AWARDS = '/common-dictionary/AWARDS/find-all'
const LARGEST_PAGE = 500
/** Under `page-size-500` and `page-order`. */
const SMALL_PAGE = 100
const SHORT_PAGE = 20

const WANTS = { credentials: 'Basic', fields: 'page and size (numbers) in the query' }

function springError(status: number, error: string, path: string, now: number): Response {
  return json({ timestamp: new Date(now).toISOString(), status, error, path }, status)
}

/** What is said instead of data; null: nothing. */
function refusal({ request, scenario }: Call, path: string, world: World): Response | null {
  if (!isBasic(request, CREDENTIALS)) return springError(401, 'Unauthorized', path, world.now())
  return scenario === 'fault-200' ? json({ type: 'apiUnknownError', description: 'org.hibernate.HibernateException (mock)' }) : null
}

/** Page and size; as text they are none, and a size without a page is what the real one fails at. */
function placeIn(request: Request): { readonly page: number; readonly size: number } | 400 | 500 {
  const { searchParams } = new URL(request.url)
  const [page, size] = [searchParams.get('page'), searchParams.get('size') ?? '20']
  if (page === null && searchParams.has('size')) return 500
  return /^\d+$/.test(page ?? '0') && /^[1-9]\d*$/.test(size) ? { page: Number(page), size: Number(size) } : 400
}

/** One page; where its order changed, the last row of the page before stands on it again. */
function pageOf(rows: Rows<WireRecord>, page: number, size: number, scenario: string): Response {
  const start = scenario === 'page-order' && page > 0 ? page * size - 1 : page * size
  const totalPages = Math.ceil(rows.length / size)
  const content = rows.slice(start, start + size)
  return json({ content, totalElements: rows.length, totalPages, number: page, size, last: page + 1 >= totalPages })
}

function list(call: Call, world: World, listUnder: ReturnType<typeof createList>): Response {
  const refused = refusal(call, LIST, world)
  if (refused) return refused
  const { request, scenario } = call
  const place = placeIn(request)
  if (place === 400) return springError(400, 'Bad Request', LIST, world.now())
  const tooLarge = scenario === 'page-size-500' && place !== 500 && place.size > SMALL_PAGE
  if (place === 500 || tooLarge) return springError(500, 'Internal Server Error', LIST, world.now())
  const most = scenario === 'page-order' ? SHORT_PAGE : LARGEST_PAGE
  return pageOf(listUnder(scenario), place.page, Math.min(place.size, most), scenario)
}

function dictionary(call: Call, world: World): Response {
  const refused = refusal(call, AWARDS, world)
  if (refused) return refused
  if (call.scenario !== 'dictionary-page') return json(DICTIONARY)
  return json({ content: DICTIONARY, totalElements: DICTIONARY.length, totalPages: 1, number: 0, size: DICTIONARY.length, last: true })
}

/** Awards of teachers: one list of the country without a filter by person, and the dictionary of its ids. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['records', 'rows', 'days', 'codes', 'json', 'pages'],
  plays: [
    ERRORS_JOINED,
    JSON_1251,
    LONG_LIST,
    playing('award-unknown', 'Q42 U27', 'every second award is in no dictionary'),
    playing('dictionary-page', '', 'the dictionary as a page and not as a list'),
    playing('page-size-500', 'Q25', 'status 500 for pages of more than a hundred rows'),
  ],
  open(world) {
    const listUnder = createList(world)
    const rows = play(world, {
      source: ID,
      operation: 'awards',
      wants: WANTS,
      iinOf: () => null,
      answer: (call) => list(call, world, listUnder),
    })
    const names = play(world, {
      source: ID,
      operation: 'dictionary',
      wants: WANTS,
      iinOf: () => null,
      answer: (call) => dictionary(call, world),
    })
    return { handlers: [http.get(`*/${ID}${LIST}`, rows), http.get(`*/${ID}${AWARDS}`, names)] }
  },
}
