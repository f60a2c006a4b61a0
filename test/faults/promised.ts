import { afterAll, describe, expect, test } from 'vitest'
import type { Fault } from './fault.ts'
import { removeTemplate } from './postgres.ts'
import { runFault } from './run-fault.ts'

/** A test for each fault, its id in the title: one trial, without a word about times. */
export function promised(group: readonly Fault[], limitMs = 90_000): void {
  const isPlayable = (fault: Fault) => fault.isPlayable?.() ?? true
  describe('under fire', () => {
    afterAll(removeTemplate)
    test.each(group.filter(isPlayable))('$id $promise', { timeout: limitMs }, async (fault) => {
      const { violations } = await runFault(fault, { runs: 1, seed: 1, strict: false })
      expect(violations).toEqual([])
    })
    test.skip.each(group.filter((fault) => !isPlayable(fault)))('$id $promise', () => {})
  })
}
