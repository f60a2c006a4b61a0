import { describe, expect, test } from 'vitest'
import type { Fact } from '../../schemas/fact.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim, type LineOptions, runLine, type Said } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { continued } from './continuity.ts'
import type { Held, HeldSource } from './held.ts'

type Told = NonNullable<LineOptions['said']>

/** One collection after another of the same case. */
async function collections(...all: readonly (Told & { readonly today?: string })[]) {
  let held: Held | null = null
  let last = await runLine({ said: {} })
  for (const { today, ...said } of all) {
    last = await runLine({ said, held, ...(today ? { today } : {}) })
    held = last.held
  }
  return last.portfolio
}
type Ended = Awaited<ReturnType<typeof collections>>
const section = ({ sections }: Ended, id: string) => sections.find((one) => one.id === id)
const gapsOf = ({ gaps }: Ended, id: string) => gaps.filter((gap) => gap.section === id).map(({ code }) => code)
const marks = (fact: Fact | undefined) => fact?.issues.map(({ code }) => code)
const DOWN: Said = { outcome: 'unavailable', reason: 'timeout' }
const [first, second] = [draft.diploma({ number: '1' }, { key: '1' }), draft.diploma({ number: '2' }, { key: '2' })]

describe('a record that its source leaves out', () => {
  test('is kept, marked, and asked about, and the others stand as they were', async () => {
    const portfolio = await collections({ diplomas: [first, second] }, { diplomas: [first] })
    const facts = section(portfolio, 'education')?.facts ?? []
    expect(facts.map((fact) => [fact.type === 'diploma' && fact.value.number, marks(fact)])).toEqual([
      ['1', []],
      ['2', ['no_longer_reported']],
    ])
    expect(gapsOf(portfolio, 'education')).toEqual(['unverifiable'])
    expect(portfolio.gaps.find(({ code }) => code === 'unverifiable')).toMatchObject({ blocking: false, actor: 'responsible_person' })
  })

  test('satisfies nothing: an empty answer after five diplomas asks for one', async () => {
    const portfolio = await collections({ diplomas: [first] }, { diplomas: [] })
    expect(section(portfolio, 'education')).toMatchObject({ status: 'partial', facts: [{ value: { number: '1' } }] })
    expect(gapsOf(portfolio, 'education')).toEqual(['unverifiable', 'not_found'])
    expect(portfolio.sources.find(({ source }) => source === 'diplomas')).toMatchObject({ outcome: 'empty' })
  })

  test('tells the age of the answer that carried it', async () => {
    const portfolio = await collections({ diplomas: [first] }, { diplomas: [] })
    const { provenance } = section(portfolio, 'education')?.facts[0] ?? {}
    expect(provenance).toMatchObject({ asOf: provenance?.obtainedAt })
  })

  test('stays marked once, through failures and further answers, until it is reported again', async () => {
    const gone = await collections({ diplomas: [first, second] }, { diplomas: [first] }, { diplomas: DOWN }, { diplomas: [first] })
    expect(section(gone, 'education')?.facts.map(marks)).toEqual([[], ['no_longer_reported']])
    const back = await collections({ diplomas: [first, second] }, { diplomas: [first] }, { diplomas: [first, second] })
    expect(section(back, 'education')?.facts.map(marks)).toEqual([[], []])
    expect(gapsOf(back, 'education')).toEqual([])
  })

  test('is not missed where a record of the answer could not be read', async () => {
    const portfolio = await collections({ diplomas: [first, second] }, { diplomas: [first, {}] })
    expect(section(portfolio, 'education')?.facts.map(marks)).toEqual([[], []])
  })

  test('is gone for good after a foreign answer or a consent refused', async () => {
    const refused: Said[] = [
      { outcome: 'foreign', reason: 'subject_mismatch' },
      { outcome: 'consent_missing', reason: 'revoked' },
    ]
    for (const said of refused) {
      expect(section(await collections({ diplomas: [first] }, { diplomas: said }), 'education')?.facts).toEqual([])
    }
  })

  test('counts neither as service, nor as workplace, nor as achievement', async () => {
    const said = { employment: [draft.contract()], 'student-achievements': [draft.achievement()] }
    const portfolio = await collections(said, { employment: [], 'student-achievements': [] })
    expect(section(portfolio, 'experience')?.facts).toEqual([])
    expect(gapsOf(portfolio, 'employment')).toEqual(['unverifiable', 'not_found'])
    expect(gapsOf(portfolio, 'learner_achievements')).toEqual(['unverifiable'])
    expect(portfolio.advisories).toEqual([])
  })
})

