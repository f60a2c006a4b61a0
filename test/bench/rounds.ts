import { claims } from './people.ts'
import { cpuMs, load, peakMiB, type Running } from './processes.ts'

/** Seconds of a round. */
export const SECONDS = Number(process.env.BENCH_SECONDS || 8)
export const CALLERS = 64

/** One load on one server. */
export interface Round {
  readonly name: string
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly cpu: number
  readonly peak: number
  readonly errors: number
}

/** So many seconds of callers, after a warm-up. */
export async function round(
  name: string,
  server: Running,
  bearer: string,
  series: string,
  asked: readonly string[],
  seconds = SECONDS,
): Promise<Round> {
  const job = { origin: server.url, token: bearer, callers: CALLERS, bodies: claims(asked, series) }
  await load({ ...job, seconds: Math.min(3, seconds), bodies: claims(asked, `${series}-warm`) })
  const before = cpuMs(server.pid)
  const { perSecond, p50, p99, count, statuses } = await load({ ...job, seconds })
  const errors = Object.entries(statuses).reduce((sum, [status, times]) => (Number(status) < 300 ? sum : sum + times), 0)
  return { name, perSecond, p50, p99, cpu: ((cpuMs(server.pid) - before) * 1000) / count, peak: peakMiB(server.pid), errors }
}

/** Prints the rounds; the first one is the floor. */
export function table(rounds: readonly Round[]): void {
  const floor = rounds[0]?.perSecond ?? 1
  console.log(
    '\n| | portfolios/s | of the floor | p50 ms | p99 ms | CPU µs each | peak RSS MiB | errors |\n|---|--:|--:|--:|--:|--:|--:|--:|',
  )
  for (const { name, perSecond, p50, p99, cpu, peak, errors } of rounds) {
    const cells = [
      perSecond.toFixed(0),
      (perSecond / floor).toFixed(2),
      p50.toFixed(1),
      p99.toFixed(1),
      cpu.toFixed(0),
      peak.toFixed(0),
      errors,
    ]
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
}
