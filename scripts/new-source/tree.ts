import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { NewSource } from './plan.ts'
import { Refused } from './refused.ts'
import { type Edits, REGISTER } from './shared.ts'

/** Texts by path from the root of the repository. */
export type Files = Readonly<Record<string, string>>

const BIOME = 'node_modules/@biomejs/biome/bin/biome'
/** What npm scripts make of the contract, one of the other: it names the sources. */
const MADE = [
  ['openapi', 'openapi.json'],
  ['client', 'docs/clients/typescript/openapi.ts'],
] as const

const execute = promisify(execFile)

/** Brings what was written into the form of the repository. Throws `Refused` where that cannot be done. */
async function format(root: string, paths: readonly string[]): Promise<void> {
  const code = paths.filter((path) => path.endsWith('.ts'))
  try {
    await execute(process.execPath, [join(root, BIOME), 'check', '--write', ...code], { cwd: root })
  } catch (error) {
    throw new Refused('what was to be written cannot be formatted: is everything installed (npm ci)?', { cause: error })
  }
}

/** Says why this source cannot be written here: nothing that somebody wrote is written over. Throws `Refused`. */
export async function refuseTaken(root: string, { id, name, setting, added }: NewSource): Promise<void> {
  const again = added ? 'choose another id' : `to write it again, first take away adapters/${id}, mocks/${id} and its line in ${REGISTER}`
  for (const place of ['adapters', 'mocks'].map((folder) => `${folder}/${id}`)) {
    if (existsSync(join(root, place))) throw new Refused(`${place} exists already; ${again}`)
  }
  const register = await readFile(join(root, REGISTER), 'utf8')
  if (register.includes(`'./${id}/index.ts'`)) throw new Refused(`${id} stands in ${REGISTER} already; ${again}`)
  if (register.includes(`{ ${name} }`)) throw new Refused(`another source has the name ${name} in ${REGISTER} already; choose another id`)
  if (!added) return
  const variable = new RegExp(`^${setting}_(?:URL|USER|PASSWORD|TOKEN)=`, 'm').exec(await readFile(join(root, '.env.example'), 'utf8'))
  if (variable) throw new Refused(`the variable ${variable[0].slice(0, -1)} is of something else already; choose another id`)
}

/** What stands under a path; null: nothing. */
async function textAt(root: string, path: string): Promise<string | null> {
  return existsSync(join(root, path)) ? readFile(join(root, path), 'utf8') : null
}

async function restore(root: string, texts: ReadonlyMap<string, string | null>): Promise<void> {
  for (const [path, text] of texts) await (text === null ? rm(join(root, path), { force: true }) : writeFile(join(root, path), text))
}

async function make(root: string, script: string): Promise<void> {
  try {
    await execute('npm', ['run', '-s', script], { cwd: root })
  } catch (error) {
    throw new Error(`npm run ${script} failed`, { cause: error })
  }
}

/** The texts of `files`, and of what `edits` make of files that are there. */
async function readyTexts(root: string, files: Files, edits: Edits): Promise<ReadonlyMap<string, string>> {
  const edited = Object.entries(edits).map(async ([path, edit]) => [path, edit(await readFile(join(root, path), 'utf8'))] as const)
  return new Map([...Object.entries(files), ...(await Promise.all(edited))])
}

/** Writes all of it or nothing: what fails midway is taken back. Returns the paths written. */
export async function writeSource(root: string, { id, added }: NewSource, files: Files, edits: Edits): Promise<readonly string[]> {
  const ready = await readyTexts(root, files, edits)
  const made = added ? MADE : []
  const shared = [...Object.keys(edits), ...made.map(([, path]) => path)]
  const former = new Map(await Promise.all(shared.map(async (path) => [path, await textAt(root, path)] as const)))
  try {
    for (const [path, text] of ready) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text, { flag: path in edits ? 'w' : 'wx' })
    }
    await format(root, [...ready.keys()])
    for (const [script] of made) await make(root, script)
  } catch (error) {
    for (const folder of ['adapters', 'mocks']) await rm(join(root, folder, id), { recursive: true, force: true })
    await restore(root, former)
    throw error
  }
  return [...ready.keys(), ...made.map(([, path]) => path)]
}
