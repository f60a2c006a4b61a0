import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { castOf } from './cast/crowd.ts'
import { readCommand } from './command-line.ts'

const USUAL = { seed: 'test', today: '2026-11-24' }
const printed = (...args: string[]) => [...(readCommand(args, USUAL).print ?? [])].join('')

test('serves where nothing is to be printed', () => {
  expect(readCommand([], USUAL)).toEqual({ ...USUAL, print: null })
  expect(readCommand(['--seed', 'other'], USUAL)).toMatchObject({ seed: 'other', print: null })
})

test('prints people one a line, the published ones first, the same each time', () => {
  const text = printed('--people', '300', '--seed', 'demo')
  const people = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { iin: string; index: number })
  expect(people.map(({ index }) => index)).toEqual(Array.from({ length: 300 }, (_, index) => index))
  const published = castOf('demo', USUAL.today)
  expect(people.slice(0, published.length).map(({ iin }) => iin)).toEqual(published.map(({ iin }) => iin))
  expect(printed('--people', '300', '--seed', 'demo')).toBe(text)
  expect(printed('--people', '300')).not.toBe(text)
})

test('prints the page of the published people as it is committed, on whatever day', () => {
  const page = readFileSync(new URL('../docs/test-people.md', import.meta.url), 'utf8')
  expect(printed('--test-people', '--seed', 'demo')).toBe(page)
  expect(printed('--test-people', '--seed', 'demo', '--today', '2030-01-01')).toBe(page)
})

test.each([
  [['--people', '0'], RangeError],
  [['--people', '1e3'], RangeError],
  [['--people', '635001'], RangeError],
  [['--people', '3', '--test-people'], RangeError],
  [['--people', '3', '--today', '2026-13-01'], RangeError],
  [['--peeple', '3'], TypeError],
  [['3'], TypeError],
])('refuses %j', (args, kind) => {
  expect(() => printed(...args)).toThrow(kind)
})

test('tells every option in its help', () => {
  const help = printed('--help')
  for (const option of ['--people', '--test-people', '--seed', '--today', '--help']) expect(help).toContain(option)
})
