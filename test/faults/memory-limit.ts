import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import type { Trial } from './fault.ts'

/* A limit of memory that the kernel keeps (control groups, version 1): whoever is over it is killed. */

const GROUPS = '/sys/fs/cgroup/memory'
let count = 0

function made(): string | null {
  const folder = `${GROUPS}/faults-${process.pid}-${count++}`
  try {
    mkdirSync(folder)
    return folder
  } catch {
    return null
  }
}

/** Whether this process may make such groups. */
export function canLimitMemory(): boolean {
  const folder = made()
  if (folder !== null) rmdirSync(folder)
  return folder !== null
}

/** From now on the process gets so many bytes more and not one beyond. */
export function limitMemory(trial: Trial, pid: number, bytes: number): void {
  const folder = made()
  if (folder === null) throw new Error('no group for memory can be made')
  // The process must be gone by then: the trial ends what was begun last first.
  trial.after(() => rmdirSync(folder))
  writeFileSync(`${folder}/memory.limit_in_bytes`, String(bytes))
  writeFileSync(`${folder}/cgroup.procs`, String(pid))
}
