import { existsSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import type { Change } from '../cassettes/entry.ts'
import { changeLine } from './change-line.ts'
import type { ReplayCommand } from './command-line.ts'
import { EXIT, type ExitCode } from './failure.ts'
import { messages } from './messages.ts'
import type { LocalDesk } from './terminal.ts'

/** An editor writes a file several times when it saves it, milliseconds. */
const CALM_MS = 150
const CODE = ['adapters', 'schemas', 'src']

/** The folders in which a save is worth another run. */
function foldersOf({ paths }: ReplayCommand): readonly string[] {
  const folders = new Set([...CODE, ...paths.map((path) => (path.endsWith('.json') ? dirname(path) : path))])
  return [...folders].filter((folder) => existsSync(folder))
}

/** Runs whenever it was told, never twice at once, and once more where it was told meanwhile. */
function calmly(run: () => Promise<void>): () => void {
  let [isRunning, isWanted] = [false, false]
  let timer: NodeJS.Timeout | undefined
  async function go(): Promise<void> {
    if (isRunning) return
    isRunning = true
    while (isWanted) {
      isWanted = false
      await run()
    }
    isRunning = false
  }
  return () => {
    isWanted = true
    clearTimeout(timer)
    timer = setTimeout(() => void go(), CALM_MS)
  }
}

/** The cases of a run by their names; null: the run brought none. */
function casesIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const cases = JSON.parse(text) as readonly { readonly name: string }[]
    return Object.fromEntries(cases.map(({ name, ...one }) => [name, one]))
  } catch {
    return null
  }
}

async function changesSince(before: unknown, now: unknown): Promise<readonly Change[]> {
  const { changesOf } = await import('../cassettes/entry.ts')
  return changesOf(before, now)
}

/** Runs again on each save, each time in a process of its own, for modules are loaded but once; tells what changed since the last run. */
export async function watchReplay(command: ReplayCommand, desk: LocalDesk): Promise<ExitCode> {
  const { language, json, out, err } = desk
  const argv = ['replay', ...command.paths, '--lang', language, ...(command.stage ? ['--stage', command.stage] : [])]
  let last: Readonly<Record<string, unknown>> = {}

  async function runAgain(): Promise<void> {
    const { text, fault } = await desk.again([...argv, '--json'])
    const cases = casesIn(text)
    if (!cases) return err(fault.trim())
    const changes = await changesSince(last, cases)
    last = cases
    if (json) out(JSON.stringify({ changes }))
    else out(changes.length === 0 ? messages.unchanged[language] : changes.map((change) => changeLine(change, desk)).join('\n'))
  }
  const first = await desk.again(json ? [...argv, '--json'] : argv)
  out(first.text.trimEnd())
  if (first.fault) err(first.fault.trim())
  last = casesIn((json ? first : await desk.again([...argv, '--json'])).text) ?? {}
  const saved = calmly(runAgain)
  const watchers = foldersOf(command).map((folder) => watch(folder, { recursive: true }, saved))
  err(messages.watching[language])
  await desk.stopped()
  for (const watcher of watchers) watcher.close()
  return EXIT.ok
}
