import { expect, test } from 'vitest'
import { scriptedSource } from '../../test/support/scripted-source.ts'
import { dropsIn } from './manifest.ts'

const HASH = 'a'.repeat(64)
const ENTRY = { file: 'ped_experience_19_20261124.csv', rows: 3, sha256: HASH, region: '19', date: '2026-11-24' }
const PROTOCOL = { outcome: 'unreadable', reason: 'protocol' }

function dropsOf(body: unknown) {
  return dropsIn(scriptedSource({ json: () => body }).source, '2026-11-24')
}

test('tells a part of each region, known by its hash and as old as the manifest says', async () => {
  const other = { ...ENTRY, region: '71', sha256: 'B'.repeat(64), date: '23.11.2026' }
  expect(await dropsOf([ENTRY, other])).toMatchObject([
    { scope: '19', tag: HASH, asOf: '2026-11-23T19:00:00.000Z', file: ENTRY.file, rows: 3 },
    { scope: '71', tag: 'b'.repeat(64), asOf: '2026-11-22T19:00:00.000Z' },
  ])
})

test('tells nothing of the age of a file whose day has not come', async () => {
  expect(await dropsOf([{ ...ENTRY, date: '2026-11-25' }])).toMatchObject([{ asOf: null }])
})

test('takes the newest of several entries of one region, in whatever order', async () => {
  const older = { ...ENTRY, date: '2026-11-23', sha256: 'c'.repeat(64) }
  for (const entries of [
    [older, ENTRY, ENTRY],
    [ENTRY, older],
  ]) {
    expect(await dropsOf(entries)).toMatchObject([{ scope: '19', tag: HASH }])
  }
})

test('tells no part where there is no file', async () => {
  expect(await dropsOf([])).toEqual([])
})

const OTHER = { ...ENTRY, file: 'ped_experience_71_20261124.csv', region: '71' }

test.each([
  ['cannot be read', [{ ...OTHER, sha256: '1' }]],
  ['is none', [null, 'text', { region: 71 }, { ...OTHER, region: '7' }]],
  [
    'cannot be read beside an older one of its region',
    [
      { ...OTHER, date: '2026-11-23' },
      { ...OTHER, rows: '3' },
    ],
  ],
  ['is contradicted by another one of its region and day', [OTHER, { ...OTHER, sha256: 'c'.repeat(64) }]],
])('leaves out an entry that %s, and goes on with the other regions', async (_, entries) => {
  for (const body of [
    [ENTRY, ...entries],
    [...entries.toReversed(), ENTRY],
  ]) {
    expect(await dropsOf(body)).toMatchObject([{ scope: '19', tag: HASH }])
  }
})

test('keeps the newest of a region beside two older ones that contradict each other', async () => {
  const older = ['b', 'c'].map((letter) => ({ ...ENTRY, date: '2026-11-23', sha256: letter.repeat(64) }))
  expect(await dropsOf([...older, ENTRY])).toMatchObject([{ scope: '19', tag: HASH }])
})

test.each([
  ['no list', { items: [ENTRY] }],
  ['nothing', null],
  ['a folder', [{ ...ENTRY, file: 'drops/a.csv' }]],
  ['a way up', [{ ...ENTRY, file: '..' }]],
  ['a hidden way up', [{ ...ENTRY, file: 'a..csv' }]],
  ['another host', [{ ...ENTRY, file: 'https://elsewhere.invalid' }]],
  ['a query', [{ ...ENTRY, file: 'a.csv?x' }]],
  ['no name', [{ ...ENTRY, file: '' }]],
  ['no hash', [{ ...ENTRY, sha256: '1' }]],
  ['rows that are no number', [{ ...ENTRY, rows: '3' }]],
  ['a region of words', [{ ...ENTRY, region: 'Абай' }]],
  ['no day', [{ ...ENTRY, date: '2026-02-30' }]],
  ['two files of one region and day', [ENTRY, { ...ENTRY, sha256: 'c'.repeat(64) }]],
])('refuses a manifest that has nothing but %s', async (_, body) => {
  expect(await dropsOf(body)).toEqual(PROTOCOL)
})
