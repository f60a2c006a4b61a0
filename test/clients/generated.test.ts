import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('is what `npm run client` makes of the committed document', async () => {
  const { stderr } = await promisify(execFile)('npm', ['run', '-s', 'client', '--', '--check'])
  expect(stderr).not.toMatch(/not up.to.date/i)
})
