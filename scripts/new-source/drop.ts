import { indexText } from './adapter.ts'
import type { Template } from './kinds.ts'
import { peopleTest, peopleText } from './people.ts'
import type { NewSource } from './plan.ts'
import { spotsText } from './records.ts'
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
  parts: (_teacher, _today, source) => readManifest(source),
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
  })
}

const DROPS = `${use('{ z }', 'zod')}
${use('type { Verdict }', '../../schemas/source-outcome.ts')}
${use('type { Loaded, Part, Source }', '../adapter.ts')}
${use('{ toRecord }', './people.ts')}

const FOLDER = '/drops'
const SEPARATOR = ';'
/** Without this column nobody would be found, and nobody would be missed. */
const PERSON = 'IIN'
const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }
const DRIFT: Verdict = { outcome: 'unreadable', reason: 'drift' }
const Manifest = z.array(
  z.object({
    file: z.string().regex(/^[\\w-]+\\.csv$/),
    rows: z.number().int().nonnegative(),
    sha256: z.string().regex(/^[\\da-fA-F]{64}$/),
    region: z.string().regex(/^\\d{2}$/),
    date: z.iso.date(),
  }),
)

/** The file of a region: its hash is its tag. */
export interface Drop extends Part {
  readonly tag: string
  readonly file: string
  readonly rows: number
}

/** The files that there are, one for each region; a verdict where the manifest is none, or names a region twice. */
export async function readManifest(source: Source): Promise<readonly Drop[] | Verdict> {
  const { body } = await source.json({ method: 'GET', path: \`\${FOLDER}/manifest.json\` })
  const manifest = Manifest.safeParse(body)
  if (!manifest.success) return PROTOCOL
  const drops = manifest.data.map(({ file, rows, sha256, region, date }) => {
    return { scope: region, tag: sha256, asOf: \`\${date}T00:00:00.000Z\`, file, rows }
  })
  return new Set(drops.map(({ scope }) => scope)).size === drops.length ? drops : PROTOCOL
}

/** The rows of a file by the names of its header; a verdict where nobody is named, a row has other cells than the header, or rows are missing. */
export async function* readDrop({ file, rows, tag }: Drop, source: Source): AsyncGenerator<Loaded> {
  let count = 0
  for await (const part of source.table({ path: \`\${FOLDER}/\${file}\`, separator: SEPARATOR, sha256: tag })) {
    const { header, exchange } = part
    if (!header.includes(PERSON)) return yield DRIFT
    if (part.rows.some((cells) => cells.length !== header.length)) return yield PROTOCOL
    count += part.rows.length
    yield part.rows.map((cells) => toRecord(Object.fromEntries(header.map((name, place) => [name, cells[place]])), exchange))
  }
  if (count !== rows) yield PROTOCOL
}
`

const DROPS_TEST = `${use('{ expect, test }', 'vitest')}
${use('{ invented }', '../../test/support/ask-rig.ts')}
${use('{ scriptedSource }', '../../test/support/scripted-source.ts')}
${use('{ readDrop, readManifest }', './drops.ts')}

const LINE = { file: 'region-19.csv', rows: 2, sha256: 'a'.repeat(64), region: '19', date: '2026-11-01' }
const DROP = { scope: '19', tag: LINE.sha256, asOf: '2026-11-01T00:00:00.000Z', file: LINE.file, rows: LINE.rows }

function manifest(body: unknown) {
  return readManifest(scriptedSource({ json: () => body }).source)
}

/** What is loaded of a file of these rows. */
function loaded(rows: readonly (readonly string[])[], header: readonly string[] = ['IIN', 'RECORD_ID']) {
  const { source, calls } = scriptedSource({ table: () => [{ header, rows }] })
  return Array.fromAsync(readDrop(DROP, source)).then((parts) => ({ parts, calls }))
}

test('gives a part for each region, with the hash of its file as its tag', async () => {
  expect(await manifest([LINE])).toEqual([DROP])
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
  const iin = invented(7)
  const { parts, calls } = await loaded([[iin, 'r-1'], ['', 'r-2']])
  expect(parts).toMatchObject([[{ iin, value: { IIN: iin, RECORD_ID: 'r-1' } }, { iin: null, unreadable: true }]])
  expect(calls).toEqual([{ path: '/drops/region-19.csv', separator: ';', sha256: LINE.sha256 }])
})

test.each([
  ['fewer rows than announced', [['1', 'r-1']]],
  ['a row with a cell more', [['1', 'r-1'], ['2', 'r-2', 'x']]],
])('ends with a verdict at %s', async (_, rows) => {
  const { parts } = await loaded(rows)
  expect(parts.at(-1)).toEqual({ outcome: 'unreadable', reason: 'protocol' })
})

test('calls it drift where no column names a person', async () => {
  const { parts } = await loaded([[invented(7), 'r-1'], [invented(8), 'r-2']], ['PERSON', 'RECORD_ID'])
  expect(parts).toEqual([{ outcome: 'unreadable', reason: 'drift' }])
})
`

