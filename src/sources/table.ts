import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import type { Exchange, TableFile, TableRows } from '../../adapters/adapter.ts'
import { unreadable } from './body.ts'

/** Rows that are handed on together; bounds what is held of a file. */
const BATCH = 250
/** A row longer than this is a quotation mark that nobody closed, characters. */
const LONGEST_ROW = 64 * 1024
const latin1 = new TextDecoder('latin1')

/** Hands the chunks on, and refuses the file at its end where its hash is another one. */
async function* verified(chunks: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256.toLowerCase()) throw unreadable('protocol', 'the hash of the file is another one')
}

/** Bytes beyond ASCII by which the encoding of a file is known: windows-1251 is no UTF-8 long before. */
const TELLING = 64
/** What is held of a file until its encoding is known, bytes: a mark and then ASCII alone would be held to its end. */
const HELD = 64 * 1024
const MARK = [0xef, 0xbb, 0xbf]

function isMarked(bytes: Uint8Array): boolean {
  return MARK.every((byte, place) => bytes[place] === byte)
}

function telling(chunk: Uint8Array): number {
  let count = 0
  for (const byte of chunk) if (byte > 0x7f) count++
  return count
}

/** What is held of a file whose encoding is not known yet. */
interface Beginning {
  /** Whether nothing of the file went before: only there is a byte order mark one. */
  readonly isStart: boolean
  readonly bytes: Uint8Array
  readonly telling: number
}

/** Whether what is held says how the file is read: by its mark, by enough letters, or because no more of it is held. */
function isTold({ isStart, bytes, telling: told }: Beginning): boolean {
  return (isStart && isMarked(bytes)) || told >= TELLING || bytes.length >= HELD
}

/** The decoder of a file by its beginning: strict UTF-8, else, without a byte order mark, windows-1251 (quirk Q06). */
function decoderFor({ isStart, bytes }: Beginning, isWhole: boolean): TextDecoder {
  if (isStart && isMarked(bytes)) return new TextDecoder('utf-8', { fatal: true })
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
    return new TextDecoder('utf-8', { fatal: true })
  } catch {
    return new TextDecoder('windows-1251')
  }
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw unreadable('encoding', 'UTF-8 that ends in the middle')
  }
}

/** The text of a file. Its beginning decides how it is read; what is UTF-8 at first and then is not, is `unreadable`/`encoding`. */
async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let held: Beginning = { isStart: true, bytes: new Uint8Array(), telling: 0 }
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoded(decoder, chunk)
      continue
    }
    held = { ...held, bytes: Buffer.concat([held.bytes, chunk]), telling: held.telling + telling(chunk) }
    if (held.telling === 0) {
      // ASCII is the same in both.
      yield latin1.decode(held.bytes)
      held = { isStart: held.isStart && held.bytes.length === 0, bytes: new Uint8Array(), telling: 0 }
    } else if (isTold(held)) {
      decoder = decoderFor(held, false)
      yield decoded(decoder, held.bytes)
    }
  }
  if (!decoder) {
    decoder = decoderFor(held, true)
    yield decoded(decoder, held.bytes)
  }
  yield decoded(decoder)
}

/** The rows of a delimited text (RFC 4180, blanks kept), in bounded memory; quotation marks inside of cells are text. */
async function* rowsOf(text: AsyncIterable<string>, separator: string): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter: separator,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  })
  // Its errors destroy the parser, whose reader gets them.
  pipeline(text, parser, () => {})
  try {
    yield* parser as AsyncIterable<string[]>
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) throw unreadable('protocol', 'no table')
    throw error
  } finally {
    parser.destroy()
  }
}

/** A file as batches of rows while it arrives. What is wrong with it as a whole is known at its end. Throws `SourceFailure`. */
export async function* readTable(chunks: AsyncIterable<Uint8Array>, file: TableFile, exchange: Exchange): AsyncGenerator<TableRows> {
  let header: readonly string[] | null = null
  let rows: (readonly string[])[] = []
  for await (const row of rowsOf(textOf(verified(chunks, file.sha256)), file.separator)) {
    if (header === null) header = row.map((name) => name.trim())
    else rows.push(row)
    if (header === null || rows.length < BATCH) continue
    yield { header, rows, exchange }
    rows = []
  }
  if (header === null) throw unreadable('protocol', 'a file without a header')
  yield { header, rows, exchange }
}
