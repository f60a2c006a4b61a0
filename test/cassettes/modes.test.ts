import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { createCompare, type Report } from '../../src/cassettes/compare.ts'
import { ignoring } from '../../src/cassettes/ignore.ts'
import { quietLog } from '../../src/cassettes/quiet.ts'
import { createRedactor } from '../../src/cassettes/redactor.ts'
import { createReplay } from '../../src/cassettes/replay.ts'
import { replayCase } from '../../src/cassettes/replay-case.ts'
import { memoryCassettes } from '../support/memory-cassettes.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createRecordingRig, KEY, LISTS } from '../support/recording-rig.ts'

const redactor = createRedactor(KEY, adapters)
const outcomes = ({ sources }: Portfolio) =>
  Object.fromEntries(sources.map(({ source, outcome, reason }) => [source, `${outcome} ${reason}`]))
const claimOf = ({ government }: ReturnType<typeof createRecordingRig>, name: string) =>
  government.cast.find(({ archetype }) => archetype === name)!.claim
const caseIn = ({ kept }: ReturnType<typeof memoryCassettes>) => [...kept.values()].find(({ claim }) => claim !== null)!

/** One person of the cast, recorded. */
async function recorded(name: string, scenario: readonly [source: string, name: string] | null = null, budgetMs = 6000) {
  const store = memoryCassettes()
  const rig = createRecordingRig({ store, mode: 'record', expects: true })
  if (scenario) rig.government.setScenario(...scenario)
  const claim = claimOf(rig, name)
  const portfolio = await rig.collect(claim, budgetMs)
  const replay = () => createReplay({ cassettes: [...store.kept.values()], redactor, lists: LISTS })
  return { store, rig, claim, portfolio, replay }
}

test('replays a real person through the redactor, with her own number and without a call', async () => {
  const { claim, portfolio, replay } = await recorded('expert-complete')
  const rig = createRecordingRig({ store: memoryCassettes(), mode: 'replay', replay: replay() })
  const replayed = await rig.collect(claim)
  expect(outcomes(replayed)).toEqual(outcomes(portfolio))
  expect(rig.called).toEqual([])
})

test('replays an application that comes by the inbox, again and again', async () => {
  const { claim, portfolio, replay } = await recorded('researcher-confirming')
  const rig = createRecordingRig({ store: memoryCassettes(), mode: 'replay', replay: replay() })
  for (const _ of ['first', 'second']) expect(outcomes(await rig.collect(claim))).toEqual(outcomes(portfolio))
})

test('tells a developer what was not recorded, and the portfolio that nobody answered', async () => {
  const { rig: recording, replay } = await recorded('expert-complete')
  const rig = createRecordingRig({ store: memoryCassettes(), mode: 'replay', replay: replay() })
  const replayed = outcomes(await rig.collect(claimOf(recording, 'expert-award-revoked')))
  expect(replayed).toMatchObject({ diplomas: 'unavailable paused', courses: 'unavailable paused' })
  expect(rig.warned).toContainEqual(expect.objectContaining({ source: 'courses', kind: 'not_recorded', differs: '/iin' }))
})

test.each([
  ['diplomas', 'http-503', 'unavailable http_5xx'],
  ['diplomas', 'down', 'unavailable connect'],
  ['employment', 'html-200', 'unavailable html'],
  ['courses', 'token-expires', 'answered null'],
  ['population-register', 'wrong-person', 'foreign subject_mismatch'],
  ['experience-generalisation', 'cp1251-drop', 'answered null'],
])('replays what %s comes to under %s', async (source, scenario, verdict) => {
  const { store, portfolio } = await recorded('expert-complete', [source, scenario])
  expect(outcomes(portfolio)).toHaveProperty(source, verdict)
  const { portfolio: replayed } = await replayCase([...store.kept.values()], { adapters })
  expect(outcomes(replayed)).toEqual(outcomes(portfolio))
  expect(caseIn(store).expected).toEqual(JSON.parse(JSON.stringify(replayed)))
})

test('adds a message that comes after its case to the cassette of that case', async () => {
  const { store, rig, claim, portfolio } = await recorded('researcher-confirming', ['egov-portal', 'late'], 1500)
  expect(outcomes(portfolio)).toHaveProperty('egov-portal', 'deferred async')
  rig.government.setScenario('egov-portal', null)
  await new Promise((resolve) => setTimeout(resolve, 5000))
  await rig.collect({ ...claim, caseId: 'another' })
  await rig.flush()
  const first = [...store.kept.values()]
    .filter((one) => one.claim !== null)
    .find((one) => one.claim?.caseId === redactor.claim(claim).caseId)!
  const lists = [...store.kept.values()].filter((one) => one.claim === null)
  expect(outcomes((await replayCase([first, ...lists], { adapters })).portfolio)).toHaveProperty('egov-portal', 'answered null')
})

test('records anew over the former recording of a case, and only what a refresh asks', async () => {
  const { store, rig, claim, portfolio } = await recorded('expert-complete')
  const count = caseIn(store).exchanges.length
  await rig.collect(claim)
  expect(caseIn(store).exchanges).toHaveLength(count)
  rig.government.setScenario('diplomas', 'http-503')
  await rig.collect(claim)
  rig.government.setScenario('diplomas', null)
  await rig.refresh(portfolio.id)
  const statuses = caseIn(store)
    .exchanges.filter(({ source }) => source === 'diplomas')
    .map(({ answer }) => 'status' in answer && answer.status)
  expect(statuses).toEqual([200])
  expect(new Set(caseIn(store).exchanges.map(({ source }) => source)).size).toBeGreaterThan(4)
})

