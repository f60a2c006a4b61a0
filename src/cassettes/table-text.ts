import type { Visit } from './visit.ts'

/* Delimited text as it was written: only what stands in the cells changes. */

const SEPARATORS = [';', '\t', ','] as const

/** The sign between the cells, by the header: at least three columns. Null: it is no table. */
export function separatorOf(text: string): string | null {
  const [header = ''] = text.split(/\r?\n/, 1)
  if (!/^\uFEFF?[\p{L}_"][\p{L}\p{N}_" ;,\t-]*$/u.test(header)) return null
  return SEPARATORS.find((sign) => header.split(sign).length >= 3) ?? null
}

/** The rows of a table, each as its cells with what ends it; line breaks in quotation marks are no ends. */
function rowsOf(text: string, separator: string): readonly (readonly string[])[] {
  const cell = new RegExp(`(?:"(?:[^"]|"")*"(?=${separator}|\\r?\\n|$)|[^${separator}\\r\\n]*)(?:${separator}|\\r?\\n|\\r|$)`, 'gy')
  const rows: string[][] = [[]]
  for (const [written] of text.matchAll(cell)) {
    rows.at(-1)?.push(written)
    if (!written.endsWith(separator)) rows.push([])
  }
  return rows
}

function parted(cell: string, separator: string): readonly [content: string, end: string] {
  const end = new RegExp(`(?:${separator}|\\r?\\n|\\r)$`).exec(cell)?.[0] ?? ''
  return [cell.slice(0, cell.length - end.length), end]
}

function rewriteCell(content: string, change: (text: string) => string): string {
  if (!/^".*"$/s.test(content)) return change(content)
  return `"${change(content.slice(1, -1).replaceAll('""', '"')).replaceAll('"', '""')}"`
}

/**
 * A table with its cells as `visit` gives them; the path is the name of the column. Of a row that is wider or narrower than the header
 * nobody can say what stands where: only the columns of `fixed` keep their names.
 */
export function rewriteTable(text: string, separator: string, visit: Visit): string {
  const [header = [], ...rows] = rowsOf(text, separator)
  const names = header.map((cell) =>
    (parted(cell, separator)[0] ?? '')
      .replace(/^\uFEFF/, '')
      .replaceAll('"', '')
      .trim(),
  )
  const written = rows.map((row, record) => {
    const isWhole = row.length === names.length
    return row.map((cell, place) => {
      const [content, end] = parted(cell, separator)
      const name = names[place] ?? ''
      return rewriteCell(content, (inner) => visit(isWhole ? [name] : ['@shifted', name], inner, record)) + end
    })
  })
  const heads = header.map((cell) => {
    const [content, end] = parted(cell, separator)
    return rewriteCell(content, (inner) => visit(['@kept'], inner, -1)) + end
  })
  return [heads, ...written].map((row) => row.join('')).join('')
}
