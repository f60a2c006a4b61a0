import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compileCache } from './compile-cache.ts'

/* Copies of the repository in which commands may write. */

const FOLDERS = ['adapters', 'docs', 'mocks', 'schemas', 'scripts', 'src', 'test']
const FILES = ['.env.example', '.gitignore', 'biome.json', 'openapi.json', 'package.json', 'tsconfig.json']

/** A folder of its own with these texts by path. */
export async function smallTree(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tree-'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

const PACKAGES = 'node_modules'

/** Lets a copy use the packages that are installed here, those of the client too where it is there. */
export async function linkPackages(root: string): Promise<void> {
  for (const folder of ['.', 'docs/clients/typescript']) {
    if (existsSync(join(root, folder))) await symlink(join(process.cwd(), folder, PACKAGES), join(root, folder, PACKAGES))
  }
}

/** The code of the repository with these texts beside it, on the packages that are installed here. */
export async function copiedTree(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await smallTree(files)
  const filter = (path: string) => !path.endsWith(`/${PACKAGES}`)
  for (const name of [...FOLDERS, ...FILES]) await cp(name, join(root, name), { recursive: true, filter })
  await linkPackages(root)
  return root
}

/** Takes a source out of a copy: both folders and its line in the register. */
export async function removeSource(root: string, id: string): Promise<void> {
  for (const folder of ['adapters', 'mocks']) await rm(join(root, folder, id), { recursive: true, force: true })
  const register = join(root, 'adapters/register.ts')
  const lines = (await readFile(register, 'utf8')).split('\n')
  await writeFile(register, lines.filter((line) => !line.includes(`'./${id}/index.ts'`)).join('\n'))
}

/** Every file of a copy by path, packages left out. */
export async function textsIn(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const own = paths.filter((path) => !path.includes('/node_modules/')).sort()
  return new Map(await Promise.all(own.map(async (path) => [path.slice(root.length + 1), await readFile(path, 'utf8')] as const)))
}

/** How a command ended and what it printed. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a script of Node in a copy, without the variables of the test that runs it. */
export function runIn(root: string, ...words: readonly string[]): Promise<Ended> {
  const env = { ...compileCache, PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...words], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }, (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
}
