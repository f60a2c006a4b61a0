import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { adapters } from '../adapters/index.ts'

test('finds that the pretend government keeps every promise, and says so in a row for each source', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/check-mocks.ts', '--json'])
  const reports = JSON.parse(stdout) as { source: string; score: number; index: number }[]
  expect(reports.map(({ source }) => source)).toEqual(adapters.map(({ id }) => id))
  expect(reports.filter(({ score, index }) => score < 1 || index < 1)).toEqual([])
})
