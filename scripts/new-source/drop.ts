import { indexText } from './adapter.ts'
import { dropFiles, dropHandlers } from './drop-mock.ts'
import type { Template } from './kinds.ts'
import { peopleTest, peopleText } from './people.ts'
import type { NewSource } from './plan.ts'
import { use } from './text.ts'

function index(source: NewSource): string {
  return indexText(source, {
    imports: `${use('type { Adapter, Snapshot }', '../adapter.ts')}
${use('{ type Drop, readDrop, readManifest }', './drops.ts')}
${use('{ rowKeys, teacherKeys }', './people.ts')}`,
    body: `const delivery: Snapshot<Drop> = {
  kind: 'snapshot',
  renewed: 'by_schedule',
  youngSeconds: 3600,
  parts: (_teacher, today, source) => readManifest(source, today),
  load: (part, _kept, source) => readDrop(part, source),
  only: () => null,
  home: ({ region }) => region,
  keys: rowKeys,
  asked: teacherKeys,
}`,
    about: 'files of regions with a manifest',
    service: `'${source.id}'`,
    access: `{ kind: 'header', name: 'Authorization', scheme: 'Token' }`,
    delivery: 'delivery',
    probe: `{ method: 'GET', path: '/drops/manifest.json' }`,
  })
}

const DROPS = `${use('{ z }', 'zod')}
${use('type { Verdict }', '../../schemas/source-outcome.ts')}
${use('type { Exchange, Loaded, Part, RawRecord, Source }', '../adapter.ts')}
${use('{ readableIn, toRecord }', './people.ts')}

const FOLDER = '/drops'
const SEPARATOR = ';'
/** Without this column nobody would be found, and nobody would be missed. */
const PERSON = 'IIN'
const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }
const DRIFT: Verdict = { outcome: 'unreadable', reason: 'drift' }
const Entry = z.object({
  file: z.string().regex(/^[\\w-]+\\.csv$/),
  rows: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[\\da-f]{64}$/i),
  region: z.string().regex(/^\\d{2}$/),
  date: z.iso.date(),
})
const Manifest = z.array(Entry)

/** The file of a region: its hash is its tag. */
export interface Drop extends Part {
  readonly tag: string
  readonly file: string
  readonly rows: number
}

/** The beginning of a day in Kazakhstan, which has one time zone. */
function beginningOf(day: string): string {
  return new Date(\`\${day}T00:00:00+05:00\`).toISOString()
}

/** A day that has not come yet says nothing of the age of a file. */
function toDrop({ file, rows, sha256, region, date }: z.infer<typeof Entry>, today: string): Drop {
  return { scope: region, tag: sha256.toLowerCase(), asOf: date > today ? null : beginningOf(date), file, rows }
}

/** The files that there are, one for each region; a verdict where the manifest is none, or names a region twice. */
export async function readManifest(source: Source, today: string): Promise<readonly Drop[] | Verdict> {
  const { body } = await source.json({ method: 'GET', path: \`\${FOLDER}/manifest.json\` })
  const manifest = Manifest.safeParse(body)
  if (!manifest.success) return PROTOCOL
  const drops = manifest.data.map((entry) => toDrop(entry, today))
  return new Set(drops.map(({ scope }) => scope)).size === drops.length ? drops : PROTOCOL
}

/** The record of a row, its cells by the names of the header. A row of another width is shifted somewhere: nothing of it is read but whom it may be about. */
function recordOf(cells: readonly string[], header: readonly string[], exchange: Exchange): RawRecord {
  if (cells.length !== header.length) return { value: { [PERSON]: cells[header.indexOf(PERSON)] }, iin: null, exchange, unreadable: true }
  return toRecord(Object.fromEntries(header.map((name, place) => [name, cells[place]])), exchange)
}

/** The rows of a file; a verdict where no row names anybody readably, or at its end where it has another number of rows than announced. */
export async function* readDrop({ file, rows, tag }: Drop, source: Source): AsyncGenerator<Loaded> {
  let [sent, readable] = [0, 0]
  for await (const part of source.table({ path: \`\${FOLDER}/\${file}\`, separator: SEPARATOR, sha256: tag })) {
    const { header, exchange } = part
    if (!header.includes(PERSON)) return yield DRIFT
    const records = part.rows.map((cells) => recordOf(cells, header, exchange))
    sent += records.length
    readable += readableIn(records)
    yield records
  }
  if (sent !== rows) return yield PROTOCOL
  if (sent > 0 && readable === 0) yield DRIFT
}
`

