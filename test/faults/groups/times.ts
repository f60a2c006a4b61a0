import { TODAY } from '../../support/stack.ts'
import { inTurn } from '../corpus.ts'
import { eventsOf } from '../events-of.ts'
import type { Fault, Trial } from '../fault.ts'
import type { Passed } from '../meddler.ts'
import { factsOf, isAboutData, meddledBy, meddledRig, personOf, playing, saidBy, textOf, usualOf, withBody } from '../playing.ts'
import { createRig, governmentFor } from '../rig.ts'

/* What changes from one answer to the next, and days that cannot be, U31–U34. */

const MARKS = 'education-quality'
const COURSES = 'courses'

/** Versions of one record as its register dates them, in any order: the newest stays. */
async function shuffled(trial: Trial): Promise<void> {
  const { rig, meddler } = await meddledRig(trial, MARKS)
  const versions = [1, 2, 3, 4, 5].toSorted(() => trial.random() - 0.5)
  let newest = 0
  for (const version of versions) {
    newest = Math.max(newest, version)
    const change = (text: string) =>
      text
        .replaceAll(/"calculatedAt":"[^"]*"/g, `"calculatedAt":"2025-06-1${version}T00:00:00"`)
        .replaceAll('"m5":8,"m4":10', `"m5":${version},"m4":${18 - version}`)
    meddler.meddle({ answer: (passed, question) => (isAboutData(question) ? withBody(passed, change(textOf(passed))) : passed) })
    const answer = await rig.ask({ caseId: 'versions' })
    const shown = factsOf(answer, MARKS).flatMap(({ value }) => ('marks' in value && value.marks ? [value.marks.m5] : []))
    const isNewest = shown.includes(newest) && shown.every((mark) => mark === newest || Number(mark) > 5)
    trial.holds('O3', isNewest, `version ${version} after ${newest}: ${[...new Set(shown)].join()}`)
  }
  await rig.inspect()
}

/** Fewer records than before, then none, then the source is away: those that are missed stay, marked. */
async function fewer(trial: Trial): Promise<void> {
  const { rig } = await meddledRig(trial, COURSES)
  const before = saidBy(factsOf(await rig.ask({ caseId: 'fewer' }), COURSES))
  for (const [scenario, marked] of [
    ['one-record', 1],
    ['empty', 2],
    ['down', 2],
  ] as const) {
    rig.government.government.setScenario(COURSES, scenario)
    const facts = factsOf(await rig.ask({ caseId: 'fewer' }), COURSES)
    const missed = facts.filter(({ issues }) => issues.some(({ code }) => code === 'no_longer_reported'))
    trial.holds('O3', saidBy(facts).join() === before.join(), `${facts.length} of ${before.length} facts under ${scenario}`)
    trial.holds('O3', missed.length === marked, `${missed.length} facts marked under ${scenario}`)
  }
  await rig.inspect()
}

/** Two sources, or two vendors of one, that contradict: both stay with their provenance, and somebody has to settle it. */
async function contradicting(trial: Trial): Promise<void> {
  const rig = await createRig(trial)
  for (const archetype of ['expert-two-vendors', 'expert-just-moved']) {
    const person = rig.government.government.cast.findIndex((one) => one.archetype === archetype)
    const { portfolio } = await rig.ask({ person })
    const gap = portfolio?.gaps.find(({ code }) => code === 'conflict')
    trial.holds('O3', gap?.actor === 'teacher', `no conflict of ${archetype}`)
    const facts = portfolio?.sections.find(({ id }) => id === gap?.section)?.facts ?? []
    trial.holds(
      'O3',
      facts.length > 1 && facts.every(({ provenance }) => provenance.source !== null),
      `one of two facts of ${archetype} is gone`,
    )
  }
  await rig.inspect()
}

/** Days that are none, or not sure which: never read as another day. */
const NO_DAYS = [
  ...['31.02.2025', '2025-02-30', '2025-13-01', '00.00.0000', '0000-00-00', '32.01.2025', '29.02.2025', '1.1.1'],
  ...['20.03.25', '25-03-20', '03/20/2025', '20/03/2025', '20250320', '2025-03', '2025', '1742428800', 'вчера', '20 марта 2025'],
  ...['2025-03-20T25:00:00', '2025-03-20+99:00', '2025-W12-4', '+002025-03-20', '٢٠٢٥-٠٣-٢٠'],
]
const DAY = '2025-03-20'

async function days(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  for (const written of NO_DAYS) {
    const change = (text: string) => text.replace(`"finishDate":"${DAY}"`, `"finishDate":${JSON.stringify(written)}`)
    const played = await meddledBy(trial, COURSES, (passed) => withBody(passed, change(textOf(passed))), government)
    const ends = factsOf(played.answer, COURSES).flatMap(({ value }) => ('endsOn' in value ? [value.endsOn] : []))
    const isSpared = ends.includes('2024-03-20') && ends.every((day) => day === null || day === DAY || day === '2024-03-20')
    trial.holds('O3', isSpared, `a day written ${written}: ${ends.join()}`)
    await played.rig.inspect()
  }
}

/** How far the clock of a source is off, milliseconds: those under five minutes are no matter. */
const OFF_MS = [0, 6 * 60_000, -4 * 60_000, -3_600_000, 0, 10 * 365 * 86_400_000]
const TOLD = [360, -3600, 315_360_000]

/** An answer of a clock that is so far off, in its head and in what the bus says of itself. */
function clocked(passed: Passed, offMs: number): Passed {
  const at = new Date(Date.parse(`${TODAY}T05:00:00Z`) + offMs)
  const text = textOf(passed)
  const body = text.startsWith('<') ? text.replaceAll(/<responseDate>[^<]*</g, `<responseDate>${at.toISOString()}<`) : passed.body
  return withBody(passed, body, { date: at.toUTCString() })
}

/** Clocks of sources that go wrong: each is told once when it does, and no fact is another one for it. */
async function clocks(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  for (const source of [COURSES, 'diplomas', 'egov-portal']) {
    const { rig, meddler } = await meddledRig(trial, source, { government })
    const known = await usualOf(trial, source)
    for (const [turn, offMs] of OFF_MS.entries()) {
      meddler.meddle({ answer: (passed) => clocked(passed, offMs) })
      const answer = await rig.ask({ caseId: `clock-${turn}`, person: personOf(source), waitSeconds: 10 })
      trial.holds('O3', saidBy(factsOf(answer, source)).join() === known.join(), `facts of ${source} by a clock ${offMs} ms off`)
    }
    for (const where of source === COURSES ? ['Date'] : ['Date', 'responseDate']) {
      const told = eventsOf(rig, source, 'clock_skew').filter(({ field }) => field === where)
      const isTold = told.length === TOLD.length && TOLD.every((skew, place) => Math.abs(Number(told[place]?.skewSeconds) - skew) < 60)
      trial.holds('O2', isTold, `${where} of ${source}: told ${told.map(({ skewSeconds }) => skewSeconds).join()}`)
    }
    await rig.inspect()
  }
}

export const times: readonly Fault[] = [
  { id: 'U31', promise: 'never lets an older record replace a newer one', play: inTurn(playing('U31', '').play, shuffled) },
  { id: 'U32', promise: 'keeps what a source no longer reports, and says so', play: inTurn(playing('U32', '', () => 'some').play, fewer) },
  { id: 'U33', promise: 'keeps both sides of a contradiction, and lets the teacher settle it', play: contradicting },
  {
    id: 'U34',
    promise: 'reads no day that cannot be, and none as another, and tells of a clock that is wrong',
    play: inTurn(playing('U34', '').play, days, clocks),
  },
]
