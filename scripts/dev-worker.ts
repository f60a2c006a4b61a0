import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { adapters } from '../adapters/index.ts'
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, developmentKey } from '../src/auth/development.ts'
import { prefixOf } from '../src/config.ts'
import { keyFile } from '../src/store/key-file.ts'
import { openPostgresStore } from '../src/store/postgres.ts'

/*
 * `npm run dev:worker`: the gateway in workerd, on the PostgreSQL of DATABASE_URL and with the development's own keys. Migrations run
 * from here, since a Worker has no files to read them from. PORT 8789 by default.
 */

const { DATABASE_URL, DATA_DIR = '.data', PORT = '8789' } = process.env
const SOURCES = adapters.map(({ id }) => prefixOf(id)).join('|')
const PASSED = new RegExp(`^(?:AUTH_|DEADLINE_MS|LOG_LEVEL|NCANODE_URL|${SOURCES})`)
const clock = { now: () => Date.now(), monotonic: () => performance.now() }

async function variables(databaseUrl: string): Promise<Record<string, string>> {
  const [data, index] = [
    keyFile(process.env.PII_KEY || null, DATA_DIR, 'pii.key'),
    keyFile(process.env.PII_INDEX_KEY || null, DATA_DIR, 'pii-index.key'),
  ]
  const { jwks } = await developmentKey(DATA_DIR)
  const store = await openPostgresStore({ url: databaseUrl, keys: { data, index }, clock, migrate: true })
  await store.ready()
  await store.close()
  const passed = Object.entries(process.env).filter((entry): entry is [string, string] => Boolean(entry[1]) && PASSED.test(entry[0]))
  return {
    AUTH_JWKS_FILE: jwks,
    AUTH_ISSUER: DEVELOPMENT_ISSUER,
    AUTH_AUDIENCE: DEVELOPMENT_AUDIENCE,
    PII_KEY: data.toString('base64'),
    PII_INDEX_KEY: index.toString('base64'),
    DATABASE_URL: databaseUrl,
    ...Object.fromEntries(passed),
  }
}

function start(file: string): ChildProcess {
  const wrangler = ['node_modules/wrangler/bin/wrangler.js', 'dev', '--port', PORT, '--inspector-port', '0', '--env-file', file]
  return spawn(process.execPath, [...wrangler, '--show-interactive-dev-session=false'], { stdio: 'inherit' })
}

if (!DATABASE_URL) {
  console.error('DATABASE_URL is required: a Worker has no embedded database')
  process.exit(3)
}
mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
const file = join(DATA_DIR, 'worker.env')
const lines = Object.entries(await variables(DATABASE_URL)).map(([key, value]) => `${key}='${value}'`)
writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
const child = start(file)
child.once('exit', (code) => process.exit(code ?? 0))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => child.kill(signal))
