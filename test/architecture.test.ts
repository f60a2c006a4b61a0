import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { adapters } from '../adapters/index.ts'
import { prefixOf } from '../src/config.ts'
import { faultsOf, forbidden, type Import, importsOf, isTest, reachable } from './support/architecture.ts'

const files = globSync('{*.ts,{schemas,adapters,mocks,src,test,scripts}/**/*.ts}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))
const imports = files.flatMap(({ path, text }) => importsOf(path, text))
const foldersIn = (place: string) => new Set(globSync(`${place}/*/index.ts`).map((path) => path.split('/')[1]))

describe('the repository', () => {
  test('keeps every import within the table', () => {
    expect(forbidden(imports)).toEqual([])
  })

  test('resolves every relative import to a file that exists', () => {
    const paths = new Set(files.map(({ path }) => path))
    expect(imports.filter(({ to }) => to.endsWith('.ts') && !paths.has(to))).toEqual([])
  })

  test('keeps length, name, exports and environment of every file', () => {
    expect(files.flatMap(({ path, text }) => faultsOf(path, text))).toEqual([])
  })

  test('keeps the median file short', () => {
    const lengths = files.filter(({ path }) => !isTest(path)).map(({ text }) => text.trimEnd().split('\n').length)
    expect(lengths.sort((one, other) => one - other)[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60)
  })

  test('registers every adapter folder under its own name', () => {
    expect(new Set(adapters.map(({ id }) => id))).toEqual(foldersIn('adapters'))
  })

  test('plays every registered source in a mock folder of the same id', () => {
    const played = new Set(globSync('mocks/*/handlers.ts').map((path) => path.split('/')[1]))
    expect(adapters.map(({ id }) => id).filter((id) => !played.has(id))).toEqual([])
  })

  test('shows the settings of every registered source in the example', () => {
    const example = readFileSync('.env.example', 'utf8')
    expect(adapters.map(({ id }) => id).filter((id) => !example.includes(`\n${prefixOf(id)}URL=`))).toEqual([])
  })

  test('keeps recordings, conformance and the command line out of the Worker', () => {
    const reached = [...reachable('src/worker.ts', imports)].filter((path) => /^src\/(?:cassettes|conformance|cli)\//.test(path))
    expect(reached).toEqual(['src/cassettes/mode.ts'])
  })

  test('keeps modules of Node that workerd lacks out of the Worker', () => {
    const reached = [...reachable('src/worker.ts', imports)].filter((name) => name.startsWith('node:'))
    expect(
      reached.filter(
        (name) => !['node:crypto', 'node:zlib', 'node:buffer', 'node:util', 'node:stream', 'node:timers/promises'].includes(name),
      ),
    ).toEqual([])
  })
})

const line = (from: string, to: string, typeOnly = false, lazy = false): Import => ({ from, to, typeOnly, lazy })

const REFUSED = [
  line('schemas/fact.ts', 'src/ports.ts'),
  line('schemas/fact.ts', 'hono'),
  line('adapters/adapter.ts', 'adapters/index.ts'),
  line('adapters/diplomas/index.ts', 'adapters/egov-portal/wire.ts'),
  line('adapters/diplomas/index.ts', 'src/ports.ts', true),
  line('adapters/diplomas/index.ts', 'undici'),
  line('adapters/diplomas/index.ts', 'node:crypto'),
  line('mocks/diplomas/handlers.ts', 'adapters/diplomas/wire.ts', true),
  line('mocks/diplomas/handlers.ts', 'schemas/wire.ts'),
  line('mocks/diplomas/handlers.ts', 'mocks/egov-portal/records.ts'),
  line('src/portfolio/merge.ts', 'src/ports.ts'),
  line('src/portfolio/merge.ts', 'adapters/adapter.ts'),
  line('src/portfolio/merge.ts', 'src/sources/ask.ts'),
  line('src/rulebook/index.ts', 'hono'),
  line('src/sources/ask.ts', 'adapters/diplomas/index.ts', true),
  line('src/sources/ask.ts', 'src/portfolio/plan.ts'),
  line('src/sources/ask.ts', 'undici'),
  line('src/routes/read.ts', 'src/sources/http-undici.ts'),
  line('src/routes/read.ts', 'src/store/pglite.ts'),
  line('src/app.ts', 'node:fs'),
  line('src/node.ts', 'mocks/host.ts'),
  line('src/collect.ts', 'adapters/index.ts'),
  line('src/collect.ts', 'src/store/postgres.ts'),
  line('src/log.ts', 'pino'),
  line('src/cassettes/replay.ts', 'node:fs'),
  line('src/cassettes/recorder.ts', 'src/cassettes/folder.ts'),
  line('src/cli/run.ts', 'hono'),
  line('src/cli/run.ts', 'src/portfolio/explain.ts'),
  line('src/cli/index.ts', 'src/config.ts', true),
  line('src/cli/run.ts', 'src/conformance/entry.ts'),
  line('src/cli/run.ts', 'src/conformance/report.ts', false, true),
  line('src/conformance/survey.ts', 'adapters/index.ts'),
  line('src/node.ts', 'src/cli/run.ts'),
  line('scripts/token.ts', 'src/cli/run.ts'),
]

const ALLOWED = [
  line('adapters/diplomas/index.ts', 'adapters/diplomas/wire.ts'),
  line('adapters/diplomas/index.test.ts', 'src/ports.ts'),
  line('mocks/diplomas/handlers.ts', 'msw'),
  line('mocks/diplomas/handlers.ts', 'mocks/cast/index.ts'),
  line('src/portfolio/assemble.ts', 'src/sources/ask.ts'),
  line('src/portfolio/merge.ts', 'adapters/adapter.ts', true),
  line('src/sources/run.ts', 'p-retry'),
  line('src/cassettes/folder.ts', 'node:fs/promises'),
  line('src/node.ts', 'src/sources/http-undici.ts'),
  line('src/sources/http-undici.ts', 'undici'),
  line('src/cli/run.ts', 'schemas/portfolio.ts'),
  line('src/cli/index.ts', 'node:util'),
  line('src/cli/conformance.ts', 'src/conformance/entry.ts', false, true),
  line('src/cli/conformance.ts', 'src/conformance/entry.ts', true),
  line('src/conformance/entry.ts', 'adapters/index.ts'),
]

describe('reading import lines', () => {
  test.each([
    ['a line', "import { a } from './b.ts'", { to: 'adapters/x/b.ts' }],
    ['a type', "import type { A } from '../adapter.ts'", { to: 'adapters/adapter.ts', typeOnly: true }],
    ['a line that goes on', "import {\n  a,\n  b,\n} from 'zod'", { to: 'zod' }],
    ['an export', "export * from './b.ts'", { to: 'adapters/x/b.ts' }],
    ['a side effect', "import 'zod'", { to: 'zod' }],
    ['a dynamic import', "const a = await import('undici')", { to: 'undici', lazy: true }],
  ])('reads %s', (_, text, read) => {
    expect(importsOf('adapters/x/index.ts', text)).toEqual([{ from: 'adapters/x/index.ts', typeOnly: false, lazy: false, ...read }])
  })
})

describe('the table', () => {
  test.each(REFUSED)('refuses $from → $to', (one) => {
    expect(forbidden([one])).not.toEqual([])
  })

  test.each(ALLOWED)('allows $from → $to', (one) => {
    expect(forbidden([one])).toEqual([])
  })

  test.each([
    ['a long file', 'src/a.ts', 'a\n'.repeat(251)],
    ['a long function', 'src/a.ts', `export async function a() {\n${'  a()\n'.repeat(59)}}\n`],
    ['a long function inside', 'src/a.ts', `const b = () => {\n  function a() {\n${'    a()\n'.repeat(59)}  }\n}\n`],
    ['a long contract', 'adapters/adapter.ts', 'a\n'.repeat(46)],
    ['a long line of stages', 'src/portfolio/assemble.ts', 'a\n'.repeat(41)],
    ['a name that says nothing', 'src/sources/xml-utils.ts', ''],
    ['a default export', 'src/app.ts', 'export default 1'],
    ['a look at the environment', 'src/app.ts', 'process.env.HOME'],
    ['a look at the environment in the command line', 'src/cli/run.ts', 'process.env.HOME'],
  ])('refuses %s', (_, path, text) => {
    expect(faultsOf(path, text)).toHaveLength(1)
  })

  test.each([
    ['a function that is long enough', 'src/a.ts', `function a() {\n${'  a()\n'.repeat(58)}}\n`],
    ['two short ones', 'src/a.ts', `function a() {\n${'  a()\n'.repeat(40)}}\n`.repeat(2)],
  ])('allows %s', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })

  test('follows imports through files, but neither types nor what is loaded on demand', () => {
    const chain = [
      line('a.ts', 'b.ts'),
      line('b.ts', 'node:fs'),
      line('a.ts', 'c.ts', true),
      line('c.ts', 'node:net'),
      line('b.ts', 'd', false, true),
    ]
    expect([...reachable('a.ts', chain)]).toEqual(['a.ts', 'b.ts', 'node:fs'])
  })
})
