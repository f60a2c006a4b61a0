import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, developmentKey } from './development.ts'
import { localKeys } from './keys.ts'
import { tokenClaims } from './token-request.ts'
import { createVerifier } from './verify.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'development-key-'))
})
afterEach(() => rm(folder, { recursive: true }))

const T = 1_790_000_000
const clock = { now: () => T * 1000, monotonic: () => 0 }

test('makes tokens that a gateway with the same folder accepts', async () => {
  const claims = tokenClaims(['--role', 'platform'], DEVELOPMENT_ISSUER, DEVELOPMENT_AUDIENCE, T)
  const token = await (await developmentKey(folder)).sign(claims)
  const keys = localKeys((await developmentKey(folder)).jwks)
  const verify = createVerifier({ keys, issuer: DEVELOPMENT_ISSUER, audience: DEVELOPMENT_AUDIENCE, clock })
  expect(await verify(token)).toEqual({ role: 'platform', sub: 'dev-platform', iin: null, org: null })
})

test('agrees on one key when several begin at once', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => developmentKey(join(folder, 'new'))))
  expect(new Set(keys.map(({ jwks }) => jwks)).size).toBe(1)
  expect(await readdir(join(folder, 'new'))).toEqual(['development-key.json'])
})

test('keeps the private half to the owner of the file', async () => {
  const { jwks } = await developmentKey(folder)
  const path = join(folder, 'development-key.json')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  const { d } = JSON.parse(await readFile(path, 'utf8')) as { d: string }
  expect(jwks).not.toContain(d)
})

test('refuses a file that holds no key', async () => {
  await writeFile(join(folder, 'development-key.json'), '{}')
  await expect(developmentKey(folder)).rejects.toThrow('remove the file')
})
