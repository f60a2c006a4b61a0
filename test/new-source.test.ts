import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copiedTree, type Ended, linkPackages, removeSource, runIn, smallTree, textsIn } from './support/source-tree.ts'

/* The generator of sources: what it writes keeps every promise as it is, and where it refuses it writes nothing. */

/** Ids that the contract does not name, one of each kind; the last of all is one that it names, generated in place of the one that stands here. */
const GENERATED = [
  ['demo-source', 'rest', ''],
  ['new-people', 'shep-sync', 'identity'],
  ['new-letters', 'shep-async', 'application,category,essay'],
  ['new-awards', 'snapshot', 'learner_achievements'],
  ['new-contracts', 'drop', 'employment'],
  ['diplomas', 'rest', ''],
] as const
const IDS = GENERATED.map(([id]) => id)
const KNOWN = ['diplomas']
/** Generated: all ids stand in one line of it. */
const TYPES = 'docs/clients/typescript/openapi.ts'
const EVERYWHERE = ['.env.example', 'adapters/register.ts', TYPES, 'mocks/mocks.ts', 'openapi.json', 'schemas/source-titles.ts']

const KIT = `import { adapters } from '../adapters/index.ts'
import { adapterContract } from './adapter-contract.ts'

for (const adapter of adapters.filter(({ id }) => ${JSON.stringify(IDS)}.includes(id))) adapterContract(adapter)
`
/** Nothing but what the generated sources need: no port, no database, no Workers. */
const OWN = {
  'test/generated.test.ts': KIT,
  'generated.config.ts': 'export default { test: { testTimeout: 30_000, hookTimeout: 60_000 } }\n',
  'tsconfig.generated.json':
    '{ "extends": "./tsconfig.json", "include": ["adapters", "mocks", "schemas", "scripts", "src", "test/*.ts", "test/support"] }\n',
}
const LONG = 180_000

