import { adapters } from '../../adapters/index.ts'
import type { Listening } from '../../mocks/listen.ts'
import type { Expected } from '../../mocks/mock.ts'
import { idsOf, SCENARIOS } from '../../mocks/scenarios.ts'
import type { Fact } from '../../schemas/fact.ts'
import { isNamed } from '../../src/rulebook/index.ts'
import type { Fault, Trial } from './fault.ts'
import { createMeddler, type Meddler, type Passed, type Question } from './meddler.ts'
import { type Answer, createRig, governmentFor, holdsSick, prefixOf, type Rig, type RigOptions } from './rig.ts'

/* One source under a scenario or behind a meddler, with one healthy neighbour: what comes of it is compared with what is promised. */

/** Of whom a source is asked: an expert, of whom everything is found, or somebody of the portal channel. */
const PERSONS: Readonly<Record<string, number>> = { 'egov-portal': 13, 'leadership-reserve': 13 }
const NEIGHBOURS = ['diplomas', 'courses'] as const
/** Short where a source never answers; ample elsewhere, so that a busy machine makes no difference. */
const SHORT = '700'

/** All sources of the Rules. */
export const SOURCES: readonly string[] = adapters.map(({ id }) => id).filter(isNamed)

/** The place in the cast of somebody of whom a source has something to say. */
export function personOf(source: string): number {
  return PERSONS[source] ?? 0
}

/** Only these sources, and where they are. */
export function onlySources(wanted: readonly string[]): Record<string, string> {
  return Object.fromEntries(SOURCES.filter((source) => !wanted.includes(source)).map((source) => [`${prefixOf(source)}_URL`, '']))
}

/** One that is well beside the sick one. */
export function neighbourOf(source: string): string {
  return NEIGHBOURS.find((one) => one !== source) ?? ''
}

/** A gateway of one source and its neighbour. */
export function rigOf(trial: Trial, source: string, { environment = {}, ...options }: RigOptions = {}): Promise<Rig> {
  return createRig(trial, { ...options, environment: { ...onlySources([source, neighbourOf(source)]), ...environment } })
}

/** The same with a meddler before the source. */
export async function meddledRig(trial: Trial, source: string, options: RigOptions = {}): Promise<{ rig: Rig; meddler: Meddler }> {
  const government = options.government ?? (await governmentFor(trial))
  const meddler = await createMeddler(trial, government.url)
  const environment = { [`${prefixOf(source)}_URL`]: `${meddler.url}/${source}`, ...options.environment }
  return { meddler, rig: await rigOf(trial, source, { ...options, government, environment }) }
}

/** The facts of one source in an answer, without what is computed of them. */
export function factsOf({ portfolio }: Answer, source: string): readonly Fact[] {
  const isSaid = ({ provenance }: Fact) => provenance.source === source && provenance.origin === 'state'
  return portfolio?.sections.flatMap(({ facts }) => facts.filter(isSaid)) ?? []
}

/** What a fact says, without whence and when. */
export function saidBy(facts: readonly Fact[]): readonly string[] {
  return facts.map(({ type, value }) => JSON.stringify([type, value])).toSorted()
}

const usual = new Map<string, Promise<readonly string[]>>()

/** What a source says when nothing is wrong. */
export function usualOf(trial: Trial, source: string): Promise<readonly string[]> {
  const asking = async () => saidBy(factsOf(await (await rigOf(trial, source)).ask({ person: personOf(source) }), source))
  const known = usual.get(source) ?? asking()
  usual.set(source, known)
  return known
}

/** One source under a scenario. */
export interface Played {
  readonly rig: Rig
  readonly answer: Answer
  readonly source: string
}

/** A portfolio while a source plays a scenario, by a gateway that has never asked it before. */
export async function playedBy(
  trial: Trial,
  source: string,
  scenario: string,
  [, reason]: Expected,
  government: Listening,
): Promise<Played> {
  government.government.reset()
  government.government.setScenario(source, scenario)
  const limit = reason === 'timeout' ? { [`${prefixOf(source)}_TIMEOUT_MS`]: SHORT } : {}
  const rig = await rigOf(trial, source, { government, environment: limit })
  const answer = await rig.ask({ person: personOf(source), waitSeconds: reason === 'async' ? 1 : 10 })
  government.government.setScenario(source, null)
  return { rig, answer, source }
}

/** Whether data are asked for: a login is none. */
export function isAboutData({ path }: Question): boolean {
  return !/token|authorizations/.test(path)
}

/** The same while every answer with data is changed on its way. */
export async function meddledBy(
  trial: Trial,
  source: string,
  change: (passed: Passed, question: Question) => Passed,
  government: Listening,
): Promise<Played> {
  const { rig, meddler } = await meddledRig(trial, source, { government })
  meddler.meddle({ answer: (passed, question) => (isAboutData(question) ? change(passed, question) : passed) })
  return { rig, source, answer: await rig.ask({ person: personOf(source), waitSeconds: 10 }) }
}

