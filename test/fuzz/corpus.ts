import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Sample } from './parser.ts'

const FOLDER = new URL('corpus/', import.meta.url)

/** Of which kind a sample is: its name up to the two dashes. */
function kindOf(file: string): string {
  return file.split('--')[0] ?? ''
}

/** The committed samples of a parser, by name. */
export function samplesOf(parser: string): readonly (Sample & { readonly file: string })[] {
  const folder = new URL(`${parser}/`, FOLDER)
  const files = readdirSync(folder).sort()
  return files.map((file) => ({ file, kind: kindOf(file), bytes: new Uint8Array(readFileSync(new URL(file, folder))) }))
}

/** Keeps a sample; the name of its file. */
export function keepSample(
  parser: string,
  { kind, bytes }: Sample,
  name = `found-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`,
): string {
  const folder = new URL(`${parser}/`, FOLDER)
  mkdirSync(folder, { recursive: true })
  const file = `${kind}--${name}`
  writeFileSync(new URL(file, folder), bytes)
  return file
}
