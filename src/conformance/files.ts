import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { sha256 } from '../sources/wire.ts'
import { jsonOf } from './text.ts'
import type { Seen } from './witness.ts'

/** One line of a manifest (contract page, C). */
const Line = z.object({ file: z.string(), rows: z.number(), sha256: z.string() })
/** Its name, rows below the header, SHA-256 in hexadecimal. */
export type Line = z.infer<typeof Line>

/** The manifest among what was seen; null: there is none. */
export function manifestIn(seen: readonly Seen[]): readonly Line[] | null {
  const found = seen.find(({ url }) => url.endsWith('/manifest.json'))
  const lines = z.array(Line).safeParse(found && jsonOf(found))
  return lines.success ? lines.data : null
}

/** The answer that brought a file; undefined: it was not asked for. */
export function fileOf({ file }: Line, seen: readonly Seen[]): Seen | undefined {
  return seen.find(({ url }) => url.endsWith(`/${file}`))
}

/** SHA-256 of a file, hexadecimal. */
export function hashOf(file: Seen): string {
  return sha256(file.bytes())
}

/** Rows below the header of a file. */
export function rowsOf(file: Seen): number {
  // The encoding does not matter to a count: separators and quotation marks are ASCII.
  const text = new TextDecoder('windows-1251').decode(file.bytes())
  const rows: unknown[] = parse(text, { delimiter: ';', relax_quotes: true, relax_column_count: true, skip_empty_lines: true })
  return Math.max(0, rows.length - 1)
}
