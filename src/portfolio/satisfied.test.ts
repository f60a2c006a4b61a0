import { describe, expect, test } from 'vitest'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { codesIn, gapsIn, portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'

describe('diplomas', () => {
  test.each([
    ['a valid one', draft.diploma(), [], 'found'],
    ['a college one', draft.diploma({ level: '05' }), [], 'found'],
    ['an annulled one', draft.diploma({ status: '2' }), ['revoked /status'], 'partial'],
    ['one without a number', draft.diploma({ number: null }), ['incomplete /number'], 'partial'],
    ['one without a day or a year', draft.diploma({ issuedOn: null, graduationYear: null }), ['incomplete /issuedOn'], 'partial'],
    ['one of an unknown level', draft.diploma({ level: '99' }), ['not_found'], 'partial'],
    ['one that is not final', draft.diploma({ status: '3' }), ['deferred'], 'pending'],
  ])('judges %s', async (_name, diploma, expected, status) => {
    const portfolio = await portfolioOf({ said: { diplomas: [diploma] } })
    expect(codesIn(portfolio, 'education')).toEqual(expected)
    expect(sectionOf(portfolio, 'education')?.status).toBe(status)
  })

  test('does not block on an annulled one beside a valid one', async () => {
    const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma({ status: '2', number: '7' }), draft.diploma()] } })
    expect(gapsIn(portfolio, 'education')).toMatchObject([{ code: 'revoked', blocking: false, manualEntry: false, actor: 'teacher' }])
    expect(sectionOf(portfolio, 'education')?.status).toBe('found')
  })

  test('keeps retraining apart and raises no gap when there is none', async () => {
    const retraining = draft.diploma({ level: '09', series: 'CPR', number: '3' })
    const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma(), retraining] } })
    expect(sectionOf(portfolio, 'retraining')).toMatchObject({ status: 'found', facts: [{ type: 'diploma' }] })
    const without = await portfolioOf()
    expect(sectionOf(without, 'retraining')?.status).toBe('empty')
    expect(gapsIn(without, 'retraining')).toEqual([])
  })

  test('keeps an original and its duplicate as two facts without a gap', async () => {
    const duplicate = draft.diploma({ number: '9', duplicate: true, duplicateOf: { series: 'BD', number: '00000000001' } })
    const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma(), duplicate] } })
    expect(sectionOf(portfolio, 'education')?.facts).toHaveLength(2)
    expect(gapsIn(portfolio, 'education')).toEqual([])
  })
})

describe('teaching quality', () => {
  const teaching = (rows: unknown[], today = '2026-11-24') => portfolioOf({ said: { 'education-quality': rows }, today })
  const quarters = (...names: string[]) => names.map((period) => draft.quality({ schoolYear: '2024-2025', period: period as 'Q1' }))
  const others = () => draft.threeYears().filter(({ value }) => value.schoolYear !== '2024-2025')

  test('names each missing school year', async () => {
    const portfolio = await teaching([draft.quality()])
    expect(codesIn(portfolio, 'teaching_quality')).toEqual(['incomplete /2023-2024', 'incomplete /2025-2026'])
    expect(gapsIn(portfolio, 'teaching_quality')[0]).toMatchObject({ blocking: true, stage: 'decision', manualEntry: true })
  })

  test('accepts four quarters in place of a year, three not', async () => {
    const four = await teaching([...others(), ...quarters('Q1', 'Q2', 'Q3', 'Q4')])
    const three = await teaching([...others(), ...quarters('Q1', 'Q2', 'Q3')])
    expect(codesIn(four, 'teaching_quality')).toEqual([])
    expect(codesIn(three, 'teaching_quality')).toEqual(['incomplete /2024-2025'])
  })

  test('does not mix classes to make up a year', async () => {
    const mixed = [...quarters('Q1', 'Q2'), ...quarters('Q3', 'Q4').map((row) => draft.quality({ ...row.value, class: '9Б' }))]
    expect(codesIn(await teaching([...others(), ...mixed]), 'teaching_quality')).toEqual(['incomplete /2024-2025'])
  })

  test('says not_found where the journal has nothing at all', async () => {
    expect(codesIn(await teaching([]), 'teaching_quality')).toEqual(['not_found'])
  })

  test.each([
    ['2026-06-30', ['incomplete /2022-2023']],
    ['2026-07-01', []],
  ])('counts the school year as completed from 1 July: %s', async (today, expected) => {
    expect(codesIn(await teaching(draft.threeYears(), today), 'teaching_quality')).toEqual(expected)
  })
})

