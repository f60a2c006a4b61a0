import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import type { Exchange, TableFile, TableRows } from '../../adapters/adapter.ts'
import { unreadable } from './body.ts'

/** Rows that are handed on together; bounds what is held of a file. */
const BATCH = 500
/** A row longer than this is a quotation mark that nobody closed, characters. */
const LONGEST_ROW = 64 * 1024
const ASCII = /^\p{ASCII}*$/u
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

/** Decodes strictly, or says that this is no UTF-8. */
function utf8(decoder: TextDecoder, chunk?: Uint8Array): string | null {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    return null
  }
}

/**
 * The text of a file: strict UTF-8, with a byte order mark or not, else windows-1251 (quirk Q06). The first chunk that is more than ASCII
 * decides; a file that is UTF-8 at first and then is not, is `unreadable`/`encoding`.
 */
async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder = new TextDecoder('utf-8', { fatal: true })
  let isDecided = false
  for await (const chunk of chunks) {
    const text = utf8(decoder, chunk)
    if (text !== null) {
      isDecided ||= !ASCII.test(latin1.decode(chunk))
      yield text
      continue
    }
    if (isDecided) throw unreadable('encoding', 'UTF-8 that ends in the middle')
    isDecided = true
    decoder = new TextDecoder('windows-1251')
    yield decoder.decode(chunk, { stream: true })
  }
  const rest = utf8(decoder)
  if (rest === null) throw unreadable('encoding', 'UTF-8 that ends in the middle')
  yield rest
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
