import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Cassette } from './cassette.ts'
import { folderCassettes, parsedCassette, readCase, readFolder } from './folder.ts'

const empty: Cassette = { version: 1, recordedAt: '2026-11-24T05:00:00.000Z', claim: null, exchanges: [], expected: null }
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'folder-'))
})
afterEach(() => rm(root, { recursive: true }))

test('gives back what it wrote, for its owner alone, and leaves no draft', async () => {
  const folder = join(root, 'made', 'when-needed')
  const store = folderCassettes(folder)
  expect(await store.read('lists-courses')).toBeNull()
  await store.write('lists-courses', empty)
  expect(await store.read('lists-courses')).toEqual(empty)
  expect(await readdir(folder)).toEqual(['lists-courses.json'])
  expect((await stat(join(folder, 'lists-courses.json'))).mode & 0o777).toBe(0o600)
})

test('reads a case with the lists beside it, and not the other cases', async () => {
  const store = folderCassettes(root)
  for (const name of ['case-1', 'case-2', 'lists-courses'])
    await store.write(name, { ...empty, claim: name === 'lists-courses' ? null : { name } })
  expect((await readCase(join(root, 'case-2.json'))).map(({ claim }) => claim)).toEqual([{ name: 'case-2' }, null])
  expect(await readFolder(root)).toHaveLength(3)
  expect(await readFolder(join(root, 'none'))).toEqual([])
})

test.each([
  ['what is no JSON', '{', 'a.json is not JSON'],
  ['another version', JSON.stringify({ ...empty, version: 2 }), 'a.json is no cassette: version'],
  ['a broken exchange', JSON.stringify({ ...empty, exchanges: [{ source: 'courses' }] }), 'exchanges[0].request'],
])('refuses %s by its place', (_, text, detail) => {
  expect(() => parsedCassette(text, '/somewhere/a.json')).toThrow(detail)
})

test('leaves the former cassette where the new one cannot be written', async () => {
  const store = folderCassettes(root)
  await store.write('case-1', empty)
  const circle: Record<string, unknown> = {}
  circle.self = circle
  await expect(store.write('case-1', { ...empty, expected: circle as never })).rejects.toThrow()
  expect(await store.read('case-1')).toEqual(empty)
  expect(await readdir(root)).toEqual(['case-1.json'])
})

test('adds lines to a report', async () => {
  const store = folderCassettes(root)
  for (const line of [1, 2]) await store.report('diff', { line })
  expect(await readFile(join(root, 'diff.ndjson'), 'utf8')).toBe('{"line":1}\n{"line":2}\n')
  await expect(readCase(join(root, 'case-9.json'))).rejects.toThrow('there is no case-9.json')
  await writeFile(join(root, 'other.json'), '[]')
  await expect(readFolder(root)).rejects.toThrow('other.json')
})
