import { type Load, load } from '../../bench/processes.ts'
import type { Fault, Trial } from '../fault.ts'
import { type GatewayProcess, startGatewayProcess } from '../gateway-process.ts'

/* P8: ten times as many callers as the gateway was measured with. */

const CALLERS = 8
const TIMES = 10
const SHORT_SECONDS = 2
const LONG_SECONDS = 120
/** Of the peak, that must still be useful answers. */
const GOODPUT = 0.9
const HEALTH_MS = 50
const LOOK_MS = 50

/** Claims of the cast, each for cases of its own. */
function bodiesOf({ claims }: GatewayProcess, series: string): readonly string[] {
  return Array.from({ length: 200 }, (_, index) => JSON.stringify({ ...claims[index % claims.length], caseId: `${series}-${index}` }))
}

function round(gateway: GatewayProcess, callers: number, seconds: number): Promise<Load> {
  const { url: origin, token } = gateway
  return load({ origin, token, callers, seconds, bodies: bodiesOf(gateway, `load-${callers}`) })
}

/** Looks at `/healthz` meanwhile, as those do who watch: from another process than the one in which the sources are. */
async function healthDuring(trial: Trial, { url: origin, token }: GatewayProcess, seconds: number): Promise<Load> {
  const looks = await load({ origin, path: '/healthz', token, callers: 1, seconds, bodies: null, pauseMs: LOOK_MS })
  for (const ms of looks.times) trial.took(ms)
  const odd = Object.keys(looks.statuses).filter((status) => status !== '200')
  trial.holds('O1', odd.length === 0, `/healthz answers ${odd.join(', ')} under load`)
  return looks
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
      const seconds = trial.strict ? LONG_SECONDS : SHORT_SECONDS
      const [crowd, health] = await Promise.all([round(gateway, CALLERS * TIMES, seconds), healthDuring(trial, gateway, seconds)])
      const goodput = useful(trial, crowd)
      trial.holds('O1', goodput > 0, 'nothing useful under load')
      if (trial.strict) {
        trial.holds('O1', goodput >= peak * GOODPUT, `${goodput.toFixed(0)} useful answers a second of ${peak.toFixed(0)} at the peak`)
        trial.holds('O1', health.p99 <= HEALTH_MS, `/healthz after ${health.p99.toFixed(0)} ms at p99`)
      }
      const begun = performance.now()
      const { status } = await gateway.collect('afterwards')
      trial.holds('O5', status === 201, `${status} when the load is over`)
      trial.recovered(performance.now() - begun)
      gateway.inspect()
    },
  },
]
