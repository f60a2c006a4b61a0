import type { Spots, WireRecord } from './bend.ts'
import { eleventhDigitTypo } from './cast/numbers.ts'

/* What scenarios do to one record. */

type Bend = (record: WireRecord, spots: Spots, place: number, foreign: string) => WireRecord

function withAt(record: WireRecord, path: string, change: (value: unknown) => unknown): WireRecord {
  const [key = '', ...rest] = path.split('.')
  const value = record[key]
  if (rest.length === 0) return { ...record, [key]: change(value) }
  return typeof value === 'object' && value !== null ? { ...record, [key]: withAt(value as WireRecord, rest.join('.'), change) } : record
}

function renamed(record: WireRecord, key: string, other: string): WireRecord {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name === key ? other : name, value]))
}

const utf8 = new TextEncoder()

/** Text whose UTF-8 bytes were taken for Latin-1 letters. */
export function mojibake(text: string): string {
  return [...utf8.encode(text)].map((byte) => String.fromCharCode(byte)).join('')
}

const text = (change: (value: string) => unknown) => (value: unknown) => (typeof value === 'string' ? change(value) : value)
const inNames = (record: WireRecord, { names }: Spots, change: (value: string) => unknown) =>
  names.reduce((bent, path) => withAt(bent, path, text(change)), record)
const inText = (record: WireRecord, path: string, change: (value: string) => unknown) => withAt(record, path, text(change))

/** A person number after a spreadsheet: a number, so without its zeros, and with the end of a decimal. */
export const asDecimal = (iin: string) => (/^\d+$/.test(iin) ? `${Number(iin)}.0` : iin)

const [CYRILLIC, LATIN] = ['АВСЕНІКМОРТХасеорх', 'ABCEHIKMOPTXaceopx']
const [KAZAKH, RUSSIAN] = ['ӘҒҚҢӨҰҮҺІәғқңөұүһі', 'АГКНОУУХИагкноуухи']
const swapped = (from: string, to: string) => (value: string) => [...value].map((letter) => to[from.indexOf(letter)] ?? letter).join('')

/** A day as `yyyy-MM-dd`, whether it came so, with a zone or with the day first. */
function isoDay(day: string): string {
  return /^\d{2}\./.test(day) ? day.slice(0, 10).split('.').reverse().join('-') : day.slice(0, 10)
}
const dayFirst = (day: string) => isoDay(day).split('-').reverse().join('.')

const ZOO: readonly ((day: string) => string)[] = [
  (day) => `${dayFirst(day)} 00:00`,
  (day) => `${isoDay(day)}T00:00:00`,
  (day) => `${isoDay(day)}T00:00:00.000+05:00`,
  dayFirst,
]
/** The country went over to one zone on 1 March 2024; this is the zone that did not hold. */
const wrongZone = (day: string) => `${isoDay(day)}${isoDay(day) < '2024-03-01' ? '+05:00' : '+06:00'}`

/** Errors of three records in one text, as some answers carry them. */
const JOINED = '#1: запись недоступна; #2: org.example.Locked (mock); #3: -'

export const BENDS: Readonly<Record<string, Bend>> = {
  drifted: (record, { drift }) => renamed(record, drift, `${drift}New`),
  'key-missing': (record, { drift }) => Object.fromEntries(Object.entries(record).filter(([key]) => key !== drift)),
  'typo-key': (record, { blanks: [key = ''] }) => renamed(record, key, key.replace(/.$/, '$&$&')),
  'order-broken': (record) => Object.fromEntries(Object.entries(record).reverse()),
  'key-more': (record) => ({ ...record, noteOfSource: 'мысал' }),
  'wrong-type': (record, { typed }, place) => (place === 0 ? withAt(record, typed, () => ({ unexpected: 'shape' })) : record),
  'errors-joined': (record, { typed }, place) => (place === 0 ? withAt(record, typed, () => JOINED) : record),
  'wrong-person': (record, { subject }, _place, foreign) => withAt(record, subject, () => foreign),
  'mixed-persons': (record, { subject }, _place, foreign) => withAt(record, subject, () => foreign),
  'digit-11': (record, { subject }) => inText(record, subject, eleventhDigitTypo),
  'no-subject': (record, { subject }) => withAt(record, subject, () => undefined),
  'iin-number': (record, { subject }) => inText(record, subject, (iin) => (/^\d+$/.test(iin) ? Number(iin) : iin)),
  'iin-exponent': (record, { subject }) => inText(record, subject, (iin) => Number(iin).toExponential(5).toUpperCase()),
  'iin-decimal': (record, { subject }) => inText(record, subject, asDecimal),
  'code-unknown': (record, { code = '' }) => withAt(record, code, () => 'X-99'),
  'not-final': (record) => withAt(record, 'status.code', () => '3'),
  mojibake: (record, spots) => inNames(record, spots, mojibake),
  lookalikes: (record, spots) => inNames(record, spots, swapped(CYRILLIC, LATIN)),
  'kk-as-ru': (record, spots) => inNames(record, spots, (name) => swapped(KAZAKH, RUSSIAN)(name.toUpperCase())),
  'corrupted-names': (record, spots) => inNames(record, spots, (name) => name.replace(/[ӘҒҚҢӨҰҮҺ]/gu, '?').replace(/^./u, '?')),
  'ctrl-chars': (record, spots) => inText(record, spots.text, (value) => `${value.slice(0, 1)}\u0001${value.slice(1)}`),
  'nil-and-blank': (record, { blanks }) =>
    blanks.reduce((bent, path, index) => withAt(bent, path, () => [null, '', '-'][index % 3]), record),
  'date-zoo': (record, { typed }, place) => inText(record, typed, ZOO[place % ZOO.length] ?? dayFirst),
  'tz-shift': (record, { typed }) => inText(record, typed, wrongZone),
  'day-impossible': (record, { typed }) => inText(record, typed, (day) => `${isoDay(day).slice(0, 4)}-02-31`),
}
