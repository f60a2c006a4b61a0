import { claims } from './people.ts'
import { type Load, load, start } from './processes.ts'
import { type Bench, delayed, environmentOf } from './sources.ts'
import { percentile, verdict } from './verdict.ts'

/*
 * One source is a black hole: what that does to portfolios that do not need it, and how long those take that do. Rounds with and without
 * it take turns, so that a machine that is slower for a while is so for both; in both, as many a second ask for it.
 */

const ASKED = ['diplomas', 'education-quality', 'student-achievements', 'knowledge-test']
const SICK = 'knowledge-test'
/** Whoever claims the lowest category sits no test (p. 6), so the test is not asked. */
const NEEDS_NO_TEST = { claimedCategory: 'teacher', currentCategory: null } as const
const USUAL_MS = 50
const PAIRS = 7
const SECONDS = 4
const CALLERS = 8
const EVERY_MS = 100
const DEADLINE_MS = 3000

/** One portfolio; milliseconds. */
type Post = (url: string, body: string) => Promise<number>

/** Those who need the source: one after another begins, whatever became of the last. How long each took. */
function needing(url: string, bodies: readonly string[], post: Post) {
  const begun: Promise<number>[] = []
  const timer = setInterval(() => begun.push(post(url, bodies[begun.length % bodies.length] ?? '')), EVERY_MS)
  return () => {
    clearInterval(timer)
    return Promise.all(begun)
  }
}

/** The rounds, and whether both promises were kept. */
export async function sickSource({ upstream, bearer, people, environment }: Bench, post: Post): Promise<void> {
  const delay = (source: string, ms: number) => delayed(upstream.url, source, ms)
  const settings = { ...environment, ...environmentOf(ASKED, upstream.url), DEADLINE_MS: String(DEADLINE_MS) }
  const gateway = await start('line-server.ts', [], settings)
  const [those, others] = [claims(people.slice(0, 500), 'needs'), claims(people.slice(500), 'needs-not', NEEDS_NO_TEST)]
  for (const source of ASKED) await delay(source, USUAL_MS)
  const took: number[] = []
  async function round(sickMs: number): Promise<Load> {
    await delay(SICK, sickMs)
    const end = needing(gateway.url, those, post)
    const measured = await load({ origin: gateway.url, token: bearer, callers: CALLERS, seconds: SECONDS, bodies: others })
    took.push(...(await end()))
    return measured
  }
  await round(USUAL_MS)
  const ratios: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    // Whichever comes first meets a machine that is a little colder.
    const [first, second] = pair % 2 ? [-1, USUAL_MS] : [USUAL_MS, -1]
    const [one, other] = [await round(first), await round(second)]
    ratios.push(pair % 2 ? one.p99 / other.p99 : other.p99 / one.p99)
  }
  for (const source of ASKED) await delay(source, 0)
  await gateway.stop()
  const ratio = percentile(ratios, 0.5)
  verdict(`one source is a black hole: ${ratio.toFixed(3)} of the p99 of who does not need it (1.05 wanted)`, ratio <= 1.05)
  const latest = Math.max(...took)
  const inTime = took.filter((ms) => ms <= DEADLINE_MS).length / took.length
  const text = `who needs it has an answer within ${DEADLINE_MS} ms in ${(inTime * 100).toFixed(2)} % of ${took.length} (100 wanted)`
  verdict(`${text}, the latest after ${latest.toFixed(0)}`, inTime === 1)
}
