import { iinFor } from '../../../mocks/cast/numbers.ts'
import type { Listening } from '../../../mocks/listen.ts'
import { ALIEN, type Bend, bentText, LEFT_OUT, NOTHING, RENAMED, TYPES } from '../bends.ts'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import type { Passed } from '../meddler.ts'
import {
  factsOf,
  holdsOneOf,
  isAboutData,
  leavesIn,
  meddledBy,
  meddledRig,
  type Played,
  personOf,
  playing,
  textOf,
  usualOf,
  withBody,
} from '../playing.ts'
import { governmentFor } from '../rig.ts'
import { telling } from '../shape-events.ts'

/* Answers whose keys are not those of the contract, U22–U27: each key in turn is left out, renamed, or given another type. */

const JSON_SOURCES = [
  'courses',
  'knowledge-test',
  'education-quality',
  'teacher-achievements',
  'student-achievements',
  'leadership-reserve',
]
const XML_SOURCES = ['population-register', 'diplomas']
/** Keys of one source that are bent in one trial: which ones follows from its seed. */
const KEYS = 6

function keysIn(value: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return into
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) into.add(key)
    keysIn(item, into)
  }
  return into
}

function someOf<Item>(items: readonly Item[], count: number, { random }: Trial): readonly Item[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .slice(0, count)
    .map(([, item]) => item)
}

/** The keys of the first answers of a source. */
async function keysOf(trial: Trial, source: string, government: Listening): Promise<readonly string[]> {
  const { rig, meddler } = await meddledRig(trial, source, { government })
  const keys = new Set<string>()
  meddler.meddle({
    answer(passed, question) {
      const text = textOf(passed)
      if (text.startsWith('<')) for (const [, name = ''] of text.matchAll(/<([A-Za-z]+)>[^<]*<\/\1>/g)) keys.add(name)
      else if (isAboutData(question)) keysIn(JSON.parse(text), keys)
      return passed
    },
  })
  await rig.ask({ person: personOf(source), waitSeconds: 10 })
  return [...keys]
}

/** Nothing is invented, nothing of an alien value is taken over, and what makes no sense is not called empty. */
async function holdsHonest(trial: Trial, played: Played, about: string, mayFold: boolean): Promise<void> {
  const { answer, source, rig } = played
  const outcome = rig.outcome(answer, source)?.outcome
  const [known, facts] = [(await usualOf(trial, source)).map((one) => JSON.parse(one)), factsOf(answer, source)]
  const leaves = new Set(leavesIn(known))
  const strange = leavesIn(facts.map(({ value }) => value)).filter((leaf) => !leaves.has(leaf) && leaf !== 'false' && leaf !== 'name')
  trial.holds('O3', strange.length === 0, `${source}, ${about}: values that nobody sent`)
  trial.holds('O3', !JSON.stringify(facts.map(({ value }) => value)).includes(ALIEN), `${source}, ${about}: an alien value`)
  const isLost = outcome === 'empty' || (outcome === 'answered' && facts.length < (mayFold ? 1 : known.length))
  trial.holds('O3', !isLost, `${source}, ${about}: ${outcome}, ${facts.length} of ${known.length} facts`)
  await rig.inspect()
}

/** Each of some keys of each source, bent in each way. */
function mutating(...bends: readonly Bend[]): Fault['play'] {
  return async (trial) => {
    const government = await governmentFor(trial)
    for (const source of [...JSON_SOURCES, ...XML_SOURCES]) {
      const keys = someOf(await keysOf(trial, source, government), KEYS, trial)
      for (const [place, key] of keys.entries()) {
        const bend = bends[(place + trial.seed) % bends.length] ?? LEFT_OUT
        const change = (passed: Passed) => withBody(passed, bentText(textOf(passed), key, bend))
        const played = await meddledBy(trial, source, change, government)
        await holdsHonest(trial, played, `${key} bent by ${bends.indexOf(bend)}`, bend === NOTHING)
      }
    }
  }
}

/** People of the first years of a century, whose numbers begin with zeros. */
const EARLY = ['1800-01-03', '1801-11-20', '1809-05-30', '1810-10-01']

async function zeros(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  const { claim } = government.government.cast[0] ?? {}
  for (const [place, day] of EARLY.entries()) {
    const [real, early] = [claim?.iin ?? '', iinFor(day, 'female', 200 + place)]
    for (const source of ['diplomas', 'courses']) {
      const { rig, meddler } = await meddledRig(trial, source, { government })
      const shown = source === 'courses' ? [`"${real}"`, String(Number(early))] : [real, String(Number(early))]
      meddler.meddle({
        question: (question) => ({ ...question, body: question.body.replaceAll(early, real) }),
        answer: (passed) => withBody(passed, textOf(passed).replaceAll(shown[0] ?? '', shown[1] ?? '')),
      })
      const answer = await rig.askFor({ ...claim, iin: early, names: undefined, caseId: `early-${place}` })
      await holdsOneOf(trial, { rig, answer, source }, `zeros lost of ${day}`, ['answered'])
      const repairs = factsOf(answer, source).map(
        ({ provenance }) => provenance.repairs.includes('iin.leading-zero') === early.startsWith('0'),
      )
      trial.holds('O3', repairs.length > 0 && repairs.every(Boolean), `zeros of ${day} without a note`)
    }
  }
}

export const shapes: readonly Fault[] = [
  {
    id: 'U22',
    promise: 'misses a key that is left out, and calls nothing empty for it',
    play: inTurn(playing('U22', '').play, mutating(LEFT_OUT), telling('missing')),
  },
  {
    id: 'U23',
    promise: 'misses a key that has another name, reads nothing in its place, and tells which one looks like it',
    play: inTurn(playing('U23', '').play, mutating(RENAMED), telling('renamed')),
  },
  {
    id: 'U24',
    promise: 'accepts a key more, shows nothing of it, and tells of it once',
    play: inTurn(playing('U24', '').play, telling('new_field')),
  },
  {
    id: 'U25',
    promise: 'takes no value of another type for one of its own',
    play: inTurn(playing('U25', '', () => 'some').play, mutating(...TYPES), telling('retyped')),
  },
  {
    id: 'U26',
    promise: 'gives a number its zeros back only where all then fits, and says so',
    play: inTurn(playing('U26', '').play, zeros),
  },
  playing('U27', 'keeps a record whose code no dictionary has', () => 'other'),
]
