import { eleventhDigitTypo } from './cast/numbers.ts'

/** A record as it will be written on the wire. `undefined` leaves the key out, null writes nil. */
export type WireRecord = Readonly<Record<string, unknown>>

/** Where a source's records hold what scenarios bend; paths like `holder.iin`. */
export interface Spots {
  readonly subject: string
  readonly names: readonly string[]
  /** A mandatory key that a drift renames. */
  readonly drift: string
  /** A key that gets a value of a wrong type. */
  readonly typed: string
  readonly text: string
  readonly blanks: readonly string[]
}

function withAt(record: WireRecord, path: string, change: (value: unknown) => unknown): WireRecord {
  const [key = '', ...rest] = path.split('.')
  const value = record[key]
  if (rest.length === 0) return { ...record, [key]: change(value) }
  return typeof value === 'object' && value !== null ? { ...record, [key]: withAt(value as WireRecord, rest.join('.'), change) } : record
}

function renamed(record: WireRecord, key: string): WireRecord {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name === key ? `${key}New` : name, value]))
}

const utf8 = new TextEncoder()

/** Text whose UTF-8 bytes were taken for Latin-1 letters. */
export function mojibake(text: string): string {
  return [...utf8.encode(text)].map((byte) => String.fromCharCode(byte)).join('')
}

type Bend = (record: WireRecord, spots: Spots, place: number, foreign: string) => WireRecord

const text = (change: (value: string) => unknown) => (value: unknown) => (typeof value === 'string' ? change(value) : value)
const inNames = (record: WireRecord, { names }: Spots, change: (value: string) => unknown) =>
  names.reduce((bent, path) => withAt(bent, path, text(change)), record)

const BENDS: Readonly<Record<string, Bend>> = {
  drifted: (record, { drift }) => renamed(record, drift),
  'wrong-type': (record, { typed }, place) => (place === 0 ? withAt(record, typed, () => ({ unexpected: 'shape' })) : record),
  'wrong-person': (record, { subject }, _place, foreign) => withAt(record, subject, () => foreign),
  'digit-11': (record, { subject }) => withAt(record, subject, text(eleventhDigitTypo)),
  'no-subject': (record, { subject }) => withAt(record, subject, () => undefined),
  mojibake: (record, spots) => inNames(record, spots, mojibake),
  'corrupted-names': (record, spots) => inNames(record, spots, (name) => name.replace(/[ӘҒҚҢӨҰҮҺ]/gu, '?').replace(/^./u, '?')),
  'ctrl-chars': (record, spots) =>
    withAt(
      record,
      spots.text,
      text((value) => `${value.slice(0, 1)}\u0001${value.slice(1)}`),
    ),
  'nil-and-blank': (record, { blanks }) =>
    blanks.reduce((bent, path, index) => withAt(bent, path, () => [null, '', '-'][index % 3]), record),
  'iin-number': (record, { subject }) =>
    withAt(
      record,
      subject,
      text((iin) => iin.replace(/^0+/, '')),
    ),
}

/** The records of an answer under a scenario. `foreign` is somebody else's number. */
export function bend(scenario: string, records: readonly WireRecord[], spots: Spots, foreign: string): readonly WireRecord[] {
  if (scenario === 'empty') return []
  if (scenario === 'duplicates') return [...records, ...records]
  const one = BENDS[scenario]
  if (!one) return records
  const bent = records.map((record, place) => one(record, spots, place, foreign))
  // One bad record beside a good one: a neighbour must be there to be spared.
  return scenario === 'wrong-type' && bent.length === 1 ? [...bent, ...records] : bent
}
