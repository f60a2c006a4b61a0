import { claims } from './people.ts'
import { load, type Running, start } from './processes.ts'
import { verdict } from './verdict.ts'

/* All eleven sources at once: what the gateway adds to its slowest one. */

/** All that a head is asked about, in the order of the contract. */
export const ELEVEN = [
  'diplomas',
  'education-quality',
  'student-achievements',
  'egov-portal',
  'population-register',
  'employment',
  'knowledge-test',
  'courses',
  'teacher-achievements',
  'experience-generalisation',
  'leadership-reserve',
] as const

/** A head's claim: he alone has all eleven. */
const HEAD = { claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' } as const
const CALLERS = 32
const WARM_SECONDS = 6

/** Where these sources are, and nothing of the others. */
export function environmentOf(sources: readonly string[], url: string): Record<string, string> {
  const entries = ELEVEN.flatMap((id) => {
    const prefix = id.toUpperCase().replaceAll('-', '_')
    return [
      [`${prefix}_URL`, sources.includes(id) ? `${url}/${id}` : ''],
      [`${prefix}_CONCURRENCY`, '64'],
      [`${prefix}_COPY_SECONDS`, '3600'],
    ]
  })
  return { ...Object.fromEntries(entries), EGOV_PORTAL_POLL_MS: '200' }
}

/** What the bench gives its parts. */
export interface Bench {
  readonly upstream: Running
  readonly bearer: string
  readonly people: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

/** Has a source answer so many milliseconds later, or, with -1, not at all. */
export async function delayed(url: string, source: string, ms: number): Promise<void> {
  await (await fetch(`${url}/__delay?source=${source}&ms=${ms}`)).text()
}

/** Bodies of heads. */
export function heads(people: readonly string[], series: string): readonly string[] {
  return claims(people, series, HEAD)
}

/** The sources that are asked each time, but for the portal, whose own polls are closer together than the slowest takes. */
const SLOW_MS = 300
/** So much sooner does each of the others answer than the one before it. */
const APART_MS = 30
const ASKED = ['diplomas', 'education-quality', 'population-register', 'employment', 'knowledge-test', 'courses'] as const
/** Their addresses. */
export const ASKED_AT = [
  '/diplomas/',
  '/education-quality/api/v1/education-quality/search',
  '/population-register/',
  '/employment/',
  '/knowledge-test/certificate/api/v1/ozp/search',
  '/courses/api/v1/certificates/search',
]
const TIMES = 60

/** What the callers of the latency rounds bring: one request each, and how long it took. */
export interface Timing {
  /** One portfolio; milliseconds. */
  post(url: string, body: string): Promise<number>
  /** Bare calls to all of them at once; milliseconds until the slowest has answered. */
  direct(): Promise<number>
  delay(source: string, ms: number): Promise<unknown>
  median(values: readonly number[]): number
}

/** What the gateway adds to its slowest source where it asks all eleven. */
export async function added(bench: Bench, { post, direct, delay, median }: Timing): Promise<void> {
  const { upstream, bearer, people, environment } = bench
  const gateway = await start('line-server.ts', [], { ...environment, ...environmentOf(ELEVEN, upstream.url) })
  const bodies = heads(people, 'eleven')
  // A gateway that has been running for a while: its code is compiled.
  await load({ origin: gateway.url, token: bearer, callers: CALLERS, seconds: 2 * WARM_SECONDS, bodies: heads(people, 'eleven-warm') })
  async function more(apartMs: number, from: number): Promise<number> {
    for (const [place, source] of ASKED.entries()) await delay(source, SLOW_MS - place * apartMs)
    const [whole, bare]: [number[], number[]] = [[], []]
    for (let time = 0; time < TIMES; time++) {
      whole.push(await post(gateway.url, bodies[from + time] ?? ''))
      if (time % 3 === 0) bare.push(await direct())
    }
    return median(whole) - median(bare)
  }
  const [apart, together] = [await more(APART_MS, 0), await more(0, TIMES)]
  for (const source of ASKED) await delay(source, 0)
  await gateway.stop()
  console.log(`eleven sources, six of which answer at one moment: ${together.toFixed(1)} ms more at p50`)
  verdict(`eleven sources: ${apart.toFixed(1)} ms more than the slowest (${SLOW_MS} ms) at p50 (8 wanted)`, apart <= 8)
}
