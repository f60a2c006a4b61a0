import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GapCode } from '../../schemas/gap.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SectionId } from '../../schemas/section.ts'
import { OutcomeReasons, type Verdict } from '../../schemas/source-outcome.ts'
import { chainOf, expectExplained } from '../../test/support/chain.ts'
import * as draft from '../../test/support/drafts.ts'
import { ALL, claim, type LineOptions, runLine, type Said } from '../../test/support/line.ts'
import { gapsIn, portfolioOf } from '../../test/support/portfolio-view.ts'
import { order32 } from '../rulebook/order-32-2025-02-25/index.ts'
import { explain } from './explain.ts'
import { stableId } from './hash.ts'

const TIMEOUT: Verdict = { outcome: 'unavailable', reason: 'timeout' }
const namesake = { iin: null, surname: 'БАСҚА', name: 'АДАМ', patronymic: null, birthDate: '1885-03-12' }
const names = { surname: 'ҮЛГІБАЕВА', name: 'АЙША' }

/** Lines that together raise every code. */
const LINES: Readonly<Record<string, LineOptions>> = {
  nothing: { request: claim({ teachingSince: '1999-09-01' }), said: { employment: [draft.contract({ startsOn: '2025-09-01' })] } },
  silent: {
    said: { diplomas: TIMEOUT, courses: { outcome: 'unreadable', reason: 'drift' }, employment: { outcome: 'deferred', reason: 'async' } },
  },
  refused: {
    said: {
      diplomas: { outcome: 'foreign', reason: 'subject_mismatch' },
      courses: { outcome: 'consent_missing', reason: 'revoked' },
      employment: { outcome: 'consent_missing', reason: 'expired' },
    },
  },
  broken: { said: { diplomas: [draft.diploma({ number: null }), 'broken'], 'education-quality': [draft.quality()] } },
  odd: {
    request: claim({ names, currentCategorySince: '2024-01-01', currentCategoryValidUntil: '2026-06-01' }),
    said: {
      diplomas: [draft.diploma({ status: '2' }, { holder: namesake })],
      courses: [draft.course({ programmeAgreed: false }), draft.course({ certificateNumber: 'C-2', endsOn: '2020-03-20' })],
      'student-achievements': [
        draft.achievement({ event: { code: 'X', name: { kk: null, ru: 'Конкурс' }, listed: false }, mentorMatch: 'name' }),
        draft.achievement({ participantRef: 'p-2', date: '2023-05-05' }),
      ],
      'teacher-achievements': [draft.award({ orderNumber: '5' }), draft.award({ orderNumber: '5', date: '2025-02-10' })],
      'education-quality': [draft.quality(), draft.quality({ students: 27 })],
    },
  },
  leader: { request: claim({ claimedCategory: 'head_2', post: 'head' }) },
}

/** What any source may say: a failure, or records with something wrong with them. */
const failures = Object.entries(OutcomeReasons).flatMap(([outcome, reasons]) =>
  reasons.filter((reason) => !reason.startsWith('not_') && outcome !== 'partial').map((reason) => ({ outcome, reason }) as Verdict),
)
const day = fc.constantFrom('2019-05-10', '2024-05-10', '2026-05-10', null)
const records = fc.record({ status: fc.constantFrom('1', '2', '3'), day, flag: fc.boolean(), key: fc.constantFrom('a', 'b', null) })
const said = fc.record({ failing: fc.option(fc.constantFrom(...failures)), made: fc.array(records, { maxLength: 4 }) })

/** One draft of the type that a source gives, bent in the ways that matter. */
function draftOf(
  source: string,
  { status, day: on, flag, key }: { status: string; day: string | null; flag: boolean; key: string | null },
) {
  if (source === 'diplomas') return draft.diploma({ status, number: key, honours: flag })
  if (source === 'employment') return draft.contract({ contractId: key, startsOn: on, rate: flag ? 1 : 0.5 })
  if (source === 'knowledge-test') return draft.attempt({ certificateNumber: key, takenOn: on, annulled: flag })
  if (source === 'courses') return draft.course({ certificateNumber: key, endsOn: on, programmeAgreed: flag })
  if (source === 'student-achievements') return draft.achievement({ participantRef: key, date: on, mentorMatch: flag ? 'iin' : 'name' })
  return source === 'teacher-achievements' ? draft.award({ date: on, result: flag ? 'revoked' : 'winner' }) : draft.quality({ class: key })
}