test('misses no school year that has left the window', async () => {
  const row = draft.quality({ schoolYear: '2023-2024' }, { key: 'old' })
  const portfolio = await collections({ 'education-quality': [row], today: '2026-06-30' }, { 'education-quality': [], today: '2026-07-02' })
  const inside = await collections({ 'education-quality': [row], today: '2026-07-02' }, { 'education-quality': [], today: '2026-07-03' })
  expect([section(portfolio, 'teaching_quality')?.facts.length, section(inside, 'teaching_quality')?.facts.length]).toEqual([1, 1])
  const later = await collections({ 'education-quality': [row], today: '2026-07-02' }, { 'education-quality': [], today: '2027-07-02' })
  expect(section(later, 'teaching_quality')?.facts).toEqual([])
})

test('keeps the later of two records of one thing, whichever came last', async () => {
  const dated = (recordDate: string | null, honours: boolean) => draft.diploma({ number: '1', honours }, { key: '1', recordDate })
  const honours = async (...all: readonly ReturnType<typeof dated>[]) => {
    const portfolio = await collections(...all.map((one) => ({ diplomas: [one] })))
    return section(portfolio, 'education')?.facts.map((fact) => fact.type === 'diploma' && fact.value.honours)
  }
  expect(await honours(dated('2026-02-01', true), dated('2026-01-01', false))).toEqual([true])
  expect(await honours(dated('2026-01-01', true), dated('2026-02-01', false))).toEqual([false])
  expect(await honours(dated('2026-01-01', true), dated('2026-01-01', false))).toEqual([false])
  expect(await honours(dated(null, true), dated('2026-01-01', false))).toEqual([false])
  expect(await honours(dated('2026-01-01', true), dated(null, false))).toEqual([false])
})

