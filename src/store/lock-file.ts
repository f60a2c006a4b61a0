import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { StoreUnavailable } from './store.ts'

/** The directory of the embedded database is in use by a live process: two of them would lose data without an error. */
export class StoreLocked extends StoreUnavailable {
  readonly pid: number
  constructor(pid: number) {
    super('locked')
    this.name = 'StoreLocked'
    this.message = `the embedded database is in use by process ${pid}: stop that process, or use another DATA_DIR`
    this.pid = pid
  }
}

const ROUNDS = 5
const heldHere = new Set<string>()

/** When the process began, in clock ticks since the start of the machine; null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    // The name in parentheses may hold anything: the fields are counted after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')
    return fields?.[19] ?? null
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** The pid of the live process that wrote the lock; null where it is gone, also where another process has got its number since. */
function holderOf(path: string, text: string): number | null {
  const [pid = '', start = ''] = text.trim().split(' ')
  const holder = Number.parseInt(pid, 10)
  if (!Number.isInteger(holder) || holder <= 0) return null
  // Without start times our own number in the file is a former process, unless we hold it.
  if (holder === process.pid && startOf(holder) === null) return heldHere.has(path) ? holder : null
  if (!isRunning(holder)) return null
  return start && startOf(holder) !== start ? null : holder
}

/** False where there is a lock already. The file appears with its content, never empty. */
function place(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Puts a stale lock aside. Where another process was faster, its fresh lock goes back. */
function putAside(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside) !== stale) place(path, read(aside) ?? '')
  rmSync(aside, { force: true })
}

/**
 * Takes the lock of this process at `path`; the function gives it back. A lock whose process is gone is taken over.
 * Throws `StoreLocked` where a live process holds it.
 */
export function takeLock(path: string): () => void {
  const text = `${process.pid} ${startOf(process.pid) ?? ''}`.trim()
  for (let round = 0; round < ROUNDS; round++) {
    if (place(path, text)) return hold(path, text)
    const found = read(path)
    if (found === null) continue
    const holder = holderOf(path, found)
    if (holder !== null) throw new StoreLocked(holder)
    putAside(path, found)
  }
  throw new StoreLocked(Number.parseInt(read(path) ?? '0', 10))
}

/** The lock goes with the process, whatever way it ends, unless it is killed. */
function hold(path: string, text: string): () => void {
  heldHere.add(path)
  const release = () => {
    process.off('exit', release)
    heldHere.delete(path)
    if (read(path) === text) rmSync(path, { force: true })
  }
  process.once('exit', release)
  return release
}
