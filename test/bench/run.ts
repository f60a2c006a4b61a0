import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agent } from 'undici'
import manifest from '../../package.json' with { type: 'json' }
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, developmentKey } from '../../src/auth/development.ts'
import { tokenClaims } from '../../src/auth/token-request.ts'
import { bundleWorker, MOST_KIB } from '../support/worker-bundle.ts'
import { costs } from './costs.ts'
import { drop, type Health } from './drop.ts'
import { overload } from './overload.ts'
import { claims, numbers } from './people.ts'
import { type Running, start } from './processes.ts'
import { CALLERS, round, SECONDS, table } from './rounds.ts'
import { sickSource } from './sick-source.ts'
import { ASKED_AT, added, ELEVEN } from './sources.ts'
import { stages } from './stages.ts'
import { verdict } from './verdict.ts'

/*
 * `npm run bench`: ratios within one run. Everything is on loopback and stops by itself. BENCH_SECONDS shortens or lengthens the
 * rounds (8), BENCH_MEMORY_SECONDS the memory round (60), OVERLOAD_SECONDS the overload (10). PostgreSQL is the throw-away cluster of scripts/with-postgres.sh.
 */

const MEMORY_SECONDS = Number(process.env.BENCH_MEMORY_SECONDS || 60)
const SOURCES = ['diplomas', 'education-quality', 'student-achievements']
/** Not asked in the rounds of three sources. */
const OTHERS = ELEVEN.filter((id) => !SOURCES.includes(id))
const dataDir = mkdtempSync(join(tmpdir(), 'gateway-bench-'))
const people = numbers(2000)
const agent = new Agent({ connections: 64 })
/** As `npm start` runs it: a small young generation, few arenas and kept compiled code hold the resident memory down. */
const [, SET = '', FLAGS = ''] = /env (.*) node (--.*) src\/node\.ts/.exec(manifest.scripts.start) ?? []
const STARTED_WITH = Object.fromEntries(SET.split(' ').map((pair) => pair.split('=')))

async function token(): Promise<string> {
  const key = await developmentKey(dataDir)
  return key.sign(
    tokenClaims(['--role', 'platform', '--expires', '7200'], DEVELOPMENT_ISSUER, DEVELOPMENT_AUDIENCE, Math.floor(Date.now() / 1000)),
  )
}

function sourcesAt(url: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    DIPLOMAS_URL: `${url}/diplomas`,
    EDUCATION_QUALITY_URL: `${url}/education-quality`,
    STUDENT_ACHIEVEMENTS_URL: `${url}/student-achievements`,
    ...Object.fromEntries(OTHERS.map((id) => [`${id.toUpperCase().replaceAll('-', '_')}_URL`, ''])),
    DIPLOMAS_CONCURRENCY: '64',
    EDUCATION_QUALITY_CONCURRENCY: '64',
    STUDENT_ACHIEVEMENTS_CONCURRENCY: '64',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    PORT: '0',
    ...STARTED_WITH,
    ...more,
  }
}

async function post(url: string, bearer: string, body: string): Promise<number> {
  const startedAt = performance.now()
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }
  const answer = await agent.request({ origin: url, path: '/v1/portfolios', method: 'POST', headers, body })
  const text = await answer.body.text()
  if (answer.statusCode >= 300) throw new Error(`status ${answer.statusCode}: ${text.slice(0, 200)}`)
  return performance.now() - startedAt
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

const get = async (url: string, path: string) => (await agent.request({ origin: url, path, method: 'GET' })).body.json()
const delay = (url: string, source: string, ms: number) => get(url, `/__delay?source=${source}&ms=${ms}`)

