import { indexText } from './adapter.ts'
import type { Template } from './kinds.ts'
import { MOCK_PAGE, MOCK_REFUSED, mockHead, PAGE } from './pages.ts'
import { peopleTest, peopleText } from './people.ts'
import type { NewSource } from './plan.ts'
import { use } from './text.ts'

const PATH = '/api/v1/records'

function index(source: NewSource): string {
  return indexText(source, {
    imports: `${use('{ z }', 'zod')}
${use('type { Adapter, Loaded, Paging, Source }', '../adapter.ts')}
${use('{ readableIn, rowKeys, teacherKeys, toRecord }', './people.ts')}`,
    body: `const PAGE_SIZE = 200
${PAGE}

const LIST: Paging = {
  sizes: [PAGE_SIZE],
  most: MOST_PAGES,
  call: ({ offset, size }) => ({ method: 'GET', path: '${PATH}', query: { offset, limit: size } }),
  read: readPage,
}

/** The whole list; it fails at its end where it is not whole. A verdict where no row names anybody readably: the key has another name now. */
async function* load(source: Source): AsyncGenerator<Loaded> {
  let [sent, readable] = [0, 0]
  for await (const { rows, exchange } of source.pages(LIST)) {
    const records = rows.map((row) => toRecord(row, exchange))
    sent += records.length
    readable += readableIn(records)
    yield records
  }
  if (sent > 0 && readable === 0) yield { outcome: 'unreadable', reason: 'drift' }
}`,
    about: 'REST, Basic, a list without a filter by person',
    service: `'${source.id}'`,
    access: `{ kind: 'basic' }`,
    delivery: `{
    kind: 'snapshot',
    renewed: 'by_schedule',
    youngSeconds: 3600,
    parts: async () => [{ scope: 'all', tag: null, asOf: null }],
    load: (_part, _kept, source) => load(source),
    only: () => null,
    home: () => null,
    keys: rowKeys,
    asked: teacherKeys,
  }`,
    probe: `{ method: 'GET', path: '${PATH}', query: { offset: 0, limit: 0 }, alsoAccept: [400, 422] }`,
  })
}

function indexTest({ name }: NewSource): string {
  return `${use('{ expect, test }', 'vitest')}
${use('{ teacher }', '../../test/support/ask-rig.ts')}
${use('{ scriptedSource }', '../../test/support/scripted-source.ts')}
${use('type { Snapshot }', '../adapter.ts')}
${use(`{ ${name} }`, './index.ts')}

const list = ${name}.delivery as Snapshot

test('loads the whole list, page after page, and never asks by person', async () => {
  const { iin } = teacher()
  const bodies = [{ total: 2, items: [{ iin }] }, { total: 2, items: [{ iin: null }] }]
  const { source, calls } = scriptedSource({ json: () => bodies.shift() })
  const parts = await list.parts(null, '2026-11-24', source)
  expect([parts, list.only(teacher())]).toEqual([[{ scope: 'all', tag: null, asOf: null }], null])
  const loaded = await Array.fromAsync(list.load({ scope: 'all', tag: null, asOf: null }, null, source))
  expect(loaded).toMatchObject([[{ iin }], [{ iin: null }]])
  expect(calls).toMatchObject([{ query: { offset: 0 } }, { query: { offset: 1 } }])
  expect(JSON.stringify(calls)).not.toContain(iin)
})

test.each([
  ['names anybody', { person: teacher().iin }],
  ['has a number that is not masked', { iin: '************' }],
])('calls it drift where no row %s', async (_, row) => {
  const { source } = scriptedSource({ json: () => ({ total: 1, items: [row] }) })
  const loaded = await Array.fromAsync(list.load({ scope: 'all', tag: null, asOf: null }, null, source))
  expect(loaded.at(-1)).toEqual({ outcome: 'unreadable', reason: 'drift' })
})

test.each([
  ['is not whole', { total: 2, items: [] }],
  ['has no pages', { content: [] }],
])('fails where the list %s', async (_, body) => {
  const { source } = scriptedSource({ json: () => body })
  const loading = Array.fromAsync(list.load({ scope: 'all', tag: null, asOf: null }, null, source))
  await expect(loading).rejects.toMatchObject({ verdict: { outcome: 'unreadable', reason: 'protocol' } })
})
`
}

function handlers(source: NewSource): string {
  return `${mockHead(source)}
const LARGEST_PAGE = 20

${MOCK_REFUSED}

${MOCK_PAGE}

function answer({ request, scenario }: Call, world: World): Response {
  if (!isBasic(request, CREDENTIALS)) return refused(401, 'Unauthorized')
  const { searchParams } = new URL(request.url)
  const [offset, limit] = [Number(searchParams.get('offset') ?? Number.NaN), Number(searchParams.get('limit') ?? Number.NaN)]
  if (!Number.isInteger(offset) || !Number.isInteger(limit)) return refused(400, 'Bad Request')
  if (scenario === 'fault-200') return json({ type: 'apiUnknownError', description: 'NullPointerException (mock)' })
  const all = world.cast.flatMap((person) => recordsOf(person, world.today))
  return pageOf(bend(scenario, all, SPOTS, ''), offset, Math.min(limit, LARGEST_PAGE), scenario)
}

/** Everybody's records, in pages, without a filter by person. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['pages'],
  plays: [],
  open(world) {
    const list = play(world, { source: ID, operation: 'list', iinOf: () => null, answer: (call) => answer(call, world) })
    return { handlers: [http.get(\`*/\${ID}${PATH}\`, list)] }
  },
}
`
}

/** A list without a filter by person: kept in the store and answered from. */
export const snapshot: Template = {
  adapter: (source) => ({
    ...{ 'index.ts': index(source), 'index.test.ts': indexTest(source) },
    ...{ 'people.ts': peopleText(source), 'people.test.ts': peopleTest(source) },
  }),
  mock: (source) => ({ 'handlers.ts': handlers(source) }),
  told: ({ id }) => ({
    asked: `REST, Basic. \`GET ${PATH}\` with \`offset\` and \`limit\` gives \`{ total, items }\`; there is no filter by person. So the list is loaded by the schedule into a local copy and answered from, with its age as \`asOf\`.`,
    misbehaves:
      'Rows repeat and vanish over the border of two pages: up to two more sweeps look for them, and a list that stays shorter than announced is `protocol`; the former copy then stays in use · a row without a valid number is nobody’s and kept out of all answers; a list in which no row has one is drift.',
    settings: ['USER', 'PASSWORD', 'COPY_SECONDS'],
    endpoints: `\`GET /${id}${PATH}?offset&limit\`.`,
    credentials: 'User and password of `handlers.ts`, Basic. Another caller gets 401, a question without a page 400.',
    scenarios: 'All of the road, and `page-order`.',
  }),
}
