import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { ALL, claim, NOW, outcomeOf, runLine, TODAY } from '../../test/support/line.ts'
import { sectionOf, sourceIn } from '../../test/support/portfolio-view.ts'
import { assemble } from './assemble.ts'

test('asks only the sources that are named and takes over the rest', async () => {
  const first = await runLine({ said: draft.complete() })
  const second = await runLine({ said: { courses: [] }, held: first.held, only: ['courses'] })
  expect(sectionOf(second.portfolio, 'education')).toEqual(sectionOf(first.portfolio, 'education'))
  expect(second.held.diplomas).toBe(first.held.diplomas)
  expect(sourceIn(second.portfolio, 'courses')?.outcome).toBe('empty')
})

test('gives the same portfolio again from what it held', async () => {
  const first = await runLine({ said: draft.complete() })
  const again = await runLine({ held: JSON.parse(JSON.stringify(first.held)), only: [] })
  expect(again.portfolio).toEqual(first.portfolio)
})

test('passes the budget on and asks once', async () => {
  const asked: unknown[] = []
  const input = { request: claim(), portfolioId: 'pf_test', today: TODAY, now: () => NOW, budgetMs: 750, held: null, only: null }
  await assemble(input, {
    adapters: ALL,
    configured: () => true,
    askAll: async (asks, budgetMs) => {
      asked.push([asks.length, budgetMs])
      return asks.map(({ adapter }) => outcomeOf(adapter.id, []))
    },
  })
  expect(asked).toEqual([[ALL.length, 750]])
})
