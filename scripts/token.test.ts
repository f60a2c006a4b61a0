import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const script = fileURLToPath(new URL('token.ts', import.meta.url))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'token-'))
})
afterAll(() => rm(folder, { recursive: true }))

function run(...flags: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...flags], { env: { DATA_DIR: folder } }, (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
}

test('prints one token and nothing else', async () => {
  const { code, out, err } = await run('--role', 'operator')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
})

test('ends with 2 and the usage on the error stream when it is called wrongly', async () => {
  const { code, out, err } = await run('--role', 'king')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('--role: expected platform')
  expect(err).toContain('npm run -s token')
})