/** The answer is one of these, written `outcome` or `outcome/reason`; where it is no answer, it brings no fact and nobody types. */
export async function holdsOneOf(trial: Trial, { rig, answer, source }: Played, about: string, allowed: readonly string[]): Promise<void> {
  const status = rig.outcome(answer, source)
  const came = status?.reason ? `${status.outcome}/${status.reason}` : `${status?.outcome}`
  trial.holds('O2', allowed.includes(came), `${source}, ${about}: ${came}, not ${allowed.join(' or ')}`)
  if (status && ['unavailable', 'unreadable', 'foreign'].includes(status.outcome)) {
    trial.holds('O3', factsOf(answer, source).length === 0, `facts of ${source}, ${about}`)
    holdsSick(trial, rig, answer, source, [status.reason])
  }
  await rig.inspect()
}

/** A text in place of the body. */
export function withBody(passed: Passed, body: string | Uint8Array, headers: Record<string, string> = {}): Passed {
  return { ...passed, headers: { ...passed.headers, ...headers }, body: typeof body === 'string' ? Buffer.from(body) : body }
}

/** The body as text. */
export function textOf({ body }: Passed): string {
  return Buffer.from(body).toString()
}

/** Outcome and reason are those that are promised; a failure brings no fact, makes nobody type, and spoils no neighbour. */
export async function holdsPromised(trial: Trial, { rig, answer, source }: Played, scenario: string, expected: Expected): Promise<void> {
  const status = rig.outcome(answer, source)
  const [outcome, reason] = [status?.outcome, status?.reason]
  const came = `${source} under ${scenario}: ${outcome} ${reason}, promised ${expected[0]} ${expected[1]}`
  trial.holds('O2', outcome === expected[0] && reason === expected[1], came)
  const well = rig.outcome(answer, neighbourOf(source))?.outcome
  trial.holds('O2', well === 'answered', `${neighbourOf(source)} beside ${source} under ${scenario}: ${well}`)
  const isProper = ['answered', 'partial', 'empty'].includes(expected[0])
  if (!isProper && expected[0] !== 'deferred') {
    trial.holds('O3', factsOf(answer, source).length === 0, `facts of ${source} under ${scenario}`)
    if (expected[0] !== 'consent_missing') holdsSick(trial, rig, answer, source, [expected[1]])
  }
  await rig.inspect()
}

/**
 * What of the usual facts an answer has under a scenario: `all` the same · `spelt` the same but for letters · `less` the same, or nothing
 * in the place of a value · `some` of the same · `other` as many, of which some say something else.
 */
export type Spared = 'all' | 'spelt' | 'less' | 'some' | 'other'

const [LATIN, KAZAKH] = ['ABCEHIKMOPTX', 'ӘҒҚҢӨҰҮҺІ']
const [CYRILLIC, RUSSIAN] = ['АВСЕНИКМОРТХ', 'АГКНОУУХИ']

/** A text by letters that look or sound the same. */
function folded(text: string): string {
  const one = (letter: string) => CYRILLIC[LATIN.indexOf(letter)] ?? RUSSIAN[KAZAKH.indexOf(letter)] ?? letter
  return [...text.toUpperCase()].map(one).join('')
}

/** Every value of facts that is not nothing. */
export function leavesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [String(value)]
  return Object.values(value).flatMap(leavesIn)
}

const SAME: Readonly<Record<Spared, (now: readonly string[], before: readonly string[]) => boolean>> = {
  all: (now, before) => now.join() === before.join(),
  spelt: (now, before) => now.map(folded).toSorted().join() === before.map(folded).toSorted().join(),
  less(now, before) {
    const [mine, known] = [now, before].map((facts) => facts.flatMap((fact) => leavesIn(JSON.parse(fact)))) as [string[], string[]]
    return now.length === before.length && mine.every((leaf) => known.includes(leaf))
  },
  some: (now, before) => now.length > 0 && now.every((one) => before.includes(one)),
  other: (now, before) => now.length === before.length,
}

/** Compares the facts of a source with what it usually says. */
export async function holdsFacts(trial: Trial, { answer, source }: Played, scenario: string, spared: Spared): Promise<void> {
  const [before, now] = [await usualOf(trial, source), saidBy(factsOf(answer, source))]
  const what = `${source} under ${scenario}: ${now.length} facts, usually ${before.length}; not ${spared}`
  trial.holds('O3', before.length > 0 && SAME[spared](now, before), what)
}

/** A fault that scenarios play: each of them on every source that it fits. */
export function playing(id: string, promise: string, sparedBy: (scenario: string) => Spared = () => 'all'): Fault {
  const scenarios = SCENARIOS.filter((scenario) => idsOf(scenario).includes(id))
  async function play(trial: Trial): Promise<void> {
    const government = await governmentFor(trial)
    for (const { name, expected, sources } of scenarios) {
      for (const source of sources) {
        const played = await playedBy(trial, source, name, expected, government)
        await holdsPromised(trial, played, name, expected)
        if (expected[0] === 'answered') await holdsFacts(trial, played, name, sparedBy(name))
        if (expected[0] === 'partial') await holdsFacts(trial, played, name, 'some')
      }
    }
  }
  return { id, promise, play }
}