/** Portfolios per second: the floor, the line without a store, and with PostgreSQL. */
async function throughput(upstream: Running, bearer: string): Promise<void> {
  const floor = await start('floor.ts', [upstream.url])
  const rounds = [await round('bare floor (3 calls, nothing read)', floor, bearer, 'floor', people)]
  await floor.stop()
  const line = await start('line-server.ts', [], sourcesAt(upstream.url))
  rounds.push(await round('line without a store, list from its copy', line, bearer, 'line', people))
  await line.stop()
  const known = await start('line-server.ts', [], sourcesAt(upstream.url))
  rounds.push(await round('the same, of 200 people whose records have not changed', known, bearer, 'known', people.slice(0, 200)))
  await known.stop()
  const asking = await start('line-server.ts', [], sourcesAt(upstream.url, { STUDENT_ACHIEVEMENTS_COPY_SECONDS: '0' }))
  rounds.push(await round('line without a store, list asked each time', asking, bearer, 'asking', people))
  await asking.stop()
  const url = process.env.TEST_DATABASE_URL
  if (url) {
    const gateway = await start(
      '../../src/node.ts',
      [],
      sourcesAt(upstream.url, { DATABASE_URL: url, LOG_LEVEL: 'info', NODE_OPTIONS: FLAGS }),
    )
    rounds.push(await round('gateway on PostgreSQL, list from its copy', gateway, bearer, 'pg', people))
    const memory = await round(`the same, after ${MEMORY_SECONDS} s more`, gateway, bearer, 'mem', people, MEMORY_SECONDS)
    rounds.push(memory)
    await gateway.stop()
  } else console.log('skipped: PostgreSQL (no server programs found)')
  table(rounds)
  const of = (index: number) => (rounds[index]?.perSecond ?? 0) / (rounds[0]?.perSecond ?? 1)
  verdict(
    `the line without a store reaches ${of(1).toFixed(2)} of the floor, ${of(2).toFixed(2)} where records have not changed (0.30 wanted)`,
    Math.max(of(1), of(2)) >= 0.3,
  )
  if (url) {
    verdict(`with PostgreSQL ${of(4).toFixed(2)} (0.15 wanted)`, of(4) >= 0.15)
    verdict(
      `peak RSS ${(rounds[5]?.peak ?? 0).toFixed(0)} MiB after ${MEMORY_SECONDS} s of ${CALLERS} callers (250 wanted)`,
      (rounds[5]?.peak ?? 0) <= 250,
    )
  }
}

/** One call to a source without a gateway; milliseconds. */
async function bareCall(upstream: Running): Promise<number> {
  const startedAt = performance.now()
  const question = {
    origin: upstream.url,
    path: '/education-quality/api/v1/education-quality/search',
    method: 'POST' as const,
    body: '{"iin":"850312200016","to":2025}',
  }
  await (await agent.request(question)).body.text()
  return performance.now() - startedAt
}

/** All sources that are asked each time, at once and without a gateway; milliseconds until the slowest has answered. */
async function bareCalls(upstream: Running): Promise<number> {
  const startedAt = performance.now()
  const body = '{"iin":"850312200016","to":2025,"testYear":2026}'
  const calls = ASKED_AT.map((path) => agent.request({ origin: upstream.url, path, method: 'POST', body }))
  await Promise.all(calls.map(async (call) => (await call).body.text()))
  return performance.now() - startedAt
}

/** Four, eight and eleven sources: what each costs, and what all of them add. */
async function manySources(upstream: Running, bearer: string): Promise<void> {
  const bench = { upstream, bearer, people, environment: sourcesAt(upstream.url) }
  await costs()
  await added(bench, {
    post: (url, body) => post(url, bearer, body),
    direct: () => bareCalls(upstream),
    delay: (source, ms) => delay(upstream.url, source, ms),
    median,
  })
}

/** A file of a whole region; PostgreSQL only. */
async function largeFile(upstream: Running, bearer: string): Promise<void> {
  const databaseUrl = process.env.TEST_DATABASE_URL
  if (!databaseUrl) return console.log('skipped: a file of a whole region (no PostgreSQL)')
  const headers = { authorization: `Bearer ${bearer}` }
  await drop({
    ...{ upstream, bearer, people, environment: sourcesAt(upstream.url), flags: FLAGS, databaseUrl },
    timing: { post: (url, body) => post(url, bearer, body), median },
    health: async (url) => {
      const path = '/v1/sources/experience-generalisation'
      return (await (await agent.request({ origin: url, path, method: 'GET', headers })).body.json()) as Health
    },
  })
}

