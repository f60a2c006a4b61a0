import { describe, expect, test } from 'vitest'
import type { HttpCall, Paging } from '../../adapters/adapter.ts'
import { EXCHANGE } from '../../test/support/scripted-source.ts'
import { readPages } from './pages.ts'

const PAGING: Paging = {
  sizes: [2],
  most: 40,
  call: (query) => ({ method: 'GET', path: '/', query: { ...query } }),
  read: (body) => body as ReturnType<Paging['read']>,
}
const verdict = { outcome: 'unreadable', reason: 'protocol' }

/** Reads answers by what is asked; counts the calls. */
function reading(answering: (call: HttpCall) => unknown, paging: Partial<Paging> = {}) {
  const calls: HttpCall[] = []
  const json = async (call: HttpCall) => {
    calls.push(call)
    const body = answering(call)
    return body === 500 ? { body: {}, status: body, exchange: EXCHANGE } : { body, status: 200, exchange: EXCHANGE }
  }
  const read = async () => (await Array.fromAsync(readPages(json, { ...PAGING, ...paging }))).flatMap(({ rows }) => rows)
  return { calls, read, asked: () => calls.map(({ query }) => query?.page) }
}

/** The pages by their number; the last one again for every number beyond. */
function listed(total: number, ...pages: readonly (readonly number[])[]) {
  return reading(({ query }) => ({ rows: pages[Number(query?.page)] ?? pages.at(-1), total }))
}

/** Answers one after the other, whatever is asked. */
function inTurn(total: number, ...pages: readonly (readonly number[])[]) {
  let next = 0
  return reading(() => ({ rows: pages[next++], total }))
}

describe('a list', () => {
  test.each([
    ['no rows', 0, [[]], [], [0]],
    ['one page', 2, [[1, 2]], [1, 2], [0]],
    ['several pages', 5, [[1, 2], [3, 4], [5]], [1, 2, 3, 4, 5], [0, 1, 2]],
    ['a row twice on the only page once', 3, [[1, 2, 2]], [1, 2], [0]],
    [
      'duplicates over a border once when another sweep brings nothing new',
      4,
      [
        [1, 2],
        [2, 3],
      ],
      [1, 2, 3],
      [0, 1, 0, 1],
    ],
  ])('returns %s', async (_, total, pages, rows, asked) => {
    const list = listed(total, ...pages)
    expect(await list.read()).toEqual(rows)
    expect(list.asked()).toEqual(asked)
  })

  test.each([
    [
      'a second',
      [
        [1, 2],
        [2, 3],
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'a third',
      [
        [1, 2],
        [2, 1],
        [1, 2],
        [2, 3],
        [1, 2],
        [3, 4],
      ],
    ],
  ])('finds in %s sweep what vanished at the border of a page', async (_, pages) => {
    const list = inTurn(4, ...pages)
    expect((await list.read()).toSorted()).toEqual([1, 2, 3, 4])
    expect(list.calls).toHaveLength(pages.length)
  })

  test('counts the offset by what was sent, not by what was asked for', async () => {
    const list = listed(4, [1], [2, 3], [4])
    await list.read()
    expect(list.calls.map(({ query }) => query?.offset)).toEqual([0, 1, 3])
  })

  test('keeps two rows apart that differ in anything', async () => {
    const rows = [
      { id: 1, status: 1 },
      { id: 1, status: 9 },
    ]
    expect(await reading(() => ({ rows, total: 2 })).read()).toEqual(rows)
  })
})

describe('what is no whole list', () => {
  test.each([
    ['fewer rows than announced', listed(5, [1, 2], [])],
    ['the same page whatever the number', listed(100, [1, 2])],
    [
      'another order at each call that never shows all',
      inTurn(7, [1, 2, 3], [1, 2, 4, 1], [1, 2, 3], [1, 2, 5, 1], [1, 2, 3], [1, 2, 6, 1]),
    ],
    ['an answer that is no page', reading(() => null)],
  ])('refuses %s', async (_, list) => {
    await expect(list.read()).rejects.toMatchObject({ verdict })
  })

  test('refuses a list that never ends', async () => {
    let row = 0
    const list = reading(() => ({ rows: [row++], total: 1_000_000 }))
    await expect(list.read()).rejects.toMatchObject({ verdict })
    expect(list.calls).toHaveLength(PAGING.most)
  })

  test('fails only after the rows that were read', async () => {
    const json = async () => ({ body: { rows: [1], total: 9 }, status: 200, exchange: EXCHANGE })
    const pages = readPages(json, PAGING)
    expect((await pages.next()).value).toEqual({ rows: [1], exchange: EXCHANGE })
  })
})

describe('the size of a page', () => {
  const sizes = [500, 100] as const

  test('is a smaller one where the first page is answered with 500', async () => {
    const pages = [[1], [2]]
    const answering = ({ query }: HttpCall) => (query?.size === 500 ? 500 : { rows: pages[Number(query?.page)], total: 2 })
    const list = reading(answering, { sizes })
    expect(await list.read()).toEqual([1, 2])
    expect(list.calls.map(({ query }) => [query?.page, query?.size])).toEqual([
      [0, 500],
      [0, 100],
      [1, 100],
    ])
  })

  test('stays where it is answered, and only the first page may be refused', async () => {
    const list = reading(({ query }) => ({ rows: [query?.page], total: 2 }), { sizes })
    await list.read()
    expect(list.calls.map(({ query, alsoAccept }) => [query?.size, alsoAccept])).toEqual([
      [500, [500]],
      [500, undefined],
    ])
  })

  test('is the last one where all are refused: 500 then is a failure like any other', async () => {
    const list = reading(() => 500, { sizes })
    await expect(list.read()).rejects.toThrow()
    expect(list.calls.map(({ alsoAccept }) => alsoAccept)).toEqual([[500], undefined])
  })
})
