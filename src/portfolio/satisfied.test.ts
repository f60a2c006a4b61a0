import { describe, expect, test } from 'vitest'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SectionId } from '../../schemas/section.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim, TODAY } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { codesIn, gapsIn, portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'
import { categoryEnds, courseInWindow, isOpen, isSatisfied, testInTerm } from './satisfied.ts'

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
    ['taken back', { status: 'REVOKED' }, ['revoked /status']],
    ['annulled', { status: 'annulled' }, ['revoked /status']],
    ['without a status', { status: null }, []],
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

describe('what counts', () => {
  const one = (id: SectionId, said: Parameters<typeof lineNow>[0]) => {
    const { merged } = lineNow(said)
    const section = merged.sections.find(({ planned }) => planned.rule.id === id)
    return section !== undefined && isSatisfied(section, merged.planned)
  }

  test('is of the type that the section asks for', () => {
    const award = { ...draft.award(), section: 'courses' as const }
    expect(one('courses', { said: { courses: [award] } })).toBe(false)
    expect(one('courses', { said: { courses: [award, draft.course()] } })).toBe(true)
  })

  test('is final and complete where it is required, final where it is not', () => {
    const person = (change: object, more: object = {}) => ({ said: { 'population-register': [{ ...draft.person(change), ...more }] } })
    expect(one('identity', person({}))).toBe(true)
    expect(one('identity', person({}, { final: false }))).toBe(false)
    expect(one('identity', person({ surname: null }))).toBe(false)
    expect(one('retraining', { said: { diplomas: [draft.diploma({ level: '09', number: null })] } })).toBe(true)
    expect(one('retraining', { said: { diplomas: [draft.diploma({ level: '09', status: '3' })] } })).toBe(false)
  })

  test('is no diploma without a level', () => {
    expect(one('education', { said: { diplomas: [draft.diploma({ level: null })] } })).toBe(false)
  })

  test('is any service where the Rules ask for no least', () => {
    const said = { employment: [draft.contract({ startsOn: TODAY })] }
    expect(one('experience', { said, request: claim({ claimedCategory: 'teacher', currentCategory: null }) })).toBe(true)
    expect(one('experience', { said })).toBe(false)
  })

  test.each([
    [{ startsOn: TODAY }, true],
    [{ employer: { bin: '010140000006', name: { kk: 'Басқа', ru: null } } }, false],
    [{ startsOn: '2026-11-25' }, false],
    [{ endsOn: TODAY }, true],
    [{ endsOn: '2026-11-23' }, false],
    [{ endsOn: '2026-11-23', terminatedOn: '2026-11-24' }, true],
    [{ endsOn: '2030-11-23', terminatedOn: '2026-11-23' }, false],
  ])('is a contract that is open today: %o %s', (change, open) => {
    expect(one('employment', { said: { employment: [draft.contract(change)] } })).toBe(open)
  })

  test.each([
    [{ takenOn: '2025-11-23', validUntil: '2026-11-24' }, true],
    [{ takenOn: '2026-03-14', validUntil: '2026-11-23' }, false],
    [{ takenOn: TODAY }, true],
  ])('is a test in the term that its certificate states: %o %s', (change, valid) => {
    expect(one('knowledge_test', { said: { 'knowledge-test': [draft.attempt(change)] } })).toBe(valid)
  })

  test.each([
    [{ endsOn: TODAY }, true],
    [{ endsOn: '2026-11-25' }, false],
    [{ endsOn: '2023-11-24' }, true],
    [{ programmeAgreed: null }, false],
  ])('is an agreed course that is over: %o %s', (change, valid) => {
    expect(one('courses', { said: { courses: [draft.course(change)] } })).toBe(valid)
  })
})

describe('the end of a category', () => {
  const pause = (from: string, to: string) => ({ from, to, ground: 'childcare' as const })
  const ends = (change: Partial<PortfolioRequest>, validUntil: string | null = '2026-06-01') =>
    categoryEnds({ ...draft.category().value, validUntil }, lineNow({ request: claim(change) }).merged.planned)

  test.each<[string, Partial<PortfolioRequest>, string]>([
    ['without a pause', {}, '2026-06-01'],
    ['two years after a return', { categoryPauses: [pause('2025-09-01', '2025-09-30')] }, '2027-09-30'],
    ['its own where the return was long ago', { categoryPauses: [pause('2020-09-01', '2021-09-30')] }, '2026-06-01'],
    ['as it was where the pause began later', { categoryPauses: [pause('2026-06-02', '2026-09-30')] }, '2026-06-01'],
    ['two years after a return, the pause begun on its last day', { categoryPauses: [pause('2026-06-01', '2026-09-30')] }, '2028-09-30'],
    ['the latest of several', { categoryPauses: [pause('2025-09-01', '2026-01-30'), pause('2025-09-01', '2025-09-30')] }, '2028-01-30'],
  ])('is %s', (_name, change, day) => {
    expect(ends(change)).toBe(day)
  })

  test('follows from its beginning where no document tells it', () => {
    expect(ends({ currentCategorySince: '2021-06-01' }, null)).toBe('2026-06-01')
    expect(ends({ currentCategorySince: '2021-06-01', confirmationsInRow: 2 }, null)).toBe('2036-06-01')
    expect(ends({ currentCategorySince: '2021-06-01', post: 'head', claimedCategory: 'head_2' }, null)).toBe('2024-06-01')
    expect(ends({}, null)).toBeNull()
  })

  test('is its last day', async () => {
    const on = async (currentCategoryValidUntil: string) =>
      codesIn(await portfolioOf({ request: claim({ currentCategoryValidUntil }) }), 'category')
    expect([await on(TODAY), await on('2026-11-23')]).toEqual([[], ['expired /validUntil']])
  })
})

test('counts a test and a course without a day for nothing', () => {
  const { planned } = lineNow().merged
  expect(testInTerm({ ...draft.attempt().value, takenOn: null }, planned)).toBe(false)
  expect(courseInWindow({ ...draft.course().value, endsOn: null, issuedOn: null }, planned)).toBe(false)
  expect(courseInWindow({ ...draft.course().value, endsOn: null }, planned)).toBe(true)
  expect(isOpen({ ...draft.contract().value, startsOn: null }, TODAY)).toBe(false)
})
