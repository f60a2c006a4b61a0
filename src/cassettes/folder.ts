import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Cassette } from './cassette.ts'

/** A cassette with the file that it came from. */
export interface Shelved {
  readonly file: string
  readonly cassette: Cassette
}

/** Why a file cannot be replayed. */
export class CassetteFault extends Error {
  readonly file: string
  readonly fault: 'missing' | 'no_cassette' | 'no_case' | 'exists'
  constructor(file: string, fault: CassetteFault['fault']) {
    super(`${file}: ${fault}`)
    this.name = 'CassetteFault'
    this.file = file
    this.fault = fault
  }
}

const isCassetteFile = (name: string) => name.endsWith('.json')

/** The name of a case: that of its file without the ending. */
export function nameOf(file: string): string {
  return basename(file, '.json')
}

async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new CassetteFault(path, 'missing')
  if (!found.isDirectory()) return [path]
  return (await readdir(path))
    .filter(isCassetteFile)
    .sort()
    .map((name) => join(path, name))
}

async function read(file: string): Promise<Shelved | null> {
  try {
    return { file, cassette: Cassette.parse(JSON.parse(await readFile(file, 'utf8'))) }
  } catch {
    return null
  }
}

/** What is asked for nobody lies beside the cases. A file there that is none is not our concern. */
async function listsBeside(files: readonly string[]): Promise<readonly Shelved[]> {
  const folders = [...new Set(files.map((file) => dirname(file)))]
  const beside = (await Promise.all(folders.map(filesAt))).flat()
  const cassettes = await Promise.all(beside.map(read))
  return cassettes.flatMap((one) => (one?.cassette.claim === null ? [one] : []))
}

/** A case with the recordings for nobody that lie beside it. */
export interface Case extends Shelved {
  readonly lists: readonly Cassette[]
}

/** The cases of files and folders. Throws `CassetteFault`. */
export async function readCases(paths: readonly string[]): Promise<readonly Case[]> {
  const files = [...new Set((await Promise.all(paths.map(filesAt))).flat())]
  const lists = await listsBeside(files)
  const cases: Case[] = []
  for (const file of files) {
    const shelved = await read(file)
    if (!shelved) throw new CassetteFault(file, 'no_cassette')
    const beside = lists.filter((list) => dirname(list.file) === dirname(file)).map(({ cassette }) => cassette)
    if (shelved.cassette.claim !== null) cases.push({ ...shelved, lists: beside })
  }
  if (cases.length === 0) throw new CassetteFault(paths.join(' '), 'no_case')
  return cases
}

/** A cassette as it is written: in lines, so that a review shows what changed. */
export function printed(cassette: Cassette): string {
  return `${JSON.stringify(cassette, null, 1)}\n`
}

/** Writes a cassette over its file. */
export async function rewrite(file: string, cassette: Cassette): Promise<void> {
  await writeFile(file, printed(cassette))
}
