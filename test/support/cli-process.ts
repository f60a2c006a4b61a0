import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { compileCache } from './compile-cache.ts'

const CLI = resolve('src/cli/index.ts')

/** The command line as a process of its own in a folder of its own. */
export function startCli(folder: string, words: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  const { PATH = '' } = process.env
  return spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env: { PATH, ...compileCache, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Runs `gateway <words>` and waits for its end. */
export async function runCli(folder: string, words: readonly string[], environment: Record<string, string> = {}, stdin = '') {
  const child = startCli(folder, words, environment)
  child.stdin?.end(stdin)
  const [out, err, [exit]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')])
  return { exit, out, err }
}
