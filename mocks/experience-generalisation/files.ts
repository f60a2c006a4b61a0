import { bend, type Spots, type WireRecord } from '../bend.ts'
import type { Person } from '../cast/person.ts'
import { kz1048, lossy1251, windows1251 } from '../cyrillic.ts'
import type { World } from '../world.ts'
import { COLUMNS, experiencesOf, inRussian, LOST, STRANGERS } from './records.ts'

/** The file of one region with its line of the manifest. */
export interface RegionFile {
  readonly entry: { readonly file: string; readonly rows: number; readonly sha256: string; readonly region: string; readonly date: string }
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

/** The regions that send a file: all where somebody of the cast teaches. */
function regionsOf({ cast }: World): readonly string[] {
  return [...new Set(cast.map(({ region }) => region))].sort()
}

/** The region whose system knows windows-1251 alone: not the one of the first of the cast. */
function oldRegion(world: World): string {
  return regionsOf(world).findLast((region) => region !== world.cast[0]?.region) ?? ''
}

/** Where the experience of a person was generalised: mostly where he teaches. */
function placeOf(person: Person, world: World): string {
  if (person.archetype !== 'expert-other-region') return person.region
  return regionsOf(world).find((region) => region !== person.region) ?? person.region
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

function rowsIn(region: string, scenario: string, world: World): readonly WireRecord[] {
  if (scenario === 'empty') return []
  const mine = world.cast.filter((person) => placeOf(person, world) === region)
  const rows = mine.flatMap((person) => bend(scenario, experiencesOf(person, world.today), SPOTS, ''))
  const isOld = region === oldRegion(world)
  const strangers = scenario === 'lost-row' ? [...STRANGERS, LOST] : STRANGERS
  const all = [...(isOld ? rows.map(inRussian) : rows), ...(isOld ? bend(scenario, strangers, SPOTS, '') : [])]
  return scenario === 'column-more' ? all.map((row) => ({ NO: '1', ...row, NOTE: 'мысал' })) : all
}

function headerOf(rows: readonly WireRecord[]): string {
  return Object.keys(rows[0] ?? Object.fromEntries(COLUMNS.map((name) => [name, '']))).join(';')
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
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
  const file = `ped_experience_${region}_${date.replaceAll('-', '')}.csv`
  return { entry: { file, rows: count, sha256: hash, region, date }, bytes }
}

/** The files that there are under a scenario. Under `region-missing` the first of the cast misses his. */
export function filesUnder(scenario: string, world: World): Promise<readonly RegionFile[]> {
  const missing = scenario === 'region-missing' ? world.cast[0]?.region : undefined
  const regions = regionsOf(world).filter((region) => region !== missing)
  return Promise.all(regions.map((region) => fileOf(region, scenario, world)))
}
