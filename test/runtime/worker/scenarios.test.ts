import { expect, inject, test } from 'vitest'
import { contentsUnderScenarios } from '../../support/scenario-contents.ts'

test('makes the same as Node of every scenario', { timeout: 300_000 }, async () => {
  const there = inject('scenarios')
  expect(Object.keys(there).length).toBeGreaterThan(400)
  const here = await contentsUnderScenarios(Object.keys(there))
  expect(Object.keys(here).sort()).toEqual(Object.keys(there).sort())
  expect(Object.keys(here).filter((name) => here[name] !== there[name])).toEqual([])
})
