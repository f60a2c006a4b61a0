import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { Transport } from '../../src/ports.ts'
import { memoryLine } from './memory-line.ts'
import { numbers } from './people.ts'
import { ELEVEN, environmentOf, heads } from './sources.ts'
import { answers } from './upstream.ts'
import { verdict } from './verdict.ts'

/*
 * What a source costs, whatever the number of its neighbours. Sources differ in what they cost, so the same four are looked at: what they
 * add to none, to four others and to seven others. CPU time of one portfolio, in this process and without sockets: between processes,
 * the machine's noise is larger than a source.
 */

const COUNTS = [4, 8, 11]
const HOST = 'http://127.0.0.1:1'
const FOUR = 4
const ROUNDS = 50
const WARM_ROUNDS = 10
/** Portfolios of one contender in a round, all at once. */
const AT_ONCE = 20
const DEADLINE_MS = 8000
const utf8 = new TextEncoder()

/** The sources of the bench without a network. */
const transport: Transport = async ({ url, body, streamed }) => {
  const path = new URL(url).pathname.replace(/(.)\/$/, '$1')
  const bytes = utf8.encode(answers[path]?.(String(body ?? '')) ?? '')
  const head = { status: answers[path] ? 200 : 404, header: () => null }
  if (!streamed) return { ...head, bytes }
  const chunks = (async function* () {
    yield bytes
  })()
  return { ...head, bytes: new Uint8Array(), chunks }
}

type Contender = () => Promise<number>

/** A line that asks some of the sources; CPU microseconds of one of its portfolios in a round. */
function contender(asked: readonly string[], bodies: readonly string[]): Contender {
  const { line } = memoryLine({ ...environmentOf(asked, HOST), LOG_LEVEL: 'silent' }, transport)
  const requests = bodies.map((body) => PortfolioRequest.parse(JSON.parse(body)))
  return async () => {
    const before = process.cpuUsage()
    const options = { budgetMs: DEADLINE_MS, strict: false, idempotency: null }
    await Promise.all(requests.map((request) => line.collector.collect(request, options)))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / requests.length
  }
}

/** The middle one of the rounds. A machine that is slower for a while is so for all who take part in that round. */
function middle(rounds: readonly Round[], of: (round: Round) => number): number {
  return rounds.map(of).sort((one, other) => one - other)[Math.floor(rounds.length / 2)] ?? 0
}

/** Costs of one round: of so many sources, and of the same without the first four. */
type Round = readonly { readonly whole: number; readonly rest: number }[]

/** What the first four cost among so many. */
const four = (index: number) => (round: Round) => (round[index]?.whole ?? 0) - (round[index]?.rest ?? 0)

/** The costs, and whether four sources cost the same alone, among eight and among eleven. */
export async function costs(): Promise<void> {
  const bodies = heads(numbers(AT_ONCE), 'cost')
  const contenders = COUNTS.map((count) => ({
    whole: contender(ELEVEN.slice(0, count), bodies),
    rest: contender(ELEVEN.slice(FOUR, count), bodies),
  }))
  const rounds: Round[] = []
  for (let number = -WARM_ROUNDS; number < ROUNDS; number++) {
    const round = []
    for (const { whole, rest } of contenders) round.push({ whole: await whole(), rest: await rest() })
    if (number >= 0) rounds.push(round)
  }
  console.log('')
  COUNTS.forEach((count, index) => {
    const each = middle(rounds, four(index)) / FOUR
    const ratio = middle(rounds, (round) => four(index)(round) / four(0)(round))
    const whole = middle(rounds, (round) => round[index]?.whole ?? 0)
    const text = `${count} sources: ${whole.toFixed(0)} µs of CPU a portfolio; the first four cost ${each.toFixed(0)} µs each`
    verdict(`${text}, ${ratio.toFixed(2)} of what they cost alone (0.85 to 1.15 wanted)`, Math.abs(ratio - 1) <= 0.15)
  })
}