describe('a generated source', () => {
  let root: string
  const runs: { before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string>; ended: Ended }[] = []
  const ended = (...words: readonly string[]) => runIn(root, ...words).then(({ code, out, err }) => (code === 0 ? 0 : out + err))

  beforeAll(async () => {
    root = await copiedTree(OWN)
    for (const id of KNOWN) await removeSource(root, id)
    for (const [id, kind, fills] of GENERATED) {
      const before = await textsIn(root)
      // What is usual need not be named.
      const words = [id, ...(kind === 'rest' ? [] : ['--kind', kind]), ...(fills === '' ? [] : ['--fills', fills])]
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

  test.each(IDS.map((id, place) => [id, place] as const))(
    'changes nothing outside of its folders but where all are named: %s',
    (id, place) => {
      const { before, after } = runs[place]!
      const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
      const outside = changed.filter((path) => !path.startsWith(`adapters/${id}/`) && !path.startsWith(`mocks/${id}/`))
      const expected = KNOWN.includes(id) ? ['adapters/register.ts'] : EVERYWHERE
      expect([outside, [...before.keys()].filter((path) => !after.has(path))]).toEqual([expected, []])
      if (!KNOWN.includes(id)) expect(after.get(TYPES)).toContain(` | "${id}"`)
      for (const path of outside.filter((one) => one.endsWith('.ts') && one !== TYPES)) {
        const lines = (texts: ReadonlyMap<string, string>) => texts.get(path)!.split('\n')
        expect(lines(after).filter((line) => !line.includes(`'${id}'`) && !line.includes(`'./${id}/`))).toEqual(lines(before))
        expect(lines(after)).toHaveLength(lines(before).length + 1)
      }
    },
  )

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
      const named = ['src/routes/api-document.test.ts', 'src/rulebook/texts/outcomes.test.ts']
      const files = ['test/generated.test.ts', 'test/architecture.test.ts', ...named, ...IDS.map((id) => `adapters/${id}/`)]
      expect(await ended('node_modules/vitest/vitest.mjs', 'run', '--config', 'generated.config.ts', ...files)).toBe(0)
    },
    LONG,
  )

  test(
    'has the types and the form that are asked of all code',
    async () => {
      expect(await ended('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.generated.json')).toBe(0)
      expect(await ended('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', 'adapters', 'mocks', 'schemas')).toBe(0)
    },
    LONG,
  )
})

/** The files in which all sources are named, as small as can be, and a script that fails. */
const SHARED = {
  'schemas/source-titles.ts': 'export const sourceTitles = {\n  platform: {},\n}\n',
  'mocks/mocks.ts': 'const SOURCES = [\n] as const\n',
  '.env.example': 'PORT=\n',
  'openapi.json': '{}\n',
  'package.json': '{ "scripts": { "openapi": "exit 1" } }\n',
}

describe('the generator', () => {
  const script = `${process.cwd()}/scripts/new-source.ts`
  const register =
    "/* The register. */\nexport { courses } from './courses/index.ts'\nexport { employment } from './employment/index.ts'\nexport { penSion } from './pen-s-ion/index.ts'\n"
  let root: string
  beforeAll(async () => {
    const there = { 'adapters/diplomas/notes': '', 'mocks/egov-portal/notes': '', 'mocks/pension-fund/notes': '' }
    const shared = { 'schemas/source-titles.ts': '', 'mocks/mocks.ts': '', '.env.example': 'DATABASE_URL=\n' }
    root = await smallTree({ 'adapters/register.ts': register, ...there, ...shared })
  })
  afterAll(() => rm(root, { recursive: true }))

  test.each([
    ['no id', [], 'the id of the source is missing; --help tells'],
    ['the request itself', ['platform', '--kind', 'rest'], '«platform» means something else here'],
    ['variables of something else', ['database'], 'the variable DATABASE_URL is of something else already'],
    ['a name of code that is taken', ['pen-sion'], 'another source has the name penSion'],
    [
      'an unknown section',
      ['demo-source', '--fills', 'courses,essays'],
      '«essays» is no section that a source can fill; there are: identity ',
    ],
    ['an unknown option', ['knowledge-test', '--colour'], "Unknown option '--colour'"],
    [
      'an adapter that is there',
      ['diplomas', '--kind', 'rest'],
      'adapters/diplomas exists already; to write it again, first take away adapters/diplomas, mocks/diplomas and its line',
    ],
    ['a mock that is there', ['egov-portal', '--kind', 'rest'], 'mocks/egov-portal exists already'],
    ['a new id that is there', ['pension-fund'], 'mocks/pension-fund exists already; choose another id'],
    ['a line that is there', ['employment', '--kind', 'rest'], 'employment stands in adapters/register.ts already'],
    ['a tree in which nothing can be formatted', ['knowledge-test', '--kind', 'rest'], 'cannot be formatted'],
    ['a list that it cannot find', ['demo-source'], 'schemas/source-titles.ts has no single'],
  ])('refuses %s and writes nothing', async (_, words, why) => {
    const before = await textsIn(root)
    const { code, out, err } = await runIn(root, script, ...words)
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1])
    expect(err).toMatch(/^new:source: /)
    expect(err).toContain(why)
    expect(await textsIn(root)).toEqual(before)
  })

  test.each([
    // A file stands where the folder of the mocks is to be.
    ['a folder cannot be made', 'knowledge-test', { mocks: '' }, /^new:source: ENOTDIR/],
    // Everything is written when the document of the API is to be made again.
    ['the contract cannot be written again', 'demo-source', SHARED, /^new:source: Command failed: npm run -s openapi/],
  ])('takes back what it wrote where %s', async (_, id, files, why) => {
    const broken = await smallTree({ 'adapters/register.ts': register, 'biome.json': '{}', ...files })
    await linkPackages(broken)
    const before = await textsIn(broken)
    const { code, err } = await runIn(broken, script, id)
    expect([code, err]).toEqual([1, expect.stringMatching(why)])
    expect([await textsIn(broken), existsSync(`${broken}/adapters/${id}`)]).toEqual([before, false])
    await rm(broken, { recursive: true })
  })

  test('prints how it is called', async () => {
    const { code, out } = await runIn(root, script, '--help')
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Usage: npm run new:source -- <id> \[--kind <kind>]/)])
  })
})
