import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ELSEWHERE } from './elsewhere.ts'
import { TITLES } from './ids.ts'
import { FAULTS_PLAYED } from './register.ts'

const range = (letter: string, ...numbers: number[]) => numbers.map((number) => `${letter}${number}`)
const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1)
const WANTED = [
  ...[...range('U', ...upTo(48)), ...range('D', ...upTo(12)), ...range('P', ...upTo(12))],
  ...range('C', 1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 18, 19, 28, 29, 30, 31),
  ...upTo(45).map((number) => `Q${String(number).padStart(2, '0')}`),
  'Q06b',
]

test('names every fault and quirk', () => {
  expect(Object.keys(TITLES).toSorted()).toEqual(WANTED.toSorted())
})

test('plays each of them, or says why it cannot be shown here', () => {
  const played = new Set(FAULTS_PLAYED.map(({ id }) => id))
  expect(WANTED.filter((id) => played.has(id) === Object.hasOwn(ELSEWHERE, id))).toEqual([])
})

test('tells in the page what is played and what is not', async () => {
  const page = await readFile(new URL('../../docs/faults.md', import.meta.url), 'utf8')
  expect(WANTED.filter((id) => !page.includes(`| ${id} | ${TITLES[id]} |`))).toEqual([])
})
