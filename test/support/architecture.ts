import { posix } from 'node:path'

/*
 * Who may import whom (architecture page, 4): a table of rules over import lines, and rules over single files. Test files may import
 * what they test, so they are looked at only for their size and name.
 */

/** One import line: paths from the root of the repository, or the name of a package. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
  /** Loaded only where the code asks for it. */
  readonly lazy: boolean
}

/** A line of the table: the imports of these files, and whether one of them is allowed. */
interface Rule {
  readonly name: string
  readonly files: RegExp
  readonly allows: (line: Import) => boolean
}

const LINES = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

/** The import lines of a file, static and dynamic. */
export function importsOf(from: string, text: string): readonly Import[] {
  return [...text.matchAll(LINES)].map(([, type, fixed, dynamic]) => {
    const name = fixed ?? dynamic ?? ''
    const to = name.startsWith('.') ? posix.join(posix.dirname(from), name) : name
    return { from, to, typeOnly: type !== undefined, lazy: dynamic !== undefined }
  })
}

const any =
  (...patterns: readonly RegExp[]) =>
  ({ to }: Import) =>
    patterns.some((pattern) => pattern.test(to))
const none =
  (...patterns: readonly RegExp[]) =>
  (line: Import) =>
    !any(...patterns)(line)
/** The folder of a source: `adapters/<id>/` or `mocks/<id>/`. */
const folderOf = (path: string) => path.split('/').slice(0, 2).join('/')

const ENTRIES = /^(?:src\/(?:node|worker|watchdog-thread)\.ts|scripts\/)/
const CONTRACT_TYPES = ({ to, typeOnly }: Import) => typeOnly && to === 'adapters/adapter.ts'
/** What the command line does by itself: loaded only when it is asked for, so that no other command waits for it. */
const LOCAL_COMMANDS = /^src\/(?:conformance|cassettes)\/entry\.ts$/
const DRIVERS = /^src\/(?:sources\/(?:http-undici|signature-thread)|store\/(?:pglite|postgres)|log-[a-z]+)\.ts$/
/** Packages that open a connection or a file, with the only files that may import them. */
const DRIVER_PACKAGES: readonly (readonly [RegExp, RegExp])[] = [
  [/^undici$/, /^src\/sources\/http-undici\.ts$/],
  [/^piscina$/, /^src\/sources\/signature-thread\.ts$/],
  [/^pino$/, /^src\/log-[a-z]+\.ts$/],
  [/^(?:@electric-sql\/pglite|drizzle-orm\/pglite)/, /^src\/store\/pglite\.ts$/],
  [/^postgres$/, /^src\/store\/postgres\.ts$/],
  [/^xml2js$/, /^(?:src\/sources\/xml\.ts|mocks\/shep\/)/],
  [/^@hono\/node-server$/, /^(?:src\/node|mocks\/listen)\.ts$/],
]

