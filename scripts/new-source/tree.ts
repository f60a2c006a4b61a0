import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refused } from './refused.ts'

/** Texts by path from the root of the repository. */
export type Files = Readonly<Record<string, string>>

const REGISTER = 'adapters/register.ts'
const BIOME = 'node_modules/@biomejs/biome/bin/biome'

/** A text as the formatter of the repository writes it. Throws `Refused` where there is none. */
function formatted(root: string, path: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const words = [join(root, BIOME), 'check', '--write', `--stdin-file-path=${path}`]
    const child = execFile(process.execPath, words, { cwd: root }, (error, out) => {
      if (out === '') reject(new Refused(`${path} cannot be formatted: is everything installed (npm ci)?`, { cause: error }))
      else resolve(out)
    })
    child.stdin?.end(text)
  })
}

/** The register with one line more, in the order of the ids. */
function withLine(register: string, name: string, id: string): string {
  const line = `export { ${name} } from './${id}/index.ts'`
  const lines = register.trimEnd().split('\n')
  const exports = lines.filter((one) => one.startsWith('export '))
  const before = lines.slice(0, lines.length - exports.length)
  return `${[...before, ...[...exports, line].sort((one, other) => (pathIn(one) < pathIn(other) ? -1 : 1))].join('\n')}\n`
}

function pathIn(line: string): string {
  return /'(.+)'/.exec(line)?.[1] ?? ''
}

/** Nothing that somebody wrote is written over. */
function again(id: string): string {
  return `to write it again, first take away adapters/${id}, mocks/${id} and its line in ${REGISTER}`
}

/** Says why a source of this id cannot be written here. Throws `Refused`. */
export async function refuseTaken(root: string, id: string): Promise<void> {
  for (const place of ['adapters', 'mocks'].map((folder) => `${folder}/${id}`)) {
    if (existsSync(join(root, place))) throw new Refused(`${place} exists already; ${again(id)}`)
  }
  const register = await readFile(join(root, REGISTER), 'utf8')
  if (register.includes(`'./${id}/index.ts'`)) throw new Refused(`${id} stands in ${REGISTER} already; ${again(id)}`)
}

/** Writes all of it or nothing: what fails midway is taken back. Returns the paths written. */
export async function writeSource(root: string, id: string, name: string, files: Files): Promise<readonly string[]> {
  const ready = await Promise.all(
    Object.entries(files).map(async ([path, text]) => [path, path.endsWith('.ts') ? await formatted(root, path, text) : text] as const),
  )
  const register = await readFile(join(root, REGISTER), 'utf8')
  try {
    for (const [path, text] of ready) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text, { flag: 'wx' })
    }
    await writeFile(join(root, REGISTER), withLine(register, name, id))
  } catch (error) {
    for (const folder of ['adapters', 'mocks']) await rm(join(root, folder, id), { recursive: true, force: true })
    await writeFile(join(root, REGISTER), register)
    throw error
  }
  return [...ready.map(([path]) => path), REGISTER]
}
