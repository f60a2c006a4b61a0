import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editions } from './index.ts'

/*
 * Code knows no number of the Rules: where a number of any edition stands in the core, in the routes or beside the editions, it is on
 * this list with the reason why it is another number. 0 and 1 are free.
 */

const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/portfolio/conflicts.ts': { 2: 'a conflict has two sides' },
  'src/portfolio/precedence.ts': { 2: 'one fact needs no order' },
  'src/portfolio/quality.ts': { 10: 'one digit behind the point', 100: 'percent' },
  'src/portfolio/normalise.ts': { 4: 'place in a school year' },
  'src/portfolio/days.ts': {
    4: 'place in a day',
    5: 'place in a day',
    7: 'place in a day',
    8: 'place in a day',
    10: 'place in a day',
    12: 'months of a year',
  },
  'src/portfolio/service.ts': { 12: 'months of a year', 30: 'days of a month where there is no calendar' },
  'src/portfolio/plan.ts': { 4: 'place in a day', 5: 'place in a day' },
  'src/portfolio/exemptions.ts': { 2: 'letters of a CEFR level' },
  'src/portfolio/hash.ts': { 8: 'digits of a word', 16: 'hexadecimal', 18: 'shift', 19: 'shift', 22: 'shift', 17: 'shift' },
  'src/portfolio/identity.ts': { 6: 'place of the century in a person number' },
  'src/portfolio/respond.ts': { 2: 'digits of a person number that are shown', 6: 'place of the century in a person number' },
  'src/portfolio/advisories.ts': { 100: 'percent' },
  'src/portfolio/repairs.ts': { 128: 'end of ASCII' },
  'src/portfolio/explain-values.ts': { 60: 'letters of a value that are shown' },
  'src/rulebook/texts/moments.ts': { 60: 'seconds of a minute' },
  'src/rulebook/texts/requirements.ts': { 10: 'last digit of a number' },
  'src/rulebook/edition.ts': { 2: 'letters of a language code' },
  'src/routes/collect.ts': { 20: 'length of a list in a body' },
  'src/routes/paging.ts': { 20: 'rows of a page', 200: 'rows of a page, length of a cursor' },
}

/** Every number of the editions that decides something. */
function thresholds(node: unknown): number[] {
  if (typeof node === 'number') return [node]
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(thresholds) : []
}
const known = new Set(thresholds(editions).filter((number) => number > 1))

/** The code without comments, texts and expressions in slashes: there a number decides nothing. */
function bare(text: string): string {
  const quoted = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/(?![\s*])(?:[^/\\\n]|\\.)+\/[a-z]*/g
  return text.replaceAll(quoted, (found) => (found.startsWith('`') ? ` ${[...found.matchAll(/\$\{[^}]*\}/g)].join(' ')} ` : ' '))
}

/** The numbers of a piece of code, each once. */
function numbersIn(text: string): readonly number[] {
  return [
    ...new Set(
      [...bare(text).matchAll(/(?<![\w.$])(?:0x[\da-f]+|\d[\d_]*(?:\.\d+)?)(?![\w$])/gi)].map(([number]) =>
        Number(number.replaceAll('_', '')),
      ),
    ),
  ]
}

const files = globSync(['src/portfolio/*.ts', 'src/routes/*.ts', 'src/rulebook/*.ts', 'src/rulebook/texts/*.ts']).filter(
  (path) => !path.endsWith('.test.ts'),
)

/** The numbers of a file that have no reason to stand there. */
function unexplained(path: string, text: string): string[] {
  const reasons = ALLOWED[path] ?? {}
  return numbersIn(text).flatMap((number) => (!known.has(number) || reasons[number] ? [] : [`${path}: ${number}`]))
}

test('keeps every number of the Rules in the editions', () => {
  expect(files.length).toBeGreaterThan(40)
  expect(files.flatMap((path) => unexplained(path, readFileSync(path, 'utf8')))).toEqual([])
})

test('gives a reason for no number that has gone', () => {
  const gone = Object.entries(ALLOWED).flatMap(([path, reasons]) => {
    const numbers = numbersIn(readFileSync(path, 'utf8'))
    return Object.keys(reasons).flatMap((number) => (numbers.includes(Number(number)) ? [] : [`${path}: ${number}`]))
  })
  expect(gone).toEqual([])
})

test.each([...known])('would find %d in a comparison', (number) => {
  for (const code of [`if (years >= ${number}) return`, `const LEAST = ${number}`, `\`\${hours < ${number}}\``]) {
    expect(unexplained('src/portfolio/satisfied.ts', code)).toEqual([`src/portfolio/satisfied.ts: ${number}`])
  }
})

test('reads neither comments nor texts nor expressions', () => {
  const code = ['// 30 years', '/* 72 */', "const a = 'p. 90'", '`at $' + '{80} of 50`', '/^\\d{11}$/.source', 'b1 + c.d2']
  expect(numbersIn(code.join('\n'))).toEqual([80])
})
