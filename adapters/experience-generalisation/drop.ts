import type { Verdict } from '../../schemas/source-outcome.ts'
import { iinRepairs } from '../../schemas/wire.ts'
import type { Exchange, RawRecord, Source } from '../adapter.ts'
import type { Drop } from './manifest.ts'
import { numberIn } from './person.ts'

const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }
/** Without the numbers nobody would be found, and nobody would be missed. */
const DRIFT: Verdict = { outcome: 'unreadable', reason: 'drift' }
/** The columns that we read, wherever they stand. */
const COLUMNS = ['IIN', 'FIO', 'BIN', 'TOPIC_KK', 'TOPIC_RU', 'LEVEL', 'COUNCIL', 'PROTOCOL_NO', 'PROTOCOL_DATE', 'REG_NO']

/** Where the columns stand in a file. */
interface Layout {
  readonly width: number
  readonly places: readonly (readonly [name: string, place: number])[]
}

/** What has been read of a file. */
interface Reading {
  lines: number
  /** Lines that go on with the row before: a line break inside of an unquoted text. */
  continued: number
  records: number
  /** Records whose number cannot be read. */
  numberless: number
  /** Whether the line before was one of too few cells. */
  isBroken: boolean
}

/** Where a column stands twice, nobody can say which of the two is meant. */
function layoutOf(header: readonly string[]): Layout | Verdict {
  const names = header.map((name) => name.toUpperCase())
  const known = COLUMNS.filter((name) => names.includes(name))
  if (known.some((name) => names.indexOf(name) !== names.lastIndexOf(name))) return PROTOCOL
  if (!known.includes('IIN')) return DRIFT
  return { width: names.length, places: known.map((name) => [name, names.indexOf(name)]) }
}

/** The record of a row: its cells by name. A row of another width is shifted somewhere, so nothing of it is read but whom it is about. */
function recordOf(row: readonly string[], { width, places }: Layout, exchange: Exchange): RawRecord {
  const value: Record<string, string> = {}
  for (const [name, place] of places) {
    const cell = row[place]
    if (cell !== undefined && (row.length === width || name === 'IIN' || name === 'FIO')) value[name] = cell
  }
  if (row.length !== width) value.cells = String(row.length)
  const iin = numberIn(value.IIN)
  if (iin === null) return { value, iin: null, exchange, unreadable: true }
  const repairs = iinRepairs(value.IIN)
  return repairs.length === 0 ? { value, iin, exchange } : { value, iin, exchange, repairs }
}

/** Whether a line goes on with the broken one before it: it has too few cells as well, and begins with nobody's number. */
function goesOn(row: readonly string[], { width }: Layout, { isBroken }: Reading): boolean {
  return isBroken && row.length < width && !/\d{9}/.test(row[0] ?? '')
}

function recordsIn(rows: readonly (readonly string[])[], layout: Layout, exchange: Exchange, reading: Reading): readonly RawRecord[] {
  const records: RawRecord[] = []
  for (const row of rows) {
    reading.lines++
    if (goesOn(row, layout, reading)) {
      reading.continued++
      continue
    }
    reading.isBroken = row.length < layout.width
    const record = recordOf(row, layout, exchange)
    reading.records++
    if (record.unreadable) reading.numberless++
    records.push(record)
  }
  return records
}

/** Of a file that has been read to its end: other rows than announced, or numbers that most of the rows have lost, which no clerk does by mistake. */
function verdictOn({ lines, continued, records, numberless }: Reading, announced: number): Verdict | null {
  // Whoever counted the rows may have counted lines.
  if (lines !== announced && lines - continued !== announced) return PROTOCOL
  return 2 * numberless > records ? DRIFT : null
}

/** The file of a region, some rows at a time; a verdict at its end where it is not what was announced, or most of its numbers are lost. */
export async function* loadDrop({ file, tag, rows }: Drop, source: Source): AsyncGenerator<readonly RawRecord[] | Verdict> {
  let layout: Layout | Verdict | null = null
  const reading: Reading = { lines: 0, continued: 0, records: 0, numberless: 0, isBroken: false }
  for await (const batch of source.table({ path: `/drops/${file}`, separator: ';', sha256: tag })) {
    layout ??= layoutOf(batch.header)
    if ('outcome' in layout) return yield layout
    yield recordsIn(batch.rows, layout, batch.exchange, reading)
  }
  const verdict = verdictOn(reading, rows)
  if (verdict) yield verdict
}