/** The table. A file may stand under several lines: all of them hold. */
const TABLE: readonly Rule[] = [
  { name: 'schemas know only zod and each other', files: /^schemas\//, allows: any(/^zod$/, /^schemas\//) },
  {
    name: 'the adapter contract knows only the schemas',
    files: /^adapters\/(?!index|register)[a-z-]+\.ts$/,
    allows: any(/^zod$/, /^schemas\//, /^adapters\/(?!index|register)[a-z-]+\.ts$/),
  },
  { name: 'the register knows only adapters', files: /^adapters\/(?:index|register)\.ts$/, allows: any(/^adapters\//) },
  {
    name: 'an adapter knows the contract, the schemas and its own folder',
    files: /^adapters\/[^/]+\//,
    allows: (line) => any(/^zod$/, /^schemas\//, /^adapters\/adapter\.ts$/)(line) || folderOf(line.to) === folderOf(line.from),
  },
  { name: 'mocks share nothing with our side', files: /^mocks\//, allows: none(/^(?:adapters|schemas|src|test)\//) },
  {
    name: 'a mock knows no other mock',
    files: /^mocks\/(?!cast|shep|faults)[^/]+\//,
    allows: (line) =>
      any(/^(?:msw|hono)\b/, /^mocks\/(?:cast|shep|faults)\//, /^mocks\/[a-z-]+\.ts$/)(line) || folderOf(line.to) === folderOf(line.from),
  },
  {
    name: 'the pure core knows the schemas, the contract and itself',
    files: /^src\/(?:portfolio|rulebook)\//,
    allows: (line) =>
      any(/^zod$/, /^schemas\//, /^src\/(?:portfolio|rulebook)\//)(line) ||
      CONTRACT_TYPES(line) ||
      (line.from === 'src/portfolio/assemble.ts' && line.to === 'src/sources/ask.ts'),
  },
  {
    name: 'asking knows no concrete adapter and no stage after it',
    files: /^src\/sources\//,
    allows: (line) =>
      CONTRACT_TYPES(line) ||
      any(/^[@a-z](?!.*\.ts$)/, /^schemas\//, /^src\/sources\//, /^src\/ports\.ts$/, /^src\/store\/store\.ts$/)(line),
  },
  {
    name: 'routes and pages reach sources and stores only through Deps',
    files: /^src\/(?:routes|pages|middleware|problems)\/|^src\/app\.ts$/,
    allows: none(/^adapters\/(?!adapter\.ts)/, /^src\/sources\//, /^src\/store\/(?!store\.ts)/, /^node:/),
  },
  {
    name: 'the command line knows the schemas, Node and its own folder: all else it asks of a running gateway, or loads on demand',
    files: /^src\/cli\//,
    allows: (line) => any(/^node:/, /^schemas\//, /^src\/cli\//)(line) || ((line.lazy || line.typeOnly) && LOCAL_COMMANDS.test(line.to)),
  },
  {
    name: 'cassettes are recorded, redacted and replayed without a disk: only the driver files know one',
    files: /^src\/cassettes\/(?!folder|open|entry|cases|saved-test)/,
    allows: none(/^node:(?!buffer|crypto|zlib)/, /^src\/cassettes\/(?:folder|open)\.ts$/, /^src\/store\/key-file\.ts$/),
  },
  { name: 'the command line is an entry of its own', files: /^(?!src\/cli\/)/, allows: none(/^src\/cli\//) },
  { name: 'production never ships mocks or tests', files: /^(?:src|adapters|schemas)\//, allows: none(/^(?:mocks|test)\//) },
  {
    name: 'only the entries know the register of adapters',
    files: /^src\/(?!node\.ts|worker\.ts|conformance\/entry\.ts|cassettes\/entry\.ts)/,
    allows: none(/^adapters\/(?:(?:index|register)\.ts$|[^/]+\/)/),
  },
  {
    name: 'a driver package is imported in its driver file alone',
    files: /./,
    allows: ({ from, to, typeOnly }) => typeOnly || DRIVER_PACKAGES.every(([name, file]) => !name.test(to) || file.test(from)),
  },
  {
    name: 'driver files are imported by the entries alone',
    files: /^(?:src|adapters|schemas)\//,
    allows: ({ from, to, typeOnly }) => typeOnly || !DRIVERS.test(to) || ENTRIES.test(from) || DRIVERS.test(from),
  },
]

/** Whether a file is a test, or code that only tests run. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/') || path.startsWith('src/store/contract/')
}

/** What breaks the table, one line each. */
export function forbidden(imports: readonly Import[]): readonly string[] {
  return imports
    .filter(({ from }) => !isTest(from))
    .flatMap((line) =>
      TABLE.filter((rule) => rule.files.test(line.from) && !rule.allows(line)).map(({ name }) => `${line.from} → ${line.to}: ${name}`),
    )
}

/** Everything that loading a file loads, directly or through others. Types leave no trace at run time. */
export function reachable(start: string, imports: readonly Import[]): ReadonlySet<string> {
  const reached = new Set([start])
  for (const path of reached) for (const line of imports) if (line.from === path && !line.typeOnly && !line.lazy) reached.add(line.to)
  return reached
}

const MOST_LINES = 250
const SHORT_FILES: Readonly<Record<string, number>> = { 'adapters/adapter.ts': 45, 'src/portfolio/assemble.ts': 40 }
const DATA = /^(?:src\/(?:store\/migrations|rulebook\/order-[^/]+)\/|test\/golden\/cases-)/
const READS_ENVIRONMENT = /^(?:src\/(?:node|worker|cli\/index)\.ts|scripts\/|mocks\/(?:serve|demo)\.ts)|\.config\.ts$/

const MOST_FUNCTION_LINES = 60
/** A function that has a name, from its first line to the brace that stands under it: the formatter sees to that. */
const FUNCTIONS = /^( *)(?:export )?(?:(?:async )?function\*? (\w+)|const (\w+)[^\n]*=> \{$)[\s\S]*?^\1\}\)*$/gm

/** Functions that are too long, by name. */
function longFunctions(text: string): readonly string[] {
  const lengths = [...text.matchAll(FUNCTIONS)].map(([whole, , name, constant]) => [name ?? constant, whole.split('\n').length] as const)
  return lengths.flatMap(([name, lines]) =>
    lines > MOST_FUNCTION_LINES ? [`${name} has ${lines} lines, at most ${MOST_FUNCTION_LINES}`] : [],
  )
}

/** What is wrong with a file by itself: its length and that of its functions, its name, a default export, a look at the environment. */
export function faultsOf(path: string, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n').length
  const most = DATA.test(path) ? Number.POSITIVE_INFINITY : (SHORT_FILES[path] ?? MOST_LINES)
  const faults = {
    [`${lines} lines, at most ${most}`]: lines > most,
    'a name that says nothing': /(?:^|[/-])(?:utils?|helpers?|common)(?:[/.-]|$)/.test(path),
    'a default export': /^export default/m.test(text) && !/^src\/worker\.ts$|\.config\.ts$/.test(path),
    'a look at the environment': /\bprocess\.env\b/.test(text) && !isTest(path) && !READS_ENVIRONMENT.test(path),
  }
  const found = Object.entries(faults).flatMap(([fault, is]) => (is ? [fault] : []))
  return [...found, ...(isTest(path) ? [] : longFunctions(text))].map((fault) => `${path}: ${fault}`)
}
