import { bend, type Spots, type WireRecord } from '../bend.ts'
import type { Sketch } from '../cast/crowd.ts'
import type { Person } from '../cast/person.ts'
import { kz1048, lossy1251, windows1251 } from '../cyrillic.ts'
import type { World } from '../world.ts'
import { COLUMNS, experiencesOf, inRussian, LOST, ofOthers, STRANGERS } from './records.ts'

/** A line of the manifest. */
interface Entry {
  readonly file: string
  readonly rows: number
  readonly sha256: string
  readonly region: string
  readonly date: string
}

/** The file of one region with its line of the manifest. */
interface RegionFile {
  readonly entry: Entry
  readonly bytes: Uint8Array<ArrayBuffer>
}

const SPOTS: Spots = {
  subject: 'IIN',
  names: ['FIO'],
  drift: 'PROTOCOL_DATE',
  typed: 'PROTOCOL_DATE',
  text: 'TOPIC_RU',
  blanks: ['TOPIC_KK', 'BIN', 'REG_NO'],
}
const DAY_MS = 86_400_000

const utf8 = (text: string) => new TextEncoder().encode(`\uFEFF${text}`) as Uint8Array<ArrayBuffer>
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array<ArrayBuffer>>> = {
  'cp1251-drop': windows1251,
  'kz-1048': kz1048,
  'lost-letters': lossy1251,
}

/** The region whose system knows windows-1251 alone: not the one of the first of the cast. */
function oldRegion({ cast, crowd }: World): string {
  return crowd.regions().findLast((region) => region !== cast[0]?.region) ?? ''
}

/** Some had their experience generalised in the region after their own. */
const ELSEWHERE = 'expert-other-region'

/** Those whose experience was generalised in a region: mostly those who teach there. */
function peopleIn(region: string, { crowd }: World): Generator<Person> {
  const regions = crowd.regions()
  const before = regions.at(regions.indexOf(region) - 1) ?? region
  const isHere = (sketch: Sketch) => (sketch.archetype === ELSEWHERE ? before : region) === sketch.region
  return crowd.people(isHere, [region, before])
}

function cell(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A line of a file. Under `split-topic` a topic of the first of the cast is not quoted, and one of the first stranger breaks the line. */
function line(row: WireRecord, scenario: string, { cast }: World): string {
  const isPlain = scenario !== 'split-topic' || (row.IIN !== cast[0]?.iin && row.IIN !== STRANGERS[0]?.IIN)
  if (isPlain) return Object.values(row).map(cell).join(';')
  const topic = row.IIN === cast[0]?.iin ? row.TOPIC_RU : 'Опыт в двух\nстроках'
  return Object.values({ ...row, TOPIC_RU: topic }).join(';')
}

function strangersUnder(scenario: string): readonly WireRecord[] {
  if (scenario === 'long-list') return [...STRANGERS, ...ofOthers()]
  return scenario === 'lost-row' ? [...STRANGERS, LOST] : STRANGERS
}

function rowsIn(region: string, scenario: string, world: World): readonly WireRecord[] {
  if (scenario === 'empty') return []
  const rows = [...peopleIn(region, world).flatMap((person) => bend(scenario, experiencesOf(person, world.today), SPOTS, ''))]
  const isOld = region === oldRegion(world)
  const all = [...(isOld ? rows.map(inRussian) : rows), ...(isOld ? bend(scenario, strangersUnder(scenario), SPOTS, '') : [])]
  return scenario === 'column-more' ? all.map((row) => ({ NO: '1', ...row, NOTE: 'мысал' })) : all
}

function headerOf(rows: readonly WireRecord[]): string {
  return Object.keys(rows[0] ?? Object.fromEntries(COLUMNS.map((name) => [name, '']))).join(';')
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fileName(region: string, date: string): string {
  return `ped_experience_${region}_${date.replaceAll('-', '')}${date && '.csv'}`
}

async function fileOf(region: string, scenario: string, world: World): Promise<RegionFile> {
  const rows = rowsIn(region, scenario, world)
  const text = `${[headerOf(rows), ...rows.map((row) => line(row, scenario, world))].join('\n')}\n`
  const encode = ENCODINGS[scenario] ?? (region === oldRegion(world) ? windows1251 : utf8)
  const bytes = encode(text)
  const today = Date.parse(`${world.today}T00:00:00Z`)
  const date = new Date(scenario === 'yesterday' ? today - DAY_MS : today).toISOString().slice(0, 10)
  const hash = await sha256(scenario === 'bad-hash' ? bytes.slice(1) : bytes)
  const count = scenario === 'rows-missing' ? rows.length + 1 : rows.length
  return { entry: { file: fileName(region, date), rows: count, sha256: hash, region, date }, bytes }
}

/** Under `region-missing` the first of the cast misses his file. */
function regionsUnder(scenario: string, { cast, crowd }: World): readonly string[] {
  return crowd.regions().filter((region) => scenario !== 'region-missing' || region !== cast[0]?.region)
}

/** The manifest of a scenario: file by file, so that never more than one of them is in memory. */
async function manifestOf(scenario: string, world: World): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const region of regionsUnder(scenario, world)) entries.push((await fileOf(region, scenario, world)).entry)
  return entries
}

/** The drops of a world. Manifests are made once, files whenever they are asked for. */
export function createDrops(world: World) {
  const manifests = new Map<string, Promise<readonly Entry[]>>()
  return {
    manifest(scenario: string): Promise<readonly Entry[]> {
      const made = manifests.get(scenario) ?? manifestOf(scenario, world)
      manifests.set(scenario, made)
      return made
    },
    /** The bytes of a file; null: there is none of this name. */
    async file(name: string, scenario: string): Promise<Uint8Array<ArrayBuffer> | null> {
      const region = regionsUnder(scenario, world).find((one) => name.startsWith(fileName(one, '')))
      const made = region === undefined ? null : await fileOf(region, scenario, world)
      return made?.entry.file === name ? made.bytes : null
    },
  }
}