describe('what the last answer leaves out', () => {
  const collected = (request: PortfolioRequest, before: Told, now: Told) =>
    lineNow({ request, said: now, held: lineNow({ request, said: before }).held }).portfolio

  test('is replaced, not missed, where the newest record stands for the former ones', () => {
    const request = claim({ claimedCategory: 'researcher', currentCategory: 'expert' })
    const essay = { ...draft.application(), type: 'essay', section: 'essay', value: { language: 'kk', words: 300 } }
    const first = [draft.application(), draft.category(), essay]
    const second = [{ ...draft.application(), key: 'A-2' }, draft.category({ category: 'researcher' }), { ...essay, key: 'E-2' }]
    const portfolio = collected(request, { 'egov-portal': first }, { 'egov-portal': second })
    expect(['application', 'category', 'essay'].map((id) => section(portfolio, id)?.facts.length)).toEqual([1, 1, 1])
  })

  test('is missed where nothing of the answer is final', () => {
    const before = { diplomas: [first, second] }
    const portfolio = collected(claim(), before, { diplomas: [draft.diploma({ number: '3', status: '3' })] })
    expect(section(portfolio, 'education')?.facts.map(marks).sort()).toEqual([
      ['no_longer_reported'],
      ['no_longer_reported'],
      ['not_final'],
    ])
  })

  test('closes nothing, is no duplicate, has no growth and is not called below a level', () => {
    const head = claim({ claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' })
    const reserve = collected(head, { 'leadership-reserve': [draft.reserve()] }, { 'leadership-reserve': [] })
    expect(section(reserve, 'knowledge_test')?.status).toBe('empty')
    const courses = [draft.course(), draft.course({ certificateNumber: 'C-2' })]
    expect(gapsOf(collected(claim(), { courses }, { courses: courses.slice(0, 1) }), 'courses')).toEqual(['unverifiable'])
    const low = { 'student-achievements': [draft.achievement({ level: 1 })], 'education-quality': draft.threeYears() }
    const gone = collected(claim(), low, { 'student-achievements': [], 'education-quality': [] })
    expect(gone.advisories).toEqual([])
    expect(section(gone, 'teaching_quality')).not.toHaveProperty('dynamics')
  })

  test('stays out where a source failed but said something all the same', () => {
    const [held] = [lineNow({ said: { diplomas: [first] } }).held.diplomas]
    if (!held) throw new Error('no diplomas')
    const failed = { ...held, status: { ...held.status, outcome: 'unavailable', reason: 'timeout' } } as HeldSource
    expect(continued(failed, held, () => true)).toEqual(failed)
    expect(continued({ ...failed, facts: [] }, held, () => true).status.stale).toBe(true)
  })
})

describe('variants of one record', () => {
  const variant = (students: number, recordDate: string) => draft.quality({ students, vendor: recordDate }, { key: 'one', recordDate })
  const [early, late] = [variant(20, '2026-06-01'), variant(30, '2026-06-10')]

  test.each([
    [
      [early, late],
      [early, late],
    ],
    [
      [early, late],
      [late, early],
    ],
    [
      [late, early],
      [late, early],
    ],
  ])('stay in conflict however often and in whatever order they come', async (one, other) => {
    const portfolio = await collections({ 'education-quality': one }, { 'education-quality': other })
    expect(section(portfolio, 'teaching_quality')?.conflicts.map(({ pointer }) => pointer)).toContain('/students')
  })
})

test('accepts a record that is reported again, though it is dated earlier than the one left out', async () => {
  const dated = (recordDate: string) => draft.quality({}, { key: 'one', recordDate })
  const told = [[dated('2026-02-01')], [], [dated('2026-01-01')]].map((rows) => ({ 'education-quality': rows }))
  const [fact] = section(await collections(...told), 'teaching_quality')?.facts ?? []
  expect([fact?.provenance.recordDate, marks(fact)]).toEqual(['2026-01-01', []])
})

test('takes the newest application as it is, whatever dates it bears', async () => {
  const request = claim({ claimedCategory: 'researcher', currentCategory: undefined })
  const applied = (orderNumber: string, recordDate: string) => ({
    'egov-portal': [draft.application(), draft.category({ orderNumber }, { recordDate })],
  })
  const first = await runLine({ request, said: applied('1', '2026-02-01') })
  const { portfolio } = await runLine({ request, said: applied('2', '2026-01-01'), held: first.held })
  expect(section(portfolio, 'category')?.facts).toMatchObject([{ value: { orderNumber: '2' } }])
})

test('lets a record that was left out neither contradict nor be somebody else’s', async () => {
  const holder = { surname: 'БӨТЕН', name: 'АДАМ', patronymic: null, birthDate: '1884-01-01' }
  const [wrong, plain] = [draft.diploma({ number: '9' }, { key: '9', holder }), draft.diploma({ number: '9', honours: true }, { key: '9' })]
  const before = { diplomas: [wrong, plain, first] }
  expect(gapsOf(await collections(before), 'education')).toEqual(expect.arrayContaining(['identity_mismatch', 'conflict']))
  expect(new Set(gapsOf(await collections(before, { diplomas: [first] }), 'education'))).toEqual(new Set(['unverifiable']))
})

test('keeps what an older copy does not have when the list cannot be loaded', async () => {
  const [x, y] = [draft.achievement({ participantRef: 'x' }), draft.achievement({ participantRef: 'y' })]
  const { held } = await runLine({ said: { 'student-achievements': [x, y] } })
  const before = held['student-achievements']
  const status = { ...before?.status, outcome: 'unavailable', reason: 'timeout' }
  const copy = { ...before, status, facts: before?.facts.slice(1) } as typeof before & object
  expect(continued(copy, before, () => true).facts).toHaveLength(2)
})