describe('every gap', () => {
  test('has its chain whatever the sources say', async () => {
    const all = fc.record(Object.fromEntries(ALL.map(({ id }) => [id, said])))
    const since = fc.constantFrom('2020-01-01', '2025-01-01')
    await fc.assert(
      fc.asyncProperty(all, since, fc.boolean(), async (told, currentCategorySince, leader) => {
        const request = claim({ currentCategorySince, names, ...(leader ? { claimedCategory: 'head_2', post: 'head' } : {}) })
        const entries = Object.entries(told).map(([id, { failing, made }]): [string, Said] => [
          id,
          failing ?? made.map((one) => draftOf(id, one)),
        ])
        expectExplained((await runLine({ request, said: Object.fromEntries(entries) })).portfolio)
      }),
      { numRuns: 60 },
    )
  })

  test.each(Object.entries(LINES))('has its chain: %s', async (_name, options) => {
    const { portfolio } = await runLine(options)
    expect(portfolio.gaps.length).toBeGreaterThan(3)
    expectExplained(portfolio)
  })

  test('is met here in each of its codes', async () => {
    const portfolios = await Promise.all(Object.values(LINES).map(async (options) => (await runLine(options)).portfolio))
    const met = new Set([...portfolios, await portfolioOf({ adapters: [] })].flatMap(({ gaps }) => gaps.map(({ code }) => code)))
    expect(GapCode.options.filter((code) => !met.has(code))).toEqual([])
  })
})

/** The steps of the first gap of a section, by name; the last of several. */
function stepsOf(portfolio: Portfolio, section: SectionId, code?: GapCode) {
  const gap = gapsIn(portfolio, section).find((one) => code === undefined || one.code === code)
  return Object.fromEntries(chainOf(portfolio, gap?.id ?? '').map((link) => [link.step, link]))
}
const factId = (section: SectionId, type: string, key: string) => stableId('fact', 'pf_test', section, type, key)

describe('the chain', () => {
  test('tells a source that has nothing from one that did not answer', async () => {
    const nothing = stepsOf(await portfolioOf({ said: { diplomas: [] } }), 'education')
    const silent = stepsOf(await portfolioOf({ said: { diplomas: TIMEOUT } }), 'education')
    expect(nothing.asked?.text.ru).toContain('записей об этом педагоге нет')
    expect(nothing.records).toMatchObject({ ref: 'section:education records:0' })
    expect(nothing.verdict?.text.ru).toContain('Ручной ввод разрешён (основание: пункт 60)')
    expect(silent.asked?.text.ru).toContain('не ответил за отведённое время')
    expect(silent.records).toBeUndefined()
    expect(silent.verdict?.text.ru).toContain('Ручной ввод не разрешён (основание: пункт 16)')
  })

  test('refers to edition, section, exchange, fact and code', async () => {
    const steps = stepsOf(await portfolioOf({ said: { diplomas: [draft.diploma({ number: null }, { key: 'k' })] } }), 'education')
    expect(Object.values(steps).map(({ ref }) => ref)).toEqual([
      'order-32-2025-02-25 p. 16; annex 1 item 8(2)',
      'section:education',
      'source:diplomas outcome:answered asked:2026-11-24T05:00:00.000Z exchange:ex_1',
      `fact:${factId('education', 'diploma', 'k')}`,
      'code:incomplete',
    ])
    expect(steps.records?.text.kk).toBe('Бөлімдегі жазбалар саны: 1. Толтырылмаған мән: нөмірі.')
  })

  test('names who asks for a category: the platform itself', async () => {
    const request = claim({ currentCategoryValidUntil: '2026-06-01' })
    const { asked, records } = stepsOf(await portfolioOf({ request }), 'category')
    expect(asked?.ref).toBe('source:platform asked:2026-11-24T05:00:00.000Z')
    expect(records?.text.ru).toBe('Записей в разделе: 1. Срок истёк. Срок действия: 01.06.2026.')
  })

  test('asks nobody to act where there is no source and nothing is typed', async () => {
    const { verdict } = stepsOf(await portfolioOf({ adapters: [] }), 'knowledge_test')
    expect(verdict?.text.ru).toContain('от педагога действий не требуется')
    expect(verdict?.text.ru).not.toContain('Кто действует')
  })

  test('shows how old the answer is that stands in', async () => {
    const { held } = await runLine({ said: { diplomas: [draft.diploma({ status: '2' })] } })
    const portfolio = await portfolioOf({ said: { diplomas: TIMEOUT }, held })
    expect(stepsOf(portfolio, 'education').asked?.text.kk).toContain('Оның орнына бұрынғы жауап тұр')
  })
})

