import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copiedTree, type Ended, linkPackages, removeSource, runIn, smallTree, textsIn } from './support/source-tree.ts'

/* The generator of sources: what it writes keeps every promise as it is, and where it refuses it writes nothing. */

/** A source of each kind, generated in place of one that stands here. */
const GENERATED = [
  ['diplomas', 'rest'],
  ['population-register', 'shep-sync'],
  ['egov-portal', 'shep-async'],
  ['student-achievements', 'snapshot'],
  ['employment', 'drop'],
] as const
const IDS = GENERATED.map(([id]) => id)

const KIT = `import { adapters } from '../adapters/index.ts'
import { adapterContract } from './adapter-contract.ts'

for (const adapter of adapters.filter(({ id }) => ${JSON.stringify(IDS)}.includes(id))) adapterContract(adapter)
`
/** Nothing but what the generated sources need: no port, no database, no Workers. */
const OWN = {
  'test/generated.test.ts': KIT,
  'generated.config.ts': 'export default { test: { testTimeout: 30_000, hookTimeout: 60_000 } }\n',
  'tsconfig.generated.json': '{ "extends": "./tsconfig.json", "include": ["adapters", "mocks", "test/generated.test.ts"] }\n',
}
const LONG = 180_000

describe('a generated source', () => {
  let root: string
  const runs: { before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string>; ended: Ended }[] = []
  const ended = (...words: readonly string[]) => runIn(root, ...words).then(({ code, out, err }) => (code === 0 ? 0 : out + err))

  beforeAll(async () => {
    root = await copiedTree(OWN)
    for (const id of IDS) await removeSource(root, id)
    for (const [id, kind] of GENERATED) {
      const before = await textsIn(root)
      // The usual kind need not be named.
      const words = kind === 'rest' ? [id] : [id, '--kind', kind]
      const run = await runIn(root, 'scripts/new-source.ts', ...words)
      runs.push({ before, after: await textsIn(root), ended: run })
    }
  }, LONG)
  afterAll(() => rm(root, { recursive: true }))

  test.each(GENERATED.map(([id, kind], place) => [kind, id, place] as const))(
    'of the kind %s is named and says what is next',
    (kind, id, place) => {
      const { code, out, err } = runs[place]!.ended
      expect([code, err]).toEqual([0, ''])
      const written = [`Written (${kind}`, `adapters/${id}/README.md`, `mocks/${id}/handlers.ts`]
      for (const told of [...written, 'Next:', 'Both READMEs', '.env.example', 'npm test']) expect(out).toContain(told)
    },
  )

  test('is of the kind rest where none is named, and says so', () => {
    const told = runs.map(({ ended: { out } }) => out.includes('as no --kind was named'))
    expect(told).toEqual(GENERATED.map(([, kind]) => kind === 'rest'))
  })

  test.each(IDS.map((id, place) => [id, place] as const))('changes nothing outside of its folders but one line: %s', (id, place) => {
    const { before, after } = runs[place]!
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
    const outside = changed.filter((path) => !path.startsWith(`adapters/${id}/`) && !path.startsWith(`mocks/${id}/`))
    expect([outside, [...before.keys()].filter((path) => !after.has(path))]).toEqual([['adapters/register.ts'], []])
    const lines = (texts: ReadonlyMap<string, string>) => texts.get('adapters/register.ts')!.split('\n')
    expect(lines(after).filter((line) => !line.includes(`'./${id}/`))).toEqual(lines(before))
    expect(lines(after)).toHaveLength(lines(before).length + 1)
  })

  test('stands in the register by its id', () => {
    const ids = [
      ...runs
        .at(-1)!
        .after.get('adapters/register.ts')!
        .matchAll(/'\.\/(.+)\/index\.ts'/g),
    ].map(([, id]) => id)
    expect(ids).toEqual([...ids].sort())
    expect(ids).toEqual(expect.arrayContaining([...IDS]))
  })

  test(
    'keeps the promises of every source, its own tests, and the rules of the repository',
    async () => {
      const files = ['test/generated.test.ts', 'test/architecture.test.ts', ...IDS.map((id) => `adapters/${id}/`)]
      expect(await ended('node_modules/vitest/vitest.mjs', 'run', '--config', 'generated.config.ts', ...files)).toBe(0)
    },
    LONG,
  )

  test(
    'has the types and the form that are asked of all code',
    async () => {
      expect(await ended('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.generated.json')).toBe(0)
      expect(await ended('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', 'adapters', 'mocks')).toBe(0)
    },
    LONG,
  )
})

describe('the generator', () => {
  const script = `${process.cwd()}/scripts/new-source.ts`
  const register = "/* The register. */\nexport { courses } from './courses/index.ts'\nexport { employment } from './employment/index.ts'\n"
  let root: string
  beforeAll(async () => {
    root = await smallTree({ 'adapters/register.ts': register, 'adapters/diplomas/notes': '', 'mocks/egov-portal/notes': '' })
  })
  afterAll(() => rm(root, { recursive: true }))

  test.each([
    ['no id', [], 'the id of the source is missing; --help tells'],
    ['an unknown id', ['passports', '--kind', 'rest'], '«passports» is no source of the contract; there are: population-register diplomas'],
    ['an id more', ['pension-fund'], 'An id more: schemas/section.ts, src/rulebook/texts/sources.ts, '],
    ['the request itself', ['platform', '--kind', 'rest'], '«platform» is no source'],
    ['two ids', ['courses', 'diplomas', '--kind', 'rest'], 'one id at a time'],
    ['an unknown kind', ['knowledge-test', '--kind', 'fax'], '«fax» is no kind; there are: rest shep-sync shep-async drop snapshot'],
    ['an unknown option', ['knowledge-test', '--colour'], "Unknown option '--colour'"],
    [
      'an adapter that is there',
      ['diplomas', '--kind', 'rest'],
      'adapters/diplomas exists already; to write it again, first take away adapters/diplomas, mocks/diplomas and its line',
    ],
    ['a mock that is there', ['egov-portal', '--kind', 'rest'], 'mocks/egov-portal exists already'],
    ['a line that is there', ['employment', '--kind', 'rest'], 'employment stands in adapters/register.ts already'],
    ['a tree in which nothing can be formatted', ['knowledge-test', '--kind', 'rest'], 'cannot be formatted'],
  ])('refuses %s and writes nothing', async (_, words, why) => {
    const before = await textsIn(root)
    const { code, out, err } = await runIn(root, script, ...words)
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([1, '', 1])
    expect(err).toMatch(/^new:source: /)
    expect(err).toContain(why)
    expect(await textsIn(root)).toEqual(before)
  })

  test('takes back what it wrote where it cannot finish', async () => {
    // A file stands where the folder of the mocks is to be.
    const broken = await smallTree({ 'adapters/register.ts': register, 'biome.json': '{}', mocks: '' })
    await linkPackages(broken)
    const before = await textsIn(broken)
    const { code, err } = await runIn(broken, script, 'knowledge-test', '--kind', 'rest')
    expect([code, err]).toEqual([1, expect.stringMatching(/^new:source: ENOTDIR/)])
    expect([await textsIn(broken), existsSync(`${broken}/adapters/knowledge-test`)]).toEqual([before, false])
    await rm(broken, { recursive: true })
  })

  test('prints how it is called', async () => {
    const { code, out } = await runIn(root, script, '--help')
    expect([code, out.split('\n')[0]]).toEqual([0, 'Usage: npm run new:source -- <id> [--kind <kind>]'])
  })
})
