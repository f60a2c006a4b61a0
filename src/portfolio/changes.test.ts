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