describe('category', () => {
  const pause = { from: '2025-09-01', to: '2026-09-01', ground: 'childcare' } as const
  test.each([
    ['stated', { currentCategory: 'moderator' }, [], 'found'],
    ['past its end', { currentCategoryValidUntil: '2026-06-01' }, ['expired /validUntil'], 'partial'],
    ['past its end but paused', { currentCategoryValidUntil: '2026-06-01', categoryPauses: [pause] }, [], 'found'],
    ['past its term of five years', { currentCategorySince: '2021-06-01' }, ['expired /validUntil'], 'partial'],
    ['confirmed within its term', { currentCategorySince: '2021-06-01', confirmationsInRow: 1 }, [], 'found'],
    ['none yet', { currentCategory: null }, [], 'empty'],
  ] as [string, Partial<PortfolioRequest>, string[], string][])('judges one that is %s', async (_name, change, expected, status) => {
    const portfolio = await portfolioOf({ request: claim(change) })
    expect(codesIn(portfolio, 'category')).toEqual(expected)
    expect(sectionOf(portfolio, 'category')?.status).toBe(status)
  })

  test('asks for one that the platform does not know', async () => {
    const { currentCategory: _, ...request } = claim()
    const gaps = gapsIn(await portfolioOf({ request }), 'category')
    expect(gaps).toMatchObject([{ code: 'not_found', sources: ['platform'], actor: 'responsible_person', blocking: true }])
  })
})

describe('workplace and service', () => {
  const employed = (...contracts: unknown[]) => portfolioOf({ said: { employment: contracts } })
  const elsewhere = draft.contract({ contractId: 'c-2', employer: { bin: '010140000006', name: { kk: 'Басқа', ru: 'Другая' } } })

  test('contradicts the request where open contracts are only elsewhere', async () => {
    const gap = { code: 'conflict', pointer: '/employer/bin', actor: 'teacher', manualEntry: true, blocking: true }
    expect(gapsIn(await employed(elsewhere), 'employment')).toMatchObject([gap])
  })

  test('accepts a second employer', async () => {
    expect(codesIn(await employed(elsewhere, draft.contract()), 'employment')).toEqual([])
  })

  test('asks for a contract where all are over', async () => {
    const portfolio = await employed(draft.contract({ terminatedOn: '2026-11-23' }))
    expect(codesIn(portfolio, 'employment')).toEqual(['not_found'])
    expect(sectionOf(portfolio, 'employment')?.status).toBe('partial')
  })

  test.each([
    ['2023-11-24', []],
    ['2023-11-25', ['not_found']],
  ])('asks an expert for three years of service: since %s', async (startsOn, expected) => {
    const portfolio = await employed(draft.contract({ startsOn }))
    expect(codesIn(portfolio, 'experience')).toEqual(expected)
  })

  test('says not_digitised where the service began before the register', async () => {
    const request = claim({ teachingSince: '1998-09-01' })
    const portfolio = await portfolioOf({ request, said: { employment: [draft.contract({ startsOn: '2025-09-01' })] } })
    expect(gapsIn(portfolio, 'experience')).toMatchObject([{ code: 'not_digitised', manualEntry: true, blocking: true }])
    const enough = await portfolioOf({ request })
    expect(codesIn(enough, 'experience')).toEqual([])
  })
})

describe('courses', () => {
  test.each([
    ['within three years', { endsOn: '2023-11-24' }, []],
    ['dated by its issue', { endsOn: null, issuedOn: '2025-01-10' }, ['incomplete /endsOn', 'not_found']],
    ['before the window', { endsOn: '2023-11-23' }, ['out_of_period /endsOn', 'not_found']],
    ['not agreed', { programmeAgreed: false }, ['programme_not_agreed /programmeAgreed', 'not_found']],
  ])('judges one that is %s', async (_name, change, expected) => {
    const portfolio = await portfolioOf({ said: { courses: [draft.course(change)] } })
    const codes = codesIn(portfolio, 'courses')
    // A blocking gap of the record itself stands for the lack.
    expect(codes).toEqual(expected.filter((code) => code !== 'not_found' || !expected[0]?.startsWith('incomplete')))
  })
})

describe('knowledge test', () => {
  const tested = (...attempts: unknown[]) => portfolioOf({ said: { 'knowledge-test': attempts } })

  test('expires after a year and is revoked when annulled', async () => {
    expect(codesIn(await tested(draft.attempt({ takenOn: '2025-11-24' })), 'knowledge_test')).toEqual([])
    expect(codesIn(await tested(draft.attempt({ takenOn: '2025-11-23' })), 'knowledge_test')).toEqual(['expired /takenOn'])
    expect(codesIn(await tested(draft.attempt({ annulled: true })), 'knowledge_test')).toEqual(['revoked /annulled'])
  })

  test('is there with one valid attempt beside an old one, whatever its score', async () => {
    const old = draft.attempt({ takenOn: '2024-03-01', certificateNumber: 'T-0' })
    const portfolio = await tested(old, draft.attempt({ score: 5, percent: 10 }))
    expect(codesIn(portfolio, 'knowledge_test')).toEqual([])
    expect(portfolio.advisories).toMatchObject([{ code: 'below_level', section: 'knowledge_test' }])
  })

  test('is never typed in by hand', async () => {
    const gap = { code: 'not_found', manualEntry: false, actor: 'teacher', stage: 'decision', form: null }
    expect(gapsIn(await tested(), 'knowledge_test')).toMatchObject([gap])
  })
})