/** What the gateway adds to its slowest source, and what a dead source costs. */
async function latency(upstream: Running, bearer: string): Promise<void> {
  const gateway = await start('line-server.ts', [], sourcesAt(upstream.url, { DIPLOMAS_TIMEOUT_MS: '1000' }))
  const bodies = claims(people, 'latency')
  let next = 0
  const one = () => post(gateway.url, bearer, bodies[next++ % bodies.length] ?? '')
  const times = async (count: number) => {
    const measured: number[] = []
    for (let index = 0; index < count; index++) measured.push(await one())
    return measured
  }
  // A gateway that has been running for a while: its code is compiled.
  await times(500)
  for (const source of SOURCES) await delay(upstream.url, source, 50)
  await times(20)
  const direct: number[] = []
  for (let index = 0; index < 60; index++) direct.push(await bareCall(upstream))
  const more = median(await times(60)) - median(direct)
  verdict(`added over the slowest source (50 ms): ${more.toFixed(1)} ms at p50 (5 wanted)`, more <= 5)

  for (const source of SOURCES) await delay(upstream.url, source, 0)
  const healthy = median(await times(60))
  await delay(upstream.url, 'diplomas', -1)
  const dead = Math.max(...(await times(5)))
  verdict(`a dead source: ${dead.toFixed(0)} ms with a limit of 1000 (1050 wanted)`, dead <= 1050)
  const open = median(await times(20)) - healthy
  verdict(`once its breaker is open: ${open.toFixed(1)} ms more than healthy (5 wanted)`, open <= 5)
  await delay(upstream.url, 'diplomas', 0)
  await gateway.stop()

  const fresh = await start('line-server.ts', [], sourcesAt(upstream.url))
  for (const source of SOURCES) await delay(upstream.url, source, 50)
  const before = (await get(upstream.url, '/__asked')) as Record<string, number>
  await Promise.all(Array.from({ length: 20 }, () => post(fresh.url, bearer, claims(people, 'twins')[7] ?? '')))
  const after = (await get(upstream.url, '/__asked')) as Record<string, number>
  const asked = Object.keys(after).map((source) => [source, (after[source] ?? 0) - (before[source] ?? 0)] as const)
  verdict(
    `20 identical requests at once ask: ${asked.map(([source, times_]) => `${source} ${times_}`).join(', ')}`,
    asked.every(([, count]) => count === 1),
  )
  await fresh.stop()
}

async function bundle(): Promise<void> {
  const { kib } = await bundleWorker()
  verdict(`Worker bundle ${kib} KiB gzip (${MOST_KIB} wanted)`, kib <= MOST_KIB)
}

async function main(): Promise<void> {
  const bearer = await token()
  const upstream = await start('upstream.ts', ['0'])
  console.log(`Node ${process.version}, ${CALLERS} callers, ${SECONDS} s a round; sources, gateway and load share this machine`)
  try {
    await throughput(upstream, bearer)
    await latency(upstream, bearer)
    await manySources(upstream, bearer)
    const bench = { upstream, bearer, people, environment: sourcesAt(upstream.url) }
    await sickSource(bench, (url, body) => post(url, bearer, body))
    await largeFile(upstream, bearer)
  } finally {
    await upstream.stop()
  }
  await overload(process.env)
  await bundle()
  await stages()
}

/** PostgreSQL where the machine has its programs: the same file again, inside the throw-away cluster. */
function withPostgres(): number | null {
  const found = spawnSync('bash', ['-c', "compgen -G '/usr/lib/postgresql/*/bin/initdb' || command -v initdb"])
  if (process.env.TEST_DATABASE_URL || found.status !== 0) return null
  return spawnSync('bash', ['scripts/with-postgres.sh', process.execPath, fileURLToPath(import.meta.url)], { stdio: 'inherit' }).status ?? 1
}

const status = withPostgres()
if (status !== null) process.exit(status)
try {
  await main()
} finally {
  await agent.close()
  rmSync(dataDir, { recursive: true, force: true })
}
