import { expect, test } from 'vitest'
import { EXCHANGE } from '../../test/support/scripted-source.ts'
import { readPages } from './pages.ts'

interface Sent {
  readonly items?: unknown
  readonly nextCursor?: unknown
}
const PROTOCOL = { outcome: 'unreadable', reason: 'protocol' }
const items = (...names: readonly string[]) => names.map((certificateNo) => ({ certificateNo }))

/** Pages in the order in which they are asked for; the last one again for ever. */
async function read(...pages: readonly (Sent | unknown)[]) {
  const cursors: unknown[] = []
  const reply = await readPages(async (cursor) => {
    cursors.push(cursor)
    return { body: pages[Math.min(cursors.length, pages.length) - 1], status: 200, exchange: EXCHANGE }
  })
  const names = 'records' in reply && reply.records.map(({ value }) => (value as { certificateNo?: string } | null)?.certificateNo)
  return { reply, names, cursors }
}

test.each([
  ['nothing', [{ items: [], nextCursor: null }], []],
  ['one page without a cursor', [{ items: items('A', 'B') }], ['A', 'B']],
  ['one page with an empty cursor', [{ items: items('A'), nextCursor: '' }], ['A']],
  [
    'several pages',
    [{ items: items('A'), nextCursor: 'x' }, { items: items('B'), nextCursor: 'y' }, { items: items('C') }],
    ['A', 'B', 'C'],
  ],
  ['a number for a cursor', [{ items: items('A'), nextCursor: 0 }, { items: items('B') }], ['A', 'B']],
  ['the same item on two pages once', [{ items: items('A', 'B'), nextCursor: 'x' }, { items: items('B', 'C') }], ['A', 'B', 'C']],
  [
    'what stands behind a page without news',
    [{ items: items('A'), nextCursor: 'x' }, { items: [], nextCursor: 'y' }, { items: items('B') }],
    ['A', 'B'],
  ],
])('returns %s', async (_, pages, names) => {
  expect((await read(...pages)).names).toEqual(names)
})

test('keeps two items of one certificate that differ', async () => {
  const [one, other] = [
    { certificateNo: 'A', hours: 72 },
    { certificateNo: 'A', hours: 80 },
  ]
  expect((await read({ items: [one], nextCursor: 'x' }, { items: [other] })).names).toEqual(['A', 'A'])
})

test('hands on the cursor as it was sent', async () => {
  const { cursors } = await read({ items: [], nextCursor: 'a/b+c=' }, { items: [], nextCursor: 7 }, { items: [] })
  expect(cursors).toEqual([undefined, 'a/b+c=', 7])
})

test.each([
  ['the same cursor twice', [{ items: items('A'), nextCursor: 'x' }], 2],
  [
    'a circle of cursors',
    [
      { items: [], nextCursor: 'x' },
      { items: [], nextCursor: 'y' },
      { items: [], nextCursor: 'x' },
    ],
    3,
  ],
])('refuses %s', async (_, pages, asked) => {
  const { reply, cursors } = await read(...pages)
  expect([reply, cursors.length]).toEqual([PROTOCOL, asked])
})

test('refuses a list that never ends', async () => {
  let page = 0
  const ask = async () => ({ body: { items: [page], nextCursor: String(page++) }, status: 200, exchange: EXCHANGE })
  expect(await readPages(ask)).toEqual(PROTOCOL)
  expect(page).toBeLessThan(500)
})

test('reads a list of which the server gives less at a time than was asked for', async () => {
  let page = 0
  const more = () => (page < 60 ? String(page) : null)
  const reply = await readPages(async () => ({ body: { items: [++page], nextCursor: more() }, status: 200, exchange: EXCHANGE }))
  expect('records' in reply && reply.records).toHaveLength(60)
})

test.each([
  ['null', null],
  ['a list', []],
  ['items that are no list', { items: {} }],
  ['no items', { nextCursor: null }],
  ['a cursor of another type', { items: [], nextCursor: {} }],
])('refuses an answer that is no page: %s', async (_, body) => {
  expect((await read(body)).reply).toEqual(PROTOCOL)
  expect((await read({ items: items('A'), nextCursor: 'x' }, body)).reply).toEqual(PROTOCOL)
})

test('tells an error object from a page', async () => {
  const problem = { type: 'about:blank', title: 'Internal Server Error', status: 500, detail: 'NullPointerException' }
  expect((await read(problem)).reply).toEqual({ outcome: 'unavailable', reason: 'remote_error' })
})

test('echoes the number of each item, also one that lost its zeros', async () => {
  const { reply } = await read({ items: [{ iin: '790704100017' }, { iin: 115100012 }, {}, null] })
  expect('records' in reply && reply.records.map(({ iin }) => iin)).toEqual(['790704100017', '115100012', null, null])
})
