import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Makes a key beside and links it in place: of two processes that start at once, one wins and both read the same. */
function make(path: string): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}

function read(path: string): Buffer | null {
  try {
    return Buffer.from(readFileSync(path, 'utf8'), 'base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A key of 32 bytes: the one given in base64, else the one of this data directory, made at its first use (development). */
export function keyFile(given: string | null, dataDir: string, name: string): Buffer {
  if (given !== null) return Buffer.from(given, 'base64')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, name)
  const known = read(path)
  if (known) return known
  make(path)
  return keyFile(null, dataDir, name)
}
