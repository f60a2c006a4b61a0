import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { Cassette } from './cassette.ts'
import { CassetteError } from './cassette-error.ts'
import type { CassetteStore } from './recorder.ts'

/*
 * Cassettes on the disk. Only what is redacted comes here. For its owner alone: what is invented today may be a real recording tomorrow.
 */

const OWNER_ONLY = 0o600
const SUFFIX = '.json'

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Where something is wrong: the first five places, `/` for the whole. Never a value. */
export function placesOf({ issues }: z.core.$ZodError): readonly string[] {
  const places = issues.map(({ path }) => z.core.toDotPath(path) || '/')
  return [...new Set(places)].slice(0, 5)
}

/** A cassette from its text. Throws `CassetteError` with the file's name and the place of the fault. */
export function parsedCassette(text: string, file: string): Cassette {
  const name = basename(file)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CassetteError(`${name} is not JSON`, { name, fault: 'not_json', places: [] })
  }
  const result = Cassette.safeParse(json)
  if (result.success) return result.data
  const places = placesOf(result.error)
  throw new CassetteError(`${name} is no cassette: ${places.join(', ')}`, { name, fault: 'no_cassette', places })
}

async function readOne(file: string): Promise<Cassette | null> {
  try {
    return parsedCassette(await readFile(file, 'utf8'), file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** A cassette as it is written: in lines, so that a review shows what changed. */
export function printed(cassette: Cassette): string {
  return `${JSON.stringify(cassette, null, 2)}\n`
}

/** Another file beside, put in place when it is whole: a reader sees the former cassette or the new one. */
export async function writeCassette(file: string, cassette: Cassette): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`
  try {
    await writeFile(draft, printed(cassette), { mode: OWNER_ONLY, flag: 'wx' })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const isList = (name: string) => name.startsWith('lists-')

/** All cassettes of a folder in the order of their names; none where there is no folder. Throws `CassetteError`. */
export async function readFolder(folder: string, wanted: (name: string) => boolean = () => true): Promise<readonly Cassette[]> {
  const names = (await namesIn(folder)).filter(wanted)
  return Promise.all(names.map(async (name) => parsedCassette(await readFile(join(folder, name), 'utf8'), name)))
}

/** One cassette, and those of the lists that were recorded into the same folder: what a case needs to be replayed. Throws `CassetteError`. */
export async function readCase(file: string): Promise<readonly Cassette[]> {
  const one = await readOne(file)
  if (!one) throw new CassetteError(`there is no ${basename(file)}`)
  const lists = await readFolder(dirname(file), (name) => isList(name) && name !== basename(file))
  return [one, ...lists]
}

/** The folder as the recorder uses it; made when something is first written. */
export function folderCassettes(folder: string): CassetteStore & { report(name: string, line: unknown): Promise<void> } {
  const fileOf = (name: string) => join(folder, `${name}${SUFFIX}`)
  const made = () => mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    read: (name) => readOne(fileOf(name)),
    lists: () => readFolder(folder, isList),
    async write(name, cassette) {
      await made()
      await writeCassette(fileOf(name), cassette)
    },
    /** A line of JSON at the end of a report. */
    async report(name, line) {
      await made()
      await appendFile(join(folder, `${name}.ndjson`), `${JSON.stringify(line)}\n`, { mode: OWNER_ONLY })
    },
  }
}
