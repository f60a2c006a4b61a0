import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Trial } from './fault.ts'
import { folderOfServer, owner } from './postgres.ts'

/** A file system of a trial's own, in memory. */
export interface SmallDisk {
  readonly folder: string
  /** Fills it until nothing more goes in; the function makes room again. */
  fill(): () => void
}

function mount(folder: string, size: string): boolean {
  const { uid = process.getuid?.() ?? 0 } = owner()
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},uid=${uid},mode=700`, 'tmpfs', folder]).status === 0
}

let mountable: boolean | null = null

/** Whether this process may mount a file system. */
export function canMount(): boolean {
  if (mountable !== null) return mountable
  const folder = folderOfServer()
  mountable = mount(folder, '1m')
  if (mountable) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return mountable
}

/** Mounts a disk of this size; the trial takes it away. */
export function mounted(trial: Trial, size: string): SmallDisk {
  const folder = folderOfServer()
  trial.after(() => rmSync(folder, { recursive: true, force: true }))
  if (!mount(folder, size)) throw new Error('the disk cannot be mounted')
  trial.after(() => execFileSync('umount', ['--lazy', folder]))
  return {
    folder,
    fill() {
      const path = join(folder, 'ballast')
      const file = openSync(path, 'w')
      try {
        while (writeSync(file, Buffer.alloc(4096)) > 0);
      } catch {
        // Full.
      } finally {
        closeSync(file)
      }
      return () => rmSync(path)
    },
  }
}
