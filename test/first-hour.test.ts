import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, readFile, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../mocks/free-port.ts'
import { compileCache } from './support/compile-cache.ts'
import { brokenPromise, type Ran, runSteps, type Step, stepsOf } from './support/page.ts'
import { copiedTree, smallTree } from './support/source-tree.ts'

/* The first hour of an author of an adapter: each command of the page runs as it is written, in a copy of the repository. */

const PAGE = await readFile('docs/first-hour.md', 'utf8')
const STEPS = stepsOf(PAGE)
/** An hour for a human, for the machine so long at most, milliseconds. */
const MOST_MS = 180_000

/** What a clone would be: the tree of today under version control. */
async function clone(): Promise<string> {
  const root = await copiedTree({})
  await cp('vitest.config.ts', `${root}/vitest.config.ts`)
  const git = (...words: readonly string[]) =>
    promisify(execFile)('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.invalid', ...words], { cwd: root })
  await git('init', '-q')
  await appendFile(`${root}/.git/info/exclude`, 'node_modules\n')
  await git('add', '-A')
  await git('commit', '-q', '-m', 'A clone')
  return root
}

describe('the first hour', () => {
  let [root, notes]: [string, string] = ['', '']
  let ran: readonly Ran[] = []

  beforeAll(async () => {
    root = await clone()
    notes = await smallTree({})
    const { PATH, HOME } = process.env
    const env = { ...compileCache, PATH, HOME, NO_COLOR: '1', MOCKS_PORT: String(await freePort()), PORT: String(await freePort()) }
    ran = await runSteps(STEPS, root, notes, env, MOST_MS)
  }, MOST_MS + 30_000)
  afterAll(() => Promise.all([root, notes].filter(Boolean).map((folder) => rm(folder, { recursive: true }))))

  const commands = STEPS.flatMap((step, place) => (step.is === 'run' ? [[step.line, step, place] as const] : []))
  test.each(commands)('does and prints what stands at line %i', (_, { exit, promised }, place) => {
    const { code, out } = ran[place]!
    expect([code, brokenPromise(promised, out)], out).toEqual([exit, null])
  })
})

describe('a page', () => {
  const page =
    '```sh reading\nno\n```\n```sh exit=3\nf() { return 3; }\nf\n```\n```text\n```\n```diff file=a/b\n+x\n```\n```sh\ncat a/b\nexport X=5\n```\n```sh\necho $X\n```\n'
  const run = async (steps: readonly Step[], mostMs = 20_000) => {
    const notes = await smallTree({})
    await mkdir(`${notes}/root`)
    const ran = await runSteps(steps, `${notes}/root`, notes, { PATH: process.env.PATH }, mostMs)
    await rm(notes, { recursive: true })
    return ran
  }

  test('is run in one shell, with its files, but for what is to be read', async () => {
    const ran = await run(stepsOf(page))
    expect(ran.map(({ code, out }) => [code, out])).toEqual([
      [3, ''],
      [null, ''],
      [0, '+x\n'],
      [0, '5\n'],
    ])
  })

  test('fails where a command before the last one fails', async () => {
    expect(await run(stepsOf('```sh\nfalse\ntrue\n```\n'))).toEqual([{ code: 1, out: '' }])
  })

  test('ends in time, with what it has started', async () => {
    expect(await run(stepsOf('```sh\nsleep 600 &\nwait\n```\n```sh\necho on\n```\n'), 500)).toEqual([
      { code: null, out: '' },
      { code: null, out: '' },
    ])
  })

  test.each([
    ['printed', ['a …', 'c'], 'x\na 1\nb\n  c 2', null],
    ['not printed', ['a', 'd'], 'a\nb\nc', 'd'],
    ['printed before', ['b', 'a'], 'a\nb', 'a'],
  ])('sees what is %s', (_, promised, printed, broken) => {
    expect(brokenPromise(promised, printed)).toBe(broken)
  })

  test.each(['```js\n1\n```\n', '```text\na\n```\n', '```sh later\na\n```\n'])('refuses a block that means nothing: %j', (text) => {
    expect(() => stepsOf(text)).toThrow('line 1')
  })
})
