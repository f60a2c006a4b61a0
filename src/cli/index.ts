import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { styleText } from 'node:util'
import { run } from './run.ts'

/*
 * `npm run -s gateway -- <command>`: speaks to a running gateway, or works on its own. The only file here that knows its process.
 */

const MOST_COLUMNS = 100
const { stdout, stderr } = process

// Whoever reads us may stop reading: `… | head`.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** This command line in a process of its own. */
async function again(argv: readonly string[]): Promise<{ readonly text: string; readonly fault: string }> {
  const child = spawn(process.execPath, [process.argv[1] ?? '', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [told, fault] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { text: told, fault }
}

/** Only a command that goes on listens to it: every other one ends as processes do. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => void stdout.write(`${line}\n`),
  err: (line) => void stderr.write(`${line}\n`),
  paint: (look, line) => styleText(look, line, { stream: stdout }),
  width: Math.min(stdout.columns ?? MOST_COLUMNS, MOST_COLUMNS),
  env: process.env,
  fetch,
  stdin: () => text(process.stdin),
  again,
  stopped,
})
