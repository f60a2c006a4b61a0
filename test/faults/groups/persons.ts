import { eleventhDigitTypo } from '../../../mocks/cast/numbers.ts'
import { checkDigit } from '../../../schemas/identifiers.ts'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import { createMeddler, type Meddling } from '../meddler.ts'
import { factsOf, meddledBy, onlySources, playing, saidBy, textOf, withBody } from '../playing.ts'
import { type Answer, createRig, governmentFor, prefixOf, type Rig } from '../rig.ts'

/* Somebody else's records, U28 and U29: however seldom they come and however near the number is, nothing of them is used. */

const ABOUT_ONE = ['population-register', 'diplomas', 'employment', 'courses']
/** Of whom all four have something to say. */
const KNOWN = [0, 2, 3, 4, 7, 9]
/** How many portfolios are asked for, and how often one source of one of them mixes somebody up. */
interface Mixture {
  readonly portfolios: number
  readonly share: number
}

const OFTEN: Mixture = { portfolios: 60, share: 0.15 }
/** One answer of a thousand: five trials of this are 100,000 calls. */
const SELDOM: Mixture = { portfolios: 5000, share: ABOUT_ONE.length / 1000 }

/** Another number of the same day, sex and check digit, or one that differs in the eleventh digit and the last. */
function near(iin: string): string {
  const others = [1, 2, 3, 4, 5].map((step) => `${iin.slice(0, 10)}${(Number(iin[10]) + step) % 10}`)
  const right = others.flatMap((eleven) => (checkDigit(eleven) === null ? [] : [`${eleven}${checkDigit(eleven)}`]))
  return right[0] ?? eleventhDigitTypo(iin)
}

/** Ways in which a source mixes up whom it was asked about. */
function mixings(asked: string, other: string): readonly Meddling[] {
  const renamed = (number: string): Meddling => ({ answer: (passed) => withBody(passed, textOf(passed).replaceAll(asked, number)) })
  return [
    { question: (question) => ({ ...question, body: question.body.replaceAll(asked, other) }) },
    renamed(eleventhDigitTypo(asked)),
    renamed(near(asked)),
  ]
}

/** A gateway of these sources, each behind the same meddler. */
async function mixedRig(trial: Trial) {
  const government = await governmentFor(trial)
  const meddler = await createMeddler(trial, government.url)
  const urls = ABOUT_ONE.map((source) => [`${prefixOf(source)}_URL`, `${meddler.url}/${source}`])
  const rig = await createRig(trial, { government, environment: { ...onlySources(ABOUT_ONE), ...Object.fromEntries(urls) } })
  return { rig, meddler, cast: government.government.cast }
}

/** What each source says of each person when nothing is mixed up. */
async function truthOf(rig: Rig): Promise<ReadonlyMap<string, string>> {
  const truth = new Map<string, string>()
  for (const person of KNOWN) {
    const answer = await rig.ask({ person, caseId: 'truth' })
    for (const source of ABOUT_ONE) truth.set(`${person} ${source}`, saidBy(factsOf(answer, source)).join())
  }
  return truth
}

function foreignEvents({ stack }: Rig): number {
  return stack.logged.filter((line) => line.includes('"foreign_record"')).length
}

/** Lays a mixing over one source; null: all is well. */
function over(sick: string | null, mixing: Meddling): Meddling {
  const isSick = ({ path }: { readonly path: string }) => sick !== null && path.startsWith(`/${sick}/`)
  return {
    question: (question) => (isSick(question) ? (mixing.question?.(question) ?? question) : question),
    answer: (passed, question) => (isSick(question) ? (mixing.answer?.(passed, question) ?? passed) : passed),
  }
}

/** Nothing of the one that is mixed up, and of the others what they always say. */
function holdsApart(trial: Trial, rig: Rig, answer: Answer, sick: string | null, truth: (source: string) => string | undefined): void {
  for (const source of ABOUT_ONE) {
    const [said, outcome] = [saidBy(factsOf(answer, source)).join(), rig.outcome(answer, source)?.outcome ?? '']
    const isRight = source === sick ? said === '' && ['foreign', 'unreadable'].includes(outcome) : said === truth(source)
    trial.holds('O3', isRight, `${source} is ${outcome}, ${source === sick ? 'mixed up' : 'well'}`)
  }
}

const mixedUp = (mixture: Mixture) => async (trial: Trial) => {
  const { rig, meddler, cast } = await mixedRig(trial)
  const truth = await truthOf(rig)
  let spoilt = 0
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(trial.random() * items.length)] as Item
  for (let count = 0; count < mixture.portfolios; count++) {
    const [person, sick] = [pick(KNOWN), trial.random() < mixture.share ? pick(ABOUT_ONE) : null]
    const [asked, other] = [cast[person]?.iin ?? '', cast[pick(KNOWN.filter((one) => one !== person))]?.iin ?? '']
    meddler.meddle(over(sick, pick(mixings(asked, other))))
    const answer = await rig.ask({ person, caseId: `mixed-${count}` })
    if (sick) spoilt++
    holdsApart(trial, rig, answer, sick, (source) => truth.get(`${person} ${source}`))
  }
  trial.holds('O2', spoilt > 0 && foreignEvents(rig) >= spoilt * 0.7, `${foreignEvents(rig)} events for ${spoilt} answers`)
  meddler.meddle({})
  await rig.inspect()
}

/** As often as it happens, where there is time for it. */
async function seldomMixedUp(trial: Trial): Promise<void> {
  if (trial.strict) await mixedUp(SELDOM)(trial)
}

/** Former facts go too, and do not come back while the source is away. */
async function nothingKept(trial: Trial): Promise<void> {
  const { rig, meddler, cast } = await mixedRig(trial)
  const [asked, other] = [cast[0]?.iin ?? '', cast[2]?.iin ?? '']
  await rig.ask({ caseId: 'kept' })
  meddler.meddle(mixings(asked, other)[0] ?? {})
  for (const source of ABOUT_ONE) {
    const held = factsOf(await rig.ask({ caseId: 'kept' }), source)
    trial.holds('O3', held.length === 0, `${held.length} facts of ${source} after a foreign answer`)
  }
  rig.government.government.setScenario('diplomas', 'down')
  meddler.meddle({})
  const later = await rig.ask({ caseId: 'kept' })
  trial.holds('O3', factsOf(later, 'diplomas').length === 0, 'a former fact comes back after a foreign answer')
}

/** In a list of everybody a row of another number is nobody's business here. */
async function rowsOfOthers(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  const { iin = '' } = government.government.cast[0] ?? {}
  for (const source of ['teacher-achievements', 'student-achievements']) {
    for (const number of [eleventhDigitTypo(iin), near(iin), government.government.cast[2]?.iin ?? '']) {
      const played = await meddledBy(trial, source, (passed) => withBody(passed, textOf(passed).replaceAll(iin, number)), government)
      trial.holds('O3', factsOf(played.answer, source).length === 0, `rows of ${source} about somebody else`)
      await played.rig.inspect()
    }
  }
}

export const persons: readonly Fault[] = [
  {
    id: 'U28',
    promise: 'delivers nothing of an answer about somebody else, keeps nothing of it, and tells the operator',
    play: inTurn(playing('U28', '').play, mixedUp(OFTEN), seldomMixedUp, nothingKept),
  },
  {
    id: 'U29',
    promise: 'uses no answer that mixes persons, and of lists only the rows of the one asked about',
    play: inTurn(playing('U29', '').play, rowsOfOthers),
  },
]
