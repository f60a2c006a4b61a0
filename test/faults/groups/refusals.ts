import { TODAY } from '../../support/stack.ts'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import type { Meddler } from '../meddler.ts'
import { meddledRig, playedBy, playing } from '../playing.ts'
import { governmentFor, holdsSick, type Rig } from '../rig.ts'

/* A source that answers, and does not want to, U11–U14 and U30: how often it is asked again, and what is passed on of its words. */

const SICK = 'diplomas'

/** Says a status to every question; the times at which they came. */
function refusing(meddler: Meddler, status: number, headers: Record<string, string> = {}): readonly number[] {
  const times: number[] = []
  meddler.meddle({
    speak(_, response) {
      times.push(performance.now())
      response.writeHead(status, headers).end('refused')
      return true
    },
  })
  return times
}

/** What a header asks to wait, seconds: our longest wait where it asks for more; 0 where it says nothing. */
const WAITS: readonly (readonly [header: string, seconds: number])[] = [
  ['60', 60],
  ['1', 1],
  ['59', 59],
  ['120', 60],
  ['315360000', 60],
  ['999999999', 60],
  [new Date(Date.parse(`${TODAY}T09:00:00Z`)).toUTCString(), 60],
  [new Date(Date.parse(`${TODAY}T01:00:00Z`)).toUTCString(), 0],
  ['0', 0],
  ['-5', 0],
  ['1e9', 0],
  ['Infinity', 0],
  ['99999999999999999999', 0],
  ['', 0],
]
const LONGEST_MS = 60_000
/** From the refusal until the portfolio is written, milliseconds. */
const ROUND_MS = 1000
/** The event loop may fire a timer so much before its time, milliseconds. */
const TICK_MS = 5

async function keptAway(trial: Trial, header: string, seconds: number): Promise<void> {
  const { rig, meddler } = await meddledRig(trial, SICK)
  const times = refusing(meddler, 429, { 'retry-after': header })
  const first = await rig.ask({ caseId: 'first' })
  holdsSick(trial, rig, first, SICK, ['rate_limited'])
  const known = times.length
  const second = await rig.ask({ caseId: 'second' })
  holdsSick(trial, rig, second, SICK, ['rate_limited', 'breaker_open'])
  const gaps = times.slice(1).map((time, place) => time - (times[place] ?? 0))
  trial.holds(
    'O1',
    gaps.every((gap) => gap >= seconds * 1000 - TICK_MS),
    `a call too early after "${header}"`,
  )
  trial.holds('O1', known <= 3, `${known} calls of one question after "${header}"`)
  if (seconds < 10) return
  trial.holds('O1', times.length === 1, `${times.length} calls in the time of "${header}"`)
  const until = Date.parse(rig.outcome(first, SICK)?.retryAfter ?? '') - Date.parse(first.portfolio?.collectedAt ?? '')
  trial.holds('O2', until > 0 && until <= LONGEST_MS + ROUND_MS, `told to come again in ${until} ms after "${header}"`)
}

async function retryAfter(trial: Trial): Promise<void> {
  const garbage = Array.from({ length: 3 }, () => Array.from({ length: 8 }, () => String.fromCharCode(33 + trial.random() * 90)).join(''))
  const table = [...WAITS, ...garbage.filter((text) => !/^\d/.test(text)).map((text) => [text, 0] as const)]
  for (const [header, seconds] of table) await keptAway(trial, header, seconds)
}

/** Asks of one burst; the breaker is open long before. */
const BURST = 12

/** While the breaker is open: at most one probe, however many ask. */
async function probed(rig: Rig, times: readonly number[], trial: Trial): Promise<void> {
  const [begun, before] = [performance.now(), times.length]
  for (let round = 0; performance.now() - begun < 13_000; round++) {
    await Promise.all([0, 1, 2, 3, 4].map((person) => rig.ask({ person, caseId: `open-${round}` })))
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  trial.holds('O1', times.length - before <= 1, `${times.length - before} probes in 13 s`)
}

async function burst(trial: Trial): Promise<void> {
  const { rig, meddler } = await meddledRig(trial, SICK)
  const times = refusing(meddler, 503)
  for (let count = 0; count < BURST; count++) {
    holdsSick(trial, rig, await rig.ask({ caseId: `burst-${count}` }), SICK, ['http_5xx', 'breaker_open'])
  }
  trial.holds('O1', times.length <= 5, `${times.length} calls before the breaker opened`)
  trial.detected((times.at(-1) ?? 0) - (times[0] ?? 0))
  if (trial.strict) {
    await probed(rig, times, trial)
    meddler.meddle({})
    await rig.recovers(SICK)
  }
  await rig.inspect()
}

/** Retries that are always in hand (faults page, 5): three a second, kept for ten seconds. */
const IN_HAND = 30

async function flapping(trial: Trial): Promise<void> {
  const { rig, meddler } = await meddledRig(trial, SICK)
  meddler.meddle({
    speak(_, response) {
      const fails = trial.random() < 0.5
      if (fails) response.writeHead(500).end()
      return fails
    },
  })
  const count = trial.strict ? 400 : 60
  const begun = performance.now()
  for (let index = 0; index < count; index++) await rig.ask({ person: index % 4, caseId: `flap-${index}` })
  const most = count * 1.2 + IN_HAND + (3 * (performance.now() - begun)) / 1000
  trial.holds('O1', meddler.asked() <= most, `${meddler.asked()} calls for ${count} questions`)
  await rig.inspect()
}

/** Words of the pages and traces that the pretend government answers with. */
const INNER = /Техникалық жұмыстар|Технические работы|hibernate|JDBC|Dao\.java/

async function silent(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  for (const scenario of ['maintenance-page', 'leaky-500', 'html-200', 'http-503']) {
    const played = await playedBy(trial, SICK, scenario, ['unavailable', null], government)
    const said = JSON.stringify([played.answer.portfolio, played.rig.stack.logged, await played.rig.stack.metrics()])
    trial.holds('O4', !INNER.test(said), `words of the source under ${scenario}`)
  }
}

export const refusals: readonly Fault[] = [
  {
    id: 'U11',
    promise: 'makes no call in the time in which the source wants none, and never believes more than a minute',
    play: inTurn(playing('U11', '').play, retryAfter),
  },
  { id: 'U12', promise: 'stops calling after five failures, and then asks with one probe at a time', play: burst },
  { id: 'U13', promise: 'adds no more than its budget of retries to a source that flaps', play: inTurn(playing('U13', '').play, flapping) },
  { id: 'U14', promise: 'knows a page of maintenance, and passes no word of it on', play: inTurn(playing('U14', '').play, silent) },
  playing('U30', 'shows a record once, however often and on whatever page it comes'),
]
