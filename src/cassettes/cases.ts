import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { Cassette } from './cassette.ts'
import { CassetteError } from './cassette-error.ts'
import { placesOf, readCase } from './folder.ts'

type Fault =
  | 'missing'
  | 'not_json'
  | 'no_cassette'
  | 'bad_claim'
  | 'no_case'
  | 'exists'
  | 'no_archive'
  | 'no_claim'
  | 'no_entries'
  | 'others_only'

/** Why a file cannot be replayed or imported, or no test be made of it. `detail`: what more can be said, never a value. */
export class CassetteFault extends Error {
  readonly file: string
  readonly fault: Fault
  readonly detail: string
  constructor(file: string, fault: CassetteFault['fault'], detail = '') {
    super(`${file}: ${fault}`)
    this.name = 'CassetteFault'
    this.file = file
    this.fault = fault
    this.detail = detail
  }
}

/** A case with its file, and with what was recorded for nobody beside it. */
export interface Case {
  readonly file: string
  readonly cassette: Cassette
  readonly lists: readonly Cassette[]
}

/** The name of a case: that of its file without the ending. */
export function nameOf(file: string): string {
  return basename(file, '.json')
}

async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new CassetteFault(path, 'missing')
  if (!found.isDirectory()) return [path]
  const names = await readdir(path)
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name))
}

async function cassettesOf(file: string): Promise<readonly Cassette[]> {
  try {
    return await readCase(file)
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error
    // It may be a list beside the case that is broken.
    const { name, fault, places } = error.broken ?? { name: basename(file), fault: 'no_cassette', places: [] }
    throw new CassetteFault(join(dirname(file), name), fault, places.join(', '))
  }
}

function checkClaim(file: string, claim: unknown): void {
  const read = PortfolioRequest.safeParse(claim)
  if (!read.success) throw new CassetteFault(file, 'bad_claim', placesOf(read.error).join(', '))
}

/** The cases of files and folders. Throws `CassetteFault`. */
export async function readCases(paths: readonly string[]): Promise<readonly Case[]> {
  const files = new Set((await Promise.all(paths.map(filesAt))).flat())
  const cases: Case[] = []
  for (const file of files) {
    const [cassette, ...others] = await cassettesOf(file)
    if (!cassette?.claim) continue
    checkClaim(file, cassette.claim)
    cases.push({ file, cassette, lists: others.filter(({ claim }) => claim === null) })
  }
  if (cases.length === 0) throw new CassetteFault(paths.join(' '), 'no_case')
  return cases
}
