import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from './document.ts'
import { fuzzOperation, SEED } from './fuzz.ts'
import { createWorld, type World } from './world.ts'

/** Requests for each operation: `npm run fuzz:contract -- --runs 10000 --seed 7` sends more, and others. */
const RUNS = 1000

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.stack.store.close())

describe(`${RUNS} requests of seed ${SEED}`, () => {
  test.each(operations)('find no answer of $operationId outside of the document', { timeout: 180_000 }, async (operation) => {
    const { statuses, findings } = await fuzzOperation(operation, world, RUNS, SEED)
    expect(findings).toEqual([])
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(RUNS)
    // Both kinds are there: requests that are taken, and requests that are refused. Nothing has drifted, so no decision can be taken; and
    // no work is planned that could be taken back.
    if (operation.operationId !== 'decideDrift') expect(statuses['200']).toBeGreaterThan(RUNS / 30)
    expect(statuses['422']).toBeGreaterThan(RUNS / 20)
  })
})
