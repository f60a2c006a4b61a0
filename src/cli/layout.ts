/** Words in lines of at most `width` characters; a word that is longer has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** A text under its label: the label stands before the first line, the others are indented as far. */
export function labelled(label: string, text: string, width: number): string {
  const indent = ' '.repeat(label.length)
  return wrap(text, Math.max(20, width - label.length))
    .map((line, index) => `${index === 0 ? label : indent}${line}`)
    .join('\n')
}

/** Rows as columns, each as wide as its widest cell; the last one is not filled up. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>((wide, row) => row.map((cell, index) => Math.max(wide[index] ?? 0, cell.length)), [])
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
