import { Agent } from 'undici'

/*
 * A load of a fixed number of requests a second, whatever becomes of them, as a process of its own: an overload does not wait for its
 * answers. Each answer is told with its place in time.
 */

/** What to send. */
export interface OpenJob {
  readonly origin: string
  readonly token: string
  readonly perSecond: number
  readonly seconds: number
  readonly bodies: readonly string[]
}

/** One answer: when it was asked for, in milliseconds from the begin, how long it took, and what it was. */
export interface Told {
  readonly at: number
  readonly ms: number
  readonly kind: 'useful' | 'partial' | 'refused' | 'failed'
}

const TICK_MS = 5
const CONNECTIONS = 1500
/** Longer than any deadline: what has no answer by then has none. */
const LONGEST_MS = 15_000
const COMPLETE = '"complete":true'

function kindOf(status: number, body: string): Told['kind'] {
  if (status < 300) return body.includes(COMPLETE) ? 'useful' : 'partial'
  return status === 503 && body.includes('"overload"') ? 'refused' : 'failed'
}

async function run({ origin, token, perSecond, seconds, bodies }: OpenJob): Promise<readonly Told[]> {
  const agent = new Agent({ connections: CONNECTIONS, pipelining: 1, headersTimeout: LONGEST_MS, bodyTimeout: LONGEST_MS })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const began = performance.now()
  async function send(body: string): Promise<Told> {
    const from = performance.now()
    const told = (kind: Told['kind']) => ({ at: from - began, ms: performance.now() - from, kind })
    try {
      const answer = await agent.request({ origin, path: '/v1/portfolios', method: 'POST', headers, body })
      return told(kindOf(answer.statusCode, await answer.body.text()))
    } catch {
      return told('failed')
    }
  }
  const sent: Promise<Told>[] = []
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsed = Math.min((performance.now() - began) / 1000, seconds)
      while (sent.length < elapsed * perSecond) sent.push(send(bodies[sent.length % bodies.length] ?? ''))
      if (elapsed < seconds) return
      clearInterval(timer)
      resolve()
    }, TICK_MS)
  })
  const told = await Promise.all(sent)
  await agent.close()
  return told
}

process.once('message', (job: OpenJob) => {
  run(job).then((told) => process.send?.(told, () => process.exit(0)))
})