test('asks and records only what was not recorded, where the mode says so', async () => {
  const { store, claim, replay } = await recorded('expert-complete')
  const kept = caseIn(store)
  await store.write('case-x', { ...kept, exchanges: [] })
  const without = createReplay({
    cassettes: [...store.kept.values()].map((one) => ({ ...one, exchanges: one.exchanges.filter(({ source }) => source !== 'courses') })),
    redactor,
    lists: LISTS,
  })
  const rig = createRecordingRig({ store, mode: 'replay-else-record', replay: without })
  await rig.collect(claim)
  expect(new Set(rig.called.map((url) => new URL(url).pathname.split('/')[1]))).toEqual(new Set(['courses']))
  expect(replay().has('courses')).toBe(true)
})

test('expects of a case what replaying gives, with the lists that were recorded before', async () => {
  const { store, claim, replay } = await recorded('expert-complete')
  const rig = createRecordingRig({ store, mode: 'replay-else-record', replay: replay(), expects: true })
  await rig.collect({ ...claim, caseId: 'another' })
  const lists = [...store.kept.values()].filter((one) => one.claim === null)
  const another = [...store.kept.values()].findLast((one) => one.claim !== null)!
  expect(outcomes(another.expected as never)).toHaveProperty('teacher-achievements', 'answered null')
  const { portfolio } = await replayCase([another, ...lists], { adapters })
  expect(another.expected).toEqual(JSON.parse(JSON.stringify(portfolio)))
})

test('asks for somebody else with a real token, though the recorded login gave none', async () => {
  const { claim, rig: recording, replay } = await recorded('expert-complete')
  const rig = createRecordingRig({ store: memoryCassettes(), mode: 'replay-else-record', replay: replay() })
  expect(outcomes(await rig.collect(claim))).toHaveProperty('courses', 'answered null')
  expect(rig.called).toEqual([])
  expect(outcomes(await rig.collect(claimOf(recording, 'expert-award-revoked')))).toHaveProperty('courses', 'answered null')
  expect(rig.called.some((url) => url.endsWith('/oauth/token'))).toBe(true)
})

test('gives the real answer and reports where it differs from the recorded one, redacted', async () => {
  const { claim, portfolio, replay } = await recorded('expert-complete')
  const reports: Report[] = []
  const compare = createCompare({ redactor, ignored: ignoring(''), log: quietLog, now: () => 0, report: (one) => reports.push(one) })
  const rig = createRecordingRig({ store: memoryCassettes(), mode: 'diff', replay: replay(), compare })
  expect(outcomes(await rig.collect(claim))).toEqual(outcomes(portfolio))
  expect(reports).toEqual([])
  rig.government.setScenario('courses', 'hours-as-text')
  await rig.collect({ ...claim, caseId: 'again' })
  expect(reports.map(({ source }) => source)).toEqual(['courses'])
  expect(reports[0]?.differences).toContainEqual(expect.objectContaining({ path: '/items/0/hours', kind: 'type' }))
  expect(JSON.stringify(reports)).not.toContain(claim.iin)
})

test('asks the pretend government to play a scenario', async () => {
  const rig = createRecordingRig({ store: memoryCassettes(), mode: 'scenario', scenario: 'http-503' })
  expect(outcomes(await rig.collect(claimOf(rig, 'expert-complete')))).toHaveProperty('diplomas', 'unavailable http_5xx')
})

test.each(['record', 'replay', 'scenario'] as const)(
  'leaves nothing of a run in mode %s that a live one takes for an answer',
  async (mode) => {
    const { claim, rig: recording, replay, portfolio } = await recorded('researcher-confirming')
    const data = memoryStore()
    const rig = createRecordingRig({ store: memoryCassettes(), mode, data, scenario: 'empty', replay: replay() })
    await rig.collect(claimOf(recording, 'expert-complete'))
    await rig.collect(claim)
    const live = createRecordingRig({ store: memoryCassettes(), mode: 'live', data })
    for (const one of [claim, { ...claim, caseId: 'another' }]) expect(outcomes(await live.collect(one))).toEqual(outcomes(portfolio))
  },
)

test('knows somebody in the lists of a replay who is asked about after they were loaded', async () => {
  const { store, rig: recording, claim, portfolio } = await recorded('expert-complete')
  const another = claimOf(recording, 'expert-award-revoked')
  const expected = outcomes(await recording.collect(another))
  const replay = createReplay({ cassettes: [...store.kept.values()], redactor, lists: LISTS })
  const rig = createRecordingRig({ store: memoryCassettes(), mode: 'replay', replay })
  expect(outcomes(await rig.collect(claim))).toEqual(outcomes(portfolio))
  expect(outcomes(await rig.collect(another))).toEqual(expected)
})

test('does not wait, once live, for the answer to a question that was only played', async () => {
  const { claim, portfolio } = await recorded('researcher-confirming')
  const data = memoryStore()
  const rig = createRecordingRig({ store: memoryCassettes(), mode: 'scenario', data, scenario: 'late' })
  expect(outcomes(await rig.collect(claim, 1500))).toHaveProperty('egov-portal', 'deferred async')
  const live = createRecordingRig({ store: memoryCassettes(), mode: 'live', data })
  expect(outcomes(await live.collect(claim))).toEqual(outcomes(portfolio))
})
