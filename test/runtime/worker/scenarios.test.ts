import { expect, inject, test } from 'vitest'
import { contentsUnderScenarios } from '../../support/scenario-contents.ts'

test('makes the same as Node of every scenario of every source', { timeout: 300_000 }, async () => {
  const there = inject('scenarios')
  const here = await contentsUnderScenarios()
  expect(Object.keys(here).length).toBeGreaterThan(500)
  expect(Object.keys(here).sort()).toEqual(Object.keys(there).sort())
  const different = Object.keys(here).filter((name) => here[name] !== there[name])
  expect(different).toEqual([])
})
