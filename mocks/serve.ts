import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { type Command, readCommand } from './command-line.ts'
import { mockEnvironment } from './environment.ts'
import { startPretendGovernment } from './listen.ts'
import { readSettings } from './settings.ts'

/**
 * `npm run mocks`: the pretend government alone, or with an option what is to be printed (`--help`). MOCKS_PORT is 8788, the other
 * variables stand in `settings.ts`.
 */
async function serve(seed: string): Promise<void> {
  const settings = readSettings(process.env)
  if ('faults' in settings) {
    for (const fault of settings.faults) console.error(fault)
    process.exitCode = 2
    return
  }
  const { HOST, MOCKS_PORT } = process.env
  const listening = await startPretendGovernment({ host: HOST || '127.0.0.1', port: Number(MOCKS_PORT || 8788), ...settings.options, seed })
  console.log(`The pretend government listens on ${listening.url}`)
  console.log(`People, scenarios, journal: ${listening.url}/__mock/ui   as JSON: ${listening.url}/__mock`)
  console.log('\nFor the gateway in another terminal (…/~KEY/… in place of …/… gives you one of your own):\n')
  for (const [key, value] of Object.entries(mockEnvironment(listening.url))) console.log(`export ${key}=${value}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => listening.close().then(() => process.exit(0)))
}

/** An address that is taken, not allowed, or none of this machine. */
const REFUSED = /^(?:EADDR\w+|EACCES|ENOTFOUND)$/

/** Lets everything else have its turn: what a write to a file has used is only then given back. */
async function* inTurns(text: Iterable<string>): AsyncGenerator<string> {
  for (const part of text) {
    yield part
    await setImmediate()
  }
}

/** Prints no faster than the reader reads; one who has read enough and goes is no error. */
async function print(text: Iterable<string>): Promise<void> {
  try {
    await pipeline(inTurns(text), process.stdout)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
}

async function run({ seed, print: text }: Command): Promise<void> {
  await (text ? print(text) : serve(seed))
}

try {
  const today = new Date().toISOString().slice(0, 10)
  await run(readCommand(process.argv.slice(2), { seed: process.env.MOCKS_SEED || 'demo', today }))
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isUsage = error instanceof RangeError || (error instanceof TypeError && code !== '')
  if (!isUsage && !REFUSED.test(code)) throw error
  console.error(isUsage ? error.message : `HOST and MOCKS_PORT: cannot be listened on (${code})`)
  process.exitCode = 2
}
