import type { NewSource } from './plan.ts'
import { spotsText } from './records.ts'
import { use } from './text.ts'

/** `handlers.ts` of the mock of a drop. */
export function dropHandlers({ id }: NewSource): string {
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

/** `files.ts` of the mock of a drop. */
export function dropFiles(source: NewSource): string {
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
