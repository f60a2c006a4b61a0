import { setTimeout } from 'node:timers/promises'
import { Agent } from 'undici'

/*
 * A load of a fixed number of callers for a fixed time, as a process of its own: one caller sends its next request when it has the
 * answer to the last, and has waited if he is to. Tells requests per second, times in milliseconds, statuses.
 */

/** What to send, by how many callers, for how long; without bodies it is a GET. */
export interface Job {
  readonly origin: string
  readonly path: string
  readonly token: string
  readonly callers: number
  readonly seconds: number
  readonly bodies: readonly string[] | null
  /** Between an answer and the next request. */
  readonly pauseMs: number
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

async function run(job: Job) {
  const agent = new Agent({ connections: job.callers, pipelining: 1 })
  const times: number[] = []
  const statuses: Record<string, number> = {}
  const until = performance.now() + job.seconds * 1000
  let next = 0
  async function caller(): Promise<void> {
    while (performance.now() < until) {
      const body = job.bodies?.[next++ % job.bodies.length] ?? null
      const startedAt = performance.now()
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${job.token}` }
      const answer = await agent.request({ origin: job.origin, path: job.path, method: job.bodies ? 'POST' : 'GET', headers, body })
      await answer.body.arrayBuffer()
      times.push(performance.now() - startedAt)
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1
      if (job.pauseMs > 0) await setTimeout(job.pauseMs)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: job.callers }, caller))
  const seconds = (performance.now() - startedAt) / 1000
  times.sort((one, other) => one - other)
  await agent.close()
  return {
    perSecond: times.length / seconds,
    count: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    times,
    statuses,
  }
}

process.once('message', (job: Job) => {
  run(job).then((result) => process.send?.(result, () => process.exit(0)))
})
