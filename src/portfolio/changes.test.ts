import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { portfolioOf } from '../../test/support/portfolio-view.ts'
import { changesBetween } from './changes.ts'

test('finds nothing between two collections of the same content', async () => {
  const [before, after] = [await portfolioOf(), await portfolioOf({ today: '2026-11-25' })]
  expect(changesBetween(before, { ...after, version: 2, collectedAt: '2026-11-25T05:00:00.000Z' })).toEqual([])
})

test('names a value that was replaced by its place in the later version', async () => {
  const after = await portfolioOf({ said: { diplomas: [draft.diploma({ honours: true })] } })
  const changes = changesBetween(await portfolioOf(), after)
  expect(changes).toEqual([{ pointer: '/sections/1/facts/0/value/honours', op: 'replace', before: false, after: true }])
})

test('matches facts and gaps by id, not by place', async () => {
  const newer = draft.diploma({ number: '9', issuedOn: '1909-06-30' })
  const changes = changesBetween(await portfolioOf(), await portfolioOf({ said: { diplomas: [draft.diploma(), newer] } }))
  expect(changes).toMatchObject([{ pointer: '/sections/1/facts/0', op: 'add', before: null, after: { value: { number: '9' } } }])
})

test('tells of a lack that came and one that went', async () => {
  const [complete, lacking] = [await portfolioOf(), await portfolioOf({ said: { courses: [] } })]
  const gapsOf = (changes: ReturnType<typeof changesBetween>) =>
    changes.filter(({ pointer }) => pointer.startsWith('/gaps/')).map(({ op }) => op)
  expect(gapsOf(changesBetween(complete, lacking))).toEqual(['add'])
  expect(gapsOf(changesBetween(lacking, complete))).toEqual(['remove'])
})

test('leaves the volatile times out of what it shows', async () => {
  const changes = changesBetween(await portfolioOf({ said: { diplomas: [] } }), await portfolioOf())
  const text = JSON.stringify(changes)
  expect(changes.length).toBeGreaterThan(0)
  expect(text).not.toContain('askedAt')
  expect(text).not.toContain('obtainedAt')
})

/** Two portfolios of which only the advisories differ: they have neither id nor source. */
async function withAdvisories(before: unknown, after: unknown) {
  const portfolio = await portfolioOf()
  const of = (advisories: unknown) => ({ ...portfolio, advisories }) as typeof portfolio
  return changesBetween(of(before), of(after)).map(({ pointer, op }) => [op, pointer])
}
const [courses, knowledge] = [
  { code: 'below_level', section: 'courses', n: 1 },
  { code: 'below_level', section: 'knowledge_test', n: 1 },
]

test('matches what has no id by code, section and pointer', async () => {
  expect(await withAdvisories([courses, knowledge], [knowledge])).toEqual([['remove', '/advisories/0']])
  expect(await withAdvisories([courses], [knowledge, { ...courses, n: 2 }])).toEqual([
    ['add', '/advisories/0'],
    ['replace', '/advisories/1/n'],
  ])
})

test.each([
  [
    'plain values',
    ['a', 'b'],
    ['b'],
    [
      ['remove', '/advisories/1'],
      ['replace', '/advisories/0'],
    ],
  ],
  ['elements of one name', [courses, courses], [{ ...courses, n: 2 }, courses], [['replace', '/advisories/0/n']]],
  ['nulls', [null, 'a'], [null], [['remove', '/advisories/1']]],
  [
    'elements without a name',
    [{ n: 1 }, { n: 2 }],
    [{ n: 2 }],
    [
      ['remove', '/advisories/1'],
      ['replace', '/advisories/0/n'],
    ],
  ],
])('matches %s by place', async (_name, before, after, expected) => {
  expect(await withAdvisories(before, after)).toEqual(expected)
})

test('tells a list from an object, a value from none, and escapes keys', async () => {
  expect(await withAdvisories([courses], { 0: courses })).toEqual([['replace', '/advisories']])
  expect(await withAdvisories({ 0: courses }, [courses])).toEqual([['replace', '/advisories']])
  expect(await withAdvisories({ a: null }, { a: { b: 1 } })).toEqual([['replace', '/advisories/a']])
  expect(await withAdvisories({ a: { b: 1 } }, { a: null })).toEqual([['replace', '/advisories/a']])
  expect(await withAdvisories({ 'a/~b/': 1 }, { 'a/~b/': 2 })).toEqual([['replace', '/advisories/a~1~0b~1']])
})