const DROPS_TEST = `${use('{ expect, test }', 'vitest')}
${use('{ invented }', '../../test/support/ask-rig.ts')}
${use('{ scriptedSource }', '../../test/support/scripted-source.ts')}
${use('{ readDrop, readManifest }', './drops.ts')}
${use('{ rowKeys }', './people.ts')}

const LINE = { file: 'region-19.csv', rows: 2, sha256: 'a'.repeat(64), region: '19', date: '2026-11-01' }
const DROP = { scope: '19', tag: LINE.sha256, asOf: '2026-10-31T19:00:00.000Z', file: LINE.file, rows: LINE.rows }
const MINE = [invented(7), 'r-1']

function manifest(body: unknown) {
  return readManifest(scriptedSource({ json: () => body }).source, '2026-11-01')
}

/** What is loaded of a file of these rows. */
function loaded(rows: readonly (readonly string[])[], header: readonly string[] = ['IIN', 'RECORD_ID']) {
  const { source, calls } = scriptedSource({ table: () => [{ header, rows }] })
  return Array.fromAsync(readDrop(DROP, source)).then((parts) => ({ parts, calls }))
}

test('gives a part for each region, with the hash of its file as its tag and the beginning of its day', async () => {
  expect(await manifest([{ ...LINE, sha256: 'A'.repeat(64) }])).toEqual([DROP])
})

test('tells nothing of the age of a file whose day has not come', async () => {
  expect(await manifest([{ ...LINE, date: '2026-11-02' }])).toEqual([{ ...DROP, asOf: null }])
})

test.each([
  ['no list', { files: [] }],
  ['a file outside of the folder', [{ ...LINE, file: '../19.csv' }]],
  ['a file without a hash', [{ ...LINE, sha256: '' }]],
  ['a day that does not exist', [{ ...LINE, date: '2026-02-30' }]],
  ['a region twice', [LINE, { ...LINE, file: 'more-19.csv' }]],
])('refuses a manifest of %s', async (_, body) => {
  expect(await manifest(body)).toEqual({ outcome: 'unreadable', reason: 'protocol' })
})

test('names cells by the header', async () => {
  const { parts, calls } = await loaded([MINE, ['', 'r-2']])
  expect(parts).toMatchObject([[{ iin: MINE[0], value: { IIN: MINE[0], RECORD_ID: 'r-1' } }, { iin: null }]])
  expect(calls).toEqual([{ path: '/drops/region-19.csv', separator: ';', sha256: LINE.sha256 }])
})

test.each([
  ['more', [invented(8), 'r', '2']],
  ['less', [invented(8)]],
])('takes a row with a cell %s for one that cannot be read, and reads the others', async (_, row) => {
  const { parts } = await loaded([MINE, row])
  expect(parts).toMatchObject([[{ iin: MINE[0] }, { value: { IIN: invented(8) }, iin: null, unreadable: true }]])
  expect(rowKeys({ IIN: row[0] })).toEqual([invented(8)])
})

test.each([1, 3])('ends with a verdict where two rows were announced and %i came', async (count) => {
  const { parts } = await loaded(Array.from({ length: count }, () => MINE))
  expect(parts.at(-1)).toEqual({ outcome: 'unreadable', reason: 'protocol' })
})

test.each([
  ['no column names a person', 'PERSON', invented(7)],
  ['no row has a number that is not masked', 'IIN', '************'],
])('calls it drift where %s', async (_, column, cell) => {
  const { parts } = await loaded([[cell, 'r-1'], [cell, 'r-2']], [column, 'RECORD_ID'])
  expect(parts.at(-1)).toEqual({ outcome: 'unreadable', reason: 'drift' })
})
`

/** Files of delimited text that are put down now and then, one for each region, with a manifest. */
export const drop: Template = {
  adapter: (source) => ({
    ...{ 'index.ts': index(source), 'drops.ts': DROPS, 'drops.test.ts': DROPS_TEST },
    ...{ 'people.ts': peopleText(source), 'people.test.ts': peopleTest(source) },
  }),
  mock: (source) => ({ 'handlers.ts': dropHandlers(source), 'files.ts': dropFiles(source) }),
  told: ({ id }) => ({
    asked:
      '`Authorization: Token`. `GET /drops/manifest.json` gives [{`file`, `rows`, `sha256`, `region`, `date`}], `GET /drops/<file>` the file of a region: delimited by `;`, UTF-8 or windows-1251. A file whose hash is the kept one is not loaded again.',
    misbehaves:
      'A file that is not the one of the manifest or has another number of rows than announced is `protocol`; the former rows of its region then stay in use, and the other regions go on · a row of other cells than the header is one record that cannot be read · without the file of the own region nobody is told that there is nothing · a row without a valid number is nobody’s and kept out of all answers; a file in which no row has one is drift.',
    settings: ['TOKEN', 'COPY_SECONDS'],
    endpoints: `\`GET /${id}/drops/manifest.json\` · \`GET /${id}/drops/<file>\`.`,
    credentials: 'The token of `handlers.ts` in `Authorization: Token`; another caller gets 401 in plain text.',
    scenarios: 'All of the road.',
  }),
}
