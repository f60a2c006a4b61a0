import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RUNS } from './runs.ts'

const sources = globSync(['{schemas,adapters,mocks,src,test,scripts}/**/*.property.test.ts', 'test/fuzz/*.test.ts']).map((path) =>
  readFileSync(path, 'utf8'),
)

test('tries the properties a hundred thousand times together', () => {
  expect(Object.values(RUNS).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(100_000)
})

test('counts each number of runs for one property, and leaves no property uncounted', () => {
  const named = sources.flatMap((text) => [...text.matchAll(/\bruns\('([^']+)'/g)].map(([, name]) => name))
  expect(named.sort()).toEqual(Object.keys(RUNS).sort())
  expect(sources.flatMap((text) => text.match(/\bfc\.assert\(/g) ?? [])).toHaveLength(named.length)
})