function handlers({ id }: NewSource): string {
  return `${use('{ http }', 'msw')}
${use('type { Mock }', '../mock.ts')}
${use('{ type Call, json, play }', '../play.ts')}
${use('type { World }', '../world.ts')}
${use('{ type File, filesOf }', './files.ts')}

const ID = '${id}'
const CREDENTIALS = { token: 'mock-only-${id}' }

function refused(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain' } })
}

async function manifestLine({ name, region, date, rows, bytes }: File) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return { file: name, rows, sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''), region, date }
}

async function answer({ request, scenario }: Call, world: World): Promise<Response> {
  if (request.headers.get('authorization') !== \`Token \${CREDENTIALS.token}\`) return refused(401, 'Unauthorized')
  if (scenario === 'fault-200') return json({ type: 'apiUnknownError', description: 'NullPointerException (mock)' })
  const files = filesOf(world, scenario)
  const asked = new URL(request.url).pathname.split('/').at(-1)
  if (asked === 'manifest.json') return json(await Promise.all(files.map(manifestLine)))
  const file = files.find(({ name }) => name === asked)
  return file ? new Response(file.bytes, { headers: { 'content-type': 'text/csv; charset=utf-8' } }) : refused(404, 'Not Found')
}

/** Files of delimited text with a manifest, one for each region. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: [],
  plays: [],
  open(world) {
    const drops = play(world, { source: ID, operation: 'drops', iinOf: () => null, answer: (call) => answer(call, world) })
    return { handlers: [http.get(\`*/\${ID}/drops/:file\`, drops)] }
  },
}
`
}

function files(source: NewSource): string {
  return `${use('{ bend, type Spots, type WireRecord }', '../bend.ts')}
${use('type { World }', '../world.ts')}
${use('{ recordsOf }', './records.ts')}

const SPOTS: Spots = ${spotsText(source)}

/** The file of a region. */
export interface File {
  readonly name: string
  readonly region: string
  readonly date: string
  readonly rows: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A cell; what holds the separator, a quotation mark or a line break stands in quotation marks. */
function cell(value: unknown): string {
  const text = String(value ?? '')
  return /[;"\\n]/.test(text) ? \`"\${text.replaceAll('"', '""')}"\` : text
}

/** UTF-8 with a byte order mark. */
function table(header: readonly string[], records: readonly WireRecord[]): Uint8Array<ArrayBuffer> {
  const lines = [header, ...records.map((record) => header.map((name) => record[name]))]
  return new TextEncoder().encode(\`\\uFEFF\${lines.map((cells) => cells.map(cell).join(';')).join('\\r\\n')}\\r\\n\`)
}

/** The files of all regions in which somebody lives. */
export function filesOf({ cast, today }: World, scenario: string): readonly File[] {
  const regions = [...new Set(cast.map(({ region }) => region))].sort()
  return regions.map((region) => {
    const all = cast.filter((person) => person.region === region).flatMap((person) => recordsOf(person, today))
    const records = bend(scenario, all, SPOTS, '')
    const header = Object.keys(records[0] ?? all[0] ?? {})
    return { name: \`region-\${region}.csv\`, region, date: today, rows: records.length, bytes: table(header, records) }
  })
}
`
}

/** Files of delimited text that are put down now and then, one for each region, with a manifest. */
export const drop: Template = {
  adapter: (source) => ({
    ...{ 'index.ts': index(source), 'drops.ts': DROPS, 'drops.test.ts': DROPS_TEST },
    ...{ 'people.ts': peopleText(source), 'people.test.ts': peopleTest(source) },
  }),
  mock: (source) => ({ 'handlers.ts': handlers(source), 'files.ts': files(source) }),
  told: ({ id }) => ({
    asked:
      '`Authorization: Token`. `GET /drops/manifest.json` gives [{`file`, `rows`, `sha256`, `region`, `date`}], `GET /drops/<file>` the file of a region: delimited by `;`, UTF-8 or windows-1251. A file whose hash is the kept one is not loaded again.',
    misbehaves:
      'A file that is not the one of the manifest, has fewer rows than announced or a row of other cells than the header is `protocol`; the former rows of its region then stay in use, and the other regions go on · without the file of the own region nobody is told that there is nothing · a list in which no key names the person is drift, a row without a valid number stands under everybody as unreadable.',
    settings: ['TOKEN', 'COPY_SECONDS'],
    endpoints: `\`GET /${id}/drops/manifest.json\` · \`GET /${id}/drops/<file>\`.`,
    credentials: 'The token of `handlers.ts` in `Authorization: Token`; another caller gets 401 in plain text.',
    scenarios: 'All of the road.',
  }),
}
