import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, developmentKey } from '../../src/auth/development.ts'
import { tokenClaims } from '../../src/auth/token-request.ts'
import type { OpenJob, Told } from './open-load.ts'
import { claims, numbers } from './people.ts'
import { type Running, start } from './processes.ts'
import { delayed, ELEVEN, environmentOf } from './sources.ts'
import { percentile, verdict } from './verdict.ts'

/*
 * Ten times as many requests as can be served (fault P8): the gateway as a process, its sources and the load as others. How many can be
 * served is found first, in the same run.
 */

const ASKED = ['diplomas', 'education-quality', 'student-achievements']
/** What a source takes for an answer, and how many it gives at once: some 60 portfolios a second can be had at most. */
const SOURCE_MS = 200
const PLACES = 12
const RAMP = [0.6, 0.8, 1, 1.2].map((share) => (share * PLACES * 1000) / SOURCE_MS)
const RAMP_SECONDS = 6
/** By then as much comes as goes. */
const FILLED_MS = 1000
const TIMES = 10
const AFTER_SECONDS = 8
const HEALTH_EVERY_MS = 20

/** How long, and on which database: null is PGlite. */
export interface OverloadOptions {
  readonly seconds: number
  readonly databaseUrl: string | null
}

/** What came of it; times in milliseconds. */
export interface Overloaded {
  /** Complete portfolios a second: the most that were had, and under the overload. */
  readonly peak: number
  readonly goodput: number
  readonly offered: number
  readonly refusedP99: number
  readonly healthP99: number
  /** From the end of the overload to the last answer that was not a complete portfolio. */
  readonly recoveryMs: number
  readonly counts: Readonly<Record<Told['kind'], number>>
}

/** Complete portfolios a second, of those that came between these moments: what was asked for in time and came after is no throughput. */
function rate(told: readonly Told[], fromMs: number, toMs: number): number {
  const inTime = told.filter(({ kind, at, ms }) => kind === 'useful' && at + ms > fromMs && at + ms <= toMs)
  return (inTime.length * 1000) / (toMs - fromMs)
}

const of = (told: readonly Told[], kind: Told['kind']) => told.filter((one) => one.kind === kind)

function openLoad(job: OpenJob): Promise<readonly Told[]> {
  const child = fork(fileURLToPath(new URL('open-load.ts', import.meta.url)))
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as readonly Told[]))
    child.once('exit', (code) => code && reject(new Error(`the load ended with ${code}`)))
    child.send(job)
  })
}

/** Looks at /healthz from this process, which has nothing else to do; ends with the times. */
function watchHealth(url: string): () => Promise<readonly number[]> {
  const looks: Promise<number>[] = []
  const look = async () => {
    const from = performance.now()
    // A look that fails is the worst of all.
    const isWell = await fetch(`${url}/healthz`).then(
      async (answer) => (await answer.text()) !== '' && answer.ok,
      () => false,
    )
    return isWell ? performance.now() - from : Number.POSITIVE_INFINITY
  }
  const timer = setInterval(() => looks.push(look()), HEALTH_EVERY_MS)
  return () => {
    clearInterval(timer)
    return Promise.all(looks)
  }
}

async function tokenIn(dataDir: string): Promise<string> {
  const key = await developmentKey(dataDir)
  const now = Math.floor(Date.now() / 1000)
  return key.sign(tokenClaims(['--role', 'platform', '--expires', '7200'], DEVELOPMENT_ISSUER, DEVELOPMENT_AUDIENCE, now))
}

interface Series {
  readonly send: (name: string, perSecond: number, seconds: number) => Promise<readonly Told[]>
}

function seriesOf(gateway: Running, token: string): Series {
  const people = numbers(2000)
  return {
    send: (name, perSecond, seconds) => openLoad({ origin: gateway.url, token, perSecond, seconds, bodies: claims(people, name) }),
  }
}

