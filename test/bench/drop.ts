import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { dropNumber } from './drop-source.ts'
import { claims } from './people.ts'
import { peakMiB, type Running, start } from './processes.ts'
import { type Bench, environmentOf, type Timing } from './sources.ts'
import { verdict } from './verdict.ts'

/*
 * A region's nightly file of 300,000 rows, put into PostgreSQL by the gateway as it really runs: how long that takes, how much memory, and
 * what asking it costs beside asking a file of 1000.
 */

const ROWS = 300_000
/** What it is compared with. */
const FEW = 1000
const LONGEST_MS = 180_000
const LOOK_MS = 100
const TIMES = 200
const WARM = 100

/** What is read of the health of the source. */
export interface Health {
  readonly freshness: { readonly ageSeconds: number | null }
}

/** What the rounds about the file need beside the bench. */
export interface DropBench extends Bench {
  readonly timing: Pick<Timing, 'post' | 'median'>
  /** Flags of Node as `npm start` gives them. */
  readonly flags: string
  /** Any database of the cluster. */
  readonly databaseUrl: string
  /** Health of the source, as an operator reads it. */
  readonly health: (url: string) => Promise<Health>
}

/** Milliseconds from now until the file is in use. */
async function loaded(gateway: Running, bench: DropBench): Promise<number> {
  const startedAt = performance.now()
  while (performance.now() - startedAt < LONGEST_MS) {
    const { freshness } = await bench.health(gateway.url)
    if (freshness.ageSeconds !== null) return performance.now() - startedAt
    await wait(LOOK_MS)
  }
  throw new Error('the file was not put to use')
}

/** A database of its own: nothing is loaded there yet. */
async function emptyDatabase(name: string, { databaseUrl }: DropBench): Promise<string> {
  const sql = postgres(databaseUrl, { max: 1 })
  await sql`create database ${sql(name)}`
  await sql.end()
  return Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href
}

interface Asked {
  readonly seconds: number
  readonly peak: number
  /** Milliseconds of one portfolio at p50, with nothing but this source. */
  readonly p50: number
}

/** A gateway of its own that loads a file of so many rows and is then asked about the people in it. */
async function asked(rows: number, bench: DropBench): Promise<Asked> {
  const source = await start('drop-source.ts', [String(rows)])
  const { environment, flags, timing } = bench
  // It tells its port as a piece of information.
  const told = { ...environment, LOG_LEVEL: 'info', NODE_OPTIONS: flags }
  const settings = { ...told, ...environmentOf([], ''), EXPERIENCE_GENERALISATION_URL: source.url }
  const gateway = await start('../../src/node.ts', [], { ...settings, DATABASE_URL: await emptyDatabase(`drop_${rows}`, bench) })
  try {
    const ms = await loaded(gateway, bench)
    const people = Array.from({ length: WARM + TIMES }, (_, place) => dropNumber(Math.floor((place * rows) / (WARM + TIMES))))
    const times: number[] = []
    for (const body of claims(people, `drop-${rows}`)) times.push(await timing.post(gateway.url, body))
    return { seconds: ms / 1000, peak: peakMiB(gateway.pid), p50: timing.median(times.slice(WARM)) }
  } finally {
    await gateway.stop()
    await source.stop()
  }
}

/** Loads 1000 rows, then 300,000, and says whether the promises about them were kept. */
export async function drop(bench: DropBench): Promise<void> {
  const small = await asked(FEW, bench)
  const large = await asked(ROWS, bench)
  verdict(`a file of ${ROWS} rows is in use after ${large.seconds.toFixed(1)} s (30 wanted)`, large.seconds <= 30)
  verdict(`its gateway had ${large.peak.toFixed(0)} MiB at its peak (200 wanted), ${small.peak.toFixed(0)} with ${FEW}`, large.peak <= 200)
  const ratio = large.p50 / small.p50
  verdict(`asking it takes ${ratio.toFixed(2)} of asking a file of ${FEW}, at p50 (1.25 wanted)`, ratio <= 1.25)
}
