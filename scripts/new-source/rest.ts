import { indexText } from './adapter.ts'
import type { Template } from './kinds.ts'
import { MOCK_PAGE, MOCK_REFUSED, mockHead, PAGE } from './pages.ts'
import type { NewSource } from './plan.ts'
import { use } from './text.ts'

const PATH = '/api/v1/records/search'

function index(source: NewSource): string {
  return indexText(source, {
    imports: `${use('{ z }', 'zod')}
${use('{ echoedIin }', '../../schemas/wire.ts')}
${use('type { Adapter, Exchange, Paging, RawRecord, Reply, Source, Teacher }', '../adapter.ts')}`,
    body: `const PAGE_SIZE = 50
${PAGE}

function toRecord(value: unknown, exchange: Exchange): RawRecord {
  return { value, iin: echoedIin((value as { iin?: unknown } | null)?.iin), exchange }
}

/** The pages of one person. */
function listOf(iin: string): Paging {
  return {
    sizes: [PAGE_SIZE],
    most: MOST_PAGES,
    call: ({ offset, size }) => ({ method: 'POST', path: '${PATH}', json: { iin, offset, limit: size } }),
    read: readPage,
  }
}

async function fetch({ iin }: Teacher, source: Source): Promise<Reply> {
  const records: RawRecord[] = []
  for await (const { rows, exchange } of source.pages(listOf(iin))) records.push(...rows.map((row) => toRecord(row, exchange)))
  return { records }
}`,
    about: 'REST, Basic, pages by person',
    service: `'${source.id}'`,
    access: `{ kind: 'basic' }`,
    delivery: `{ kind: 'pull', fetch }`,
    probe: `{ method: 'POST', path: '${PATH}', json: { offset: 0, limit: 0 }, alsoAccept: [400, 422] }`,
  })
}

function indexTest({ name }: NewSource): string {
  return `${use('{ expect, test }', 'vitest')}
${use('{ teacher }', '../../test/support/ask-rig.ts')}
${use('{ scriptedSource }', '../../test/support/scripted-source.ts')}
${use('type { Pull }', '../adapter.ts')}
${use(`{ ${name} }`, './index.ts')}

const { fetch } = ${name}.delivery as Pull

test('asks with the number in the body, and names the person of each record', async () => {
  const { iin } = teacher()
  const { source, calls } = scriptedSource({ json: () => ({ total: 2, items: [{ iin }, { iin: null }] }) })
  expect(await fetch(teacher(), source)).toMatchObject({ records: [{ iin }, { iin: null }] })
  expect(calls).toEqual([{ method: 'POST', path: '${PATH}', json: { iin, offset: 0, limit: 50 } }])
})

test.each([
  ['a part of the pages', { total: 3, items: [] }],
  ['no page', { content: [] }],
])('gives no shorter list for %s', async (_, body) => {
  const { source } = scriptedSource({ json: () => body })
  await expect(fetch(teacher(), source)).rejects.toMatchObject({ verdict: { outcome: 'unreadable', reason: 'protocol' } })
})
`
}

function handlers(source: NewSource): string {
  return `${mockHead(source)}

interface Question {
  readonly iin: string
  readonly offset: number
  readonly limit: number
}

${MOCK_REFUSED}

function questionIn(body: string): Question | null {
  try {
    const { iin, offset, limit } = JSON.parse(body) as Record<string, unknown>
    const complete = typeof iin === 'string' && /^\\d{12}$/.test(iin) && Number.isInteger(offset) && Number.isInteger(limit)
    return complete ? { iin, offset: Number(offset), limit: Number(limit) } : null
  } catch {
    return null
  }
}

${MOCK_PAGE}

function answer({ request, body, scenario }: Call, world: World): Response {
  if (!isBasic(request, CREDENTIALS)) return refused(401, 'Unauthorized')
  if (!request.headers.get('content-type')?.startsWith('application/json')) return refused(415, 'Unsupported Media Type')
  const asked = questionIn(body)
  if (!asked) return refused(400, 'Bad Request')
  if (scenario === 'fault-200') return json({ type: 'apiUnknownError', description: 'NullPointerException (mock)' })
  const person = world.byIin.get(asked.iin)
  const stranger = world.cast.find(({ iin }) => iin !== asked.iin)?.iin ?? ''
  const items = bend(scenario, person ? recordsOf(person, world.today) : [], SPOTS, stranger)
  return pageOf(items, asked.offset, scenario === 'page-order' ? 1 : asked.limit, scenario)
}

/** Records by person, in pages. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['person', 'records', 'pages'],
  plays: [],
  open(world) {
    const iinOf = (body: string) => questionIn(body)?.iin ?? null
    const search = play(world, { source: ID, operation: 'search', iinOf, answer: (call) => answer(call, world) })
    return { handlers: [http.post(\`*/\${ID}${PATH}\`, search)] }
  },
}
`
}

/** Asked by person over HTTP, answers in pages. */
export const rest: Template = {
  adapter: (source) => ({ 'index.ts': index(source), 'index.test.ts': indexTest(source) }),
  mock: (source) => ({ 'handlers.ts': handlers(source) }),
  told: ({ id }) => ({
    asked: `REST, Basic. \`POST ${PATH}\` with \`iin\`, \`offset\` and \`limit\` in the body gives \`{ total, items }\`, page after page. The number never stands in an address.`,
    misbehaves:
      'Rows repeat and vanish over the border of two pages: up to two more sweeps look for them, and a list that stays shorter than announced is `protocol`. The person may not be echoed.',
    settings: ['USER', 'PASSWORD'],
    endpoints: `\`POST /${id}${PATH}\`.`,
    credentials:
      'User and password of `handlers.ts`, Basic. Another caller gets 401, another content type 415, an incomplete question 400.',
    scenarios: 'All of the road, and those of sources that name the person, give all records at once and answer in pages.',
  }),
}