describe('the records', () => {
  test('are each gap its own where several are alike', async () => {
    const event = { code: 'X', name: { kk: null, ru: 'Конкурс' }, listed: false }
    const all = ['p-1', 'p-2', 'p-3'].map((participantRef) => draft.achievement({ event, participantRef }))
    const portfolio = await portfolioOf({ said: { 'student-achievements': all } })
    for (const { key } of all) {
      const id = stableId('gap', 'pf_test', 'learner_achievements', 'not_on_list', '/event', key)
      const records = chainOf(portfolio, id).find(({ step }) => step === 'records')
      expect(records?.ref).toBe(`fact:${factId('learner_achievements', 'learner_achievement', key)}`)
    }
  })

  test('are the oldest where a period is over', async () => {
    const request = claim({ currentCategorySince: '2024-01-01' })
    const days = ['2023-01-10', '2026-02-02', '2022-03-03', '2025-05-05']
    const all = days.map((date, index) => draft.achievement({ date, documentNumber: `D-${index}`, participantRef: `p-${index}` }))
    const portfolio = await portfolioOf({ request, said: { 'student-achievements': all } })
    const told = gapsIn(portfolio, 'learner_achievements').map(({ id }) => chainOf(portfolio, id).find(({ step }) => step === 'records'))
    expect(told.map((step) => step?.text.en.slice(-11, -1)).sort()).toEqual(['2022-03-03', '2023-01-10'])
  })

  test('stand with their values in a conflict', async () => {
    const said = { 'education-quality': [...draft.threeYears(), draft.quality({ students: 27 })] }
    const { records } = stepsOf(await portfolioOf({ said }), 'teaching_quality', 'conflict')
    const [one = '', other = ''] = Object.values(records?.ref.split(' ') ?? {}).map((ref) => ref.slice('fact:'.length))
    expect(records?.text.ru).toMatch(new RegExp(`Число учащихся: 2[67] \\(${one}\\); 2[67] \\(${other}\\)\\.$`))
  })

  test('hide what looks like a person number', async () => {
    // Of no person, but nobody can see that.
    const said = { employment: [draft.contract({ employer: { bin: '850312200017', name: { kk: null, ru: 'ИП' } } })] }
    const { records } = stepsOf(await portfolioOf({ said }), 'employment', 'conflict')
    expect(records?.text.en).toContain('BIN of the employer: ••• (fact_')
  })
})

test('knows no gap that is not there', async () => {
  expect(explain(await portfolioOf(), 'gap_0', order32)).toBeNull()
})

test('says of a record that its source left out why a document is asked for', async () => {
  const [one, other] = [draft.diploma({ number: '1' }), draft.diploma({ number: '2' })]
  const { held } = await runLine({ said: { ...draft.complete(), diplomas: [one, other] } })
  const { portfolio } = await runLine({ said: { ...draft.complete(), diplomas: [one] }, held })
  const [gap] = gapsIn(portfolio, 'education')
  const records = explain(portfolio, gap?.id ?? '', order32)?.chain.find(({ step }) => step === 'records')
  expect(records?.text.kk).toContain('соңғы жауабында көрсетпеді')
})
