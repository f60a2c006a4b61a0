import { type Load, load } from '../../bench/processes.ts'
import type { Fault, Trial } from '../fault.ts'
import { type GatewayProcess, startGatewayProcess } from '../gateway-process.ts'
import { percentile } from '../run-fault.ts'

/* P8: ten times as many callers as the gateway was measured with. */

const CALLERS = 8
const TIMES = 10
const SHORT_SECONDS = 2
const LONG_SECONDS = 120
/** Of the peak, that must still be useful answers. */
const GOODPUT = 0.9
const HEALTH_MS = 50

/** Claims of the cast, each for cases of its own. */
function bodiesOf({ claims }: GatewayProcess, series: string): readonly string[] {
  return Array.from({ length: 200 }, (_, index) => JSON.stringify({ ...claims[index % claims.length], caseId: `${series}-${index}` }))
}

function round(gateway: GatewayProcess, callers: number, seconds: number): Promise<Load> {
  const { url: origin, token } = gateway
  return load({ origin, token, callers, seconds, bodies: bodiesOf(gateway, `load-${callers}`) })
}

/** Asks for `/healthz` all the while; how long each took. */
async function healthDuring(trial: Trial, gateway: GatewayProcess, work: Promise<unknown>): Promise<readonly number[]> {
  let isOver = false
  const over = work.finally(() => {
    isOver = true
  })
  const times: number[] = []
  while (!isOver) {
    const begun = performance.now()
    const { status } = await gateway.send('GET', '/healthz')
    trial.holds('O1', status === 200, `/healthz answers ${status} under load`)
    times.push(performance.now() - begun)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await over
  return times
}

/** Only portfolios are useful answers, and only 503 and 429 are honest ones beside them. */
function useful(trial: Trial, { statuses, perSecond, count }: Load): number {
  const odd = Object.keys(statuses).filter((status) => !['200', '201', '429', '503'].includes(status))
  trial.holds('O2', odd.length === 0, `answers ${odd.join(', ')} under load`)
  return (perSecond * ((statuses[200] ?? 0) + (statuses[201] ?? 0))) / Math.max(1, count)
}

export const processLoad: readonly Fault[] = [
  {
    id: 'P8',
    promise: 'stays alive and useful under ten times the load, and is as before when it is over',
    async play(trial) {
      const gateway = await startGatewayProcess(trial)
      const peak = useful(trial, await round(gateway, CALLERS, SHORT_SECONDS))
      const crowd = round(gateway, CALLERS * TIMES, trial.strict ? LONG_SECONDS : SHORT_SECONDS)
      const health = await healthDuring(trial, gateway, crowd)
      for (const ms of health) trial.took(ms)
      const goodput = useful(trial, await crowd)
      trial.holds('O1', goodput > 0, 'nothing useful under load')
      if (trial.strict) {
        trial.holds('O1', goodput >= peak * GOODPUT, `${goodput.toFixed(0)} useful answers a second of ${peak.toFixed(0)} at the peak`)
        const late = percentile(health, 0.99) ?? 0
        trial.holds('O1', late <= HEALTH_MS, `/healthz after ${late.toFixed(0)} ms at p99`)
      }
      const begun = performance.now()
      const { status } = await gateway.collect('afterwards')
      trial.holds('O5', status === 201, `${status} when the load is over`)
      trial.recovered(performance.now() - begun)
      gateway.inspect()
    },
  },
]
