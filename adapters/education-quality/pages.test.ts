import { expect, test } from 'vitest'
import { EXCHANGE } from '../../test/support/scripted-source.ts'
import { readPages } from './pages.ts'

/** Answers by page number; the last one again for every number beyond. Counts the calls. */
function pages(...contents: readonly (readonly number[])[]) {
  const total = new Set(contents.flat()).size
  return listed(total, ...contents)
}

function listed(totalElements: number, ...contents: readonly (readonly number[])[]) {
  const asked: number[] = []
  const read = readPages(async (number) => {
    const content = (contents[number] ?? contents.at(-1) ?? []).map((row) => ({ row }))
    asked.push(number)
    return { body: { content, totalElements }, status: 200, exchange: EXCHANGE }
  })
  return { asked, rows: async () => (await read)?.map(({ value }) => (value as { row: number }).row) ?? null }
}

test.each([
  ['no rows', [[]], [], [0]],
  ['one page', [[1, 2]], [1, 2], [0]],
  ['several pages', [[1, 2], [3, 4], [5]], [1, 2, 3, 4, 5], [0, 1, 2]],
  ['a row twice on the only page once', [[1, 2, 2]], [1, 2], [0]],
])('returns %s', async (_, contents, rows, asked) => {
  const read = pages(...contents)
  expect(await read.rows()).toEqual(rows)
  expect(read.asked).toEqual(asked)
})

test('finds in a second sweep what vanished at the border of a page', async () => {
  const answers = [
    [1, 2],
    [2, 3],
    [1, 2],
    [3, 4],
  ]
  const rows = await readPages(async () => {
    return { body: { content: answers.shift(), totalElements: 4 }, status: 200, exchange: EXCHANGE }
  })
  expect(rows?.map(({ value }) => value)).toEqual([1, 2, 3, 4])
})

test('returns duplicates over a border once when another sweep brings nothing new', async () => {
  const read = listed(4, [1, 2], [2, 3])
  expect(await read.rows()).toEqual([1, 2, 3])
  expect(read.asked).toEqual([0, 1, 0, 1])
})

test.each([
  ['fewer rows than announced', [[1, 2], []], 5],
  ['the same page whatever the number', [[1, 2]], 100],
])('refuses %s', async (_, contents, total) => {
  expect(await listed(total, ...contents).rows()).toBeNull()
})

test('refuses a list that never ends', async () => {
  let row = 0
  const ask = async () => ({ body: { content: [row++], totalElements: 1_000_000 }, status: 200, exchange: EXCHANGE })
  expect(await readPages(ask)).toBeNull()
  expect(row).toBeLessThan(100)
})

test.each([
  ['null', null],
  ['text', 'ok'],
  ['rows that are no list', { content: {}, totalElements: 1 }],
  ['no rows at all', { totalElements: 0 }],
  ['a count that is none', { content: [], totalElements: 'all' }],
])('refuses an answer that is no page: %s', async (_, body) => {
  expect(await readPages(async () => ({ body, status: 200, exchange: EXCHANGE }))).toBeNull()
})

test('echoes the number of the teacher, also one that lost its zeros', async () => {
  const content = [{ teacherIin: '790704100017' }, { teacherIin: 115100012 }, {}]
  const rows = await readPages(async () => ({ body: { content, totalElements: 3 }, status: 200, exchange: EXCHANGE }))
  expect(rows?.map(({ iin }) => iin)).toEqual(['790704100017', '115100012', null])
})