/** The most complete portfolios a second. */
async function peakOf({ send }: Series): Promise<number> {
  await send('warm', RAMP[0] ?? 1, RAMP_SECONDS)
  let peak = 0
  for (const perSecond of RAMP) {
    const told = await send(`ramp-${perSecond}`, perSecond, RAMP_SECONDS)
    peak = Math.max(peak, rate(told, FILLED_MS, RAMP_SECONDS * 1000))
  }
  return peak
}

async function measured(gateway: Running, series: Series, seconds: number): Promise<Overloaded> {
  const peak = await peakOf(series)
  const endWatch = watchHealth(gateway.url)
  const told = await series.send('over', peak * TIMES, seconds)
  const healthP99 = percentile(await endWatch(), 0.99)
  const after = await series.send('after', peak / 2, AFTER_SECONDS)
  const bad = after.filter(({ kind }) => kind !== 'useful').map(({ at, ms }) => at + ms)
  const kinds = ['useful', 'partial', 'refused', 'failed'] as const
  return {
    peak,
    goodput: rate(told, 0, seconds * 1000),
    offered: told.length / seconds,
    refusedP99: percentile(
      of(told, 'refused').map(({ ms }) => ms),
      0.99,
    ),
    healthP99,
    recoveryMs: Math.max(0, ...bad),
    counts: Object.fromEntries(kinds.map((kind) => [kind, of(told, kind).length])) as Overloaded['counts'],
  }
}

/** Starts everything, overloads it, and says what came of it. */
export async function measureOverload({ seconds, databaseUrl }: OverloadOptions): Promise<Overloaded> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gateway-overload-'))
  const upstream = await start('upstream.ts', ['0'])
  try {
    // The sources stand for other machines: what they take of this one must not be counted as the gateway's slowness.
    setPriority(upstream.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    for (const source of ASKED) await delayed(upstream.url, source, SOURCE_MS)
    const places = Object.fromEntries(ELEVEN.map((id) => [`${id.toUpperCase().replaceAll('-', '_')}_CONCURRENCY`, String(PLACES)]))
    const environment = { ...environmentOf(ASKED, upstream.url), ...places, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' }
    const database = databaseUrl === null ? { DATABASE_URL: '' } : { DATABASE_URL: databaseUrl }
    const gateway = await start('../../src/node.ts', [], { ...environment, ...database, READ_BUDGET_PLATFORM: '0' })
    try {
      return await measured(gateway, seriesOf(gateway, await tokenIn(dataDir)), seconds)
    } finally {
      await gateway.stop()
    }
  } finally {
    await upstream.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Overloads for OVERLOAD_SECONDS (10) and prints whether the promises were kept. */
export async function overload({ OVERLOAD_SECONDS, TEST_DATABASE_URL }: NodeJS.ProcessEnv): Promise<void> {
  const options = { seconds: Number(OVERLOAD_SECONDS || 10), databaseUrl: TEST_DATABASE_URL ?? null }
  const { peak, goodput, offered, refusedP99, healthP99, recoveryMs, counts } = await measureOverload(options)
  const { useful, partial, refused, failed } = counts
  console.log(`\n${offered.toFixed(0)} a second for ${options.seconds} s: ${JSON.stringify({ useful, partial, refused, failed })}`)
  const share = goodput / peak
  verdict(
    `ten times too much: ${goodput.toFixed(0)} complete portfolios a second, ${share.toFixed(2)} of the peak (0.90 wanted)`,
    share >= 0.9,
  )
  verdict(`refused after ${refusedP99.toFixed(1)} ms at p99 (20 wanted)`, refusedP99 <= 20)
  verdict(`/healthz answers after ${healthP99.toFixed(1)} ms at p99 (50 wanted)`, healthP99 <= 50)
  verdict(`all is well ${(recoveryMs / 1000).toFixed(1)} s later (5 wanted)`, recoveryMs <= 5000)
}

if (process.argv[1]?.endsWith('overload.ts')) await overload(process.env)
