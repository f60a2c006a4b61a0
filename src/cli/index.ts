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

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => void stdout.write(`${line}\n`),
  err: (line) => void stderr.write(`${line}\n`),
  paint: (look, line) => styleText(look, line, { stream: stdout }),
  width: Math.min(stdout.columns ?? MOST_COLUMNS, MOST_COLUMNS),
  env: process.env,
  fetch,
  stdin: () => text(process.stdin),
})
