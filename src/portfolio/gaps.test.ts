import { describe, expect, test } from 'vitest'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SectionId } from '../../schemas/section.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import * as draft from '../../test/support/drafts.ts'
import { ALL, claim, type LineOptions, runLine } from '../../test/support/line.ts'

async function portfolioOf(options: LineOptions): Promise<Portfolio> {
  return (await runLine(options)).portfolio
}
const complete = () => draft.complete()
const gapsIn = (portfolio: Portfolio, section: SectionId) => portfolio.gaps.filter((gap) => gap.section === section)
const sectionOf = (portfolio: Portfolio, id: SectionId) => portfolio.sections.find((section) => section.id === id)
const codes = (portfolio: Portfolio, section: SectionId) =>
  gapsIn(portfolio, section).map(({ code, pointer }) => (pointer ? `${code} ${pointer}` : code))

test('is ready when everything required is there', async () => {
  const portfolio = await portfolioOf({ said: complete() })
  expect(portfolio.completeness).toMatchObject({
    complete: true,
    ready: true,
    readyToApply: true,
    because: [],
    unchecked: ['lesson_observation'],
  })
  expect(portfolio.gaps.filter((gap) => gap.blocking)).toEqual([])
})

describe('outcome of the source', () => {
  const cases: [Verdict, string, string, string][] = [
    [{ outcome: 'empty', reason: null }, 'not_found', 'responsible_person', 'empty'],
    [{ outcome: 'unavailable', reason: 'timeout' }, 'source_unavailable', 'source', 'pending'],
    [{ outcome: 'deferred', reason: 'async' }, 'deferred', 'source', 'pending'],
    [{ outcome: 'unreadable', reason: 'drift' }, 'source_unreadable', 'operator', 'pending'],
    [{ outcome: 'foreign', reason: 'subject_mismatch' }, 'foreign_record', 'operator', 'pending'],
    [{ outcome: 'consent_missing', reason: 'missing' }, 'consent_missing', 'teacher', 'pending'],
    [{ outcome: 'consent_missing', reason: 'revoked' }, 'consent_revoked', 'teacher', 'pending'],
  ]
  test.each(cases)('turns %o into %s for the %s', async (verdict, code, actor, status) => {
    const portfolio = await portfolioOf({ said: { ...complete(), diplomas: verdict } })
    expect(gapsIn(portfolio, 'education')).toMatchObject([
      { code, actor, blocking: true, stage: 'application', manualEntry: code === 'not_found' },
    ])
    expect(sectionOf(portfolio, 'education')?.status).toBe(status)
    expect(portfolio.completeness.ready).toBe(false)
  })

  test('says not_integrated where no source is connected', async () => {
    const adapters = ALL.filter((adapter) => adapter.id !== 'courses')
    const portfolio = await portfolioOf({ said: complete(), adapters })
    expect(gapsIn(portfolio, 'courses')).toMatchObject([
      { code: 'not_integrated', manualEntry: true, form: 'courses.course', sources: ['courses'] },
    ])
    expect(sectionOf(portfolio, 'courses')?.status).toBe('not_asked')
    expect(portfolio.sources.find(({ source }) => source === 'courses')).toMatchObject({ outcome: 'not_asked', reason: 'not_configured' })
  })

  test('never asks anybody to type because an optional source is down', async () => {
    const portfolio = await portfolioOf({ said: { ...complete(), 'student-achievements': { outcome: 'unavailable', reason: 'connect' } } })
    expect(gapsIn(portfolio, 'learner_achievements')).toMatchObject([{ code: 'source_unavailable', blocking: false, manualEntry: false }])
    expect(sectionOf(portfolio, 'learner_achievements')?.status).toBe('pending')
    expect(portfolio.completeness).toMatchObject({ complete: false, ready: false, readyToApply: true })
  })
})

describe('diplomas', () => {
  const education = async (...diplomas: unknown[]) => portfolioOf({ said: { ...complete(), diplomas } })

  test.each([
    ['a valid one', draft.diploma(), [], 'found'],
    ['a college one', draft.diploma({ level: '05' }), [], 'found'],
    ['an annulled one', draft.diploma({ status: '2' }), ['revoked /status'], 'partial'],
    ['one without a number', draft.diploma({ number: null }), ['incomplete /number'], 'partial'],
    ['one without a day or a year', draft.diploma({ issuedOn: null, graduationYear: null }), ['incomplete /issuedOn'], 'partial'],
    ['one of an unknown level', draft.diploma({ level: '99' }), ['not_found'], 'partial'],
    ['one that is not final', draft.diploma({ status: '3' }), ['deferred'], 'pending'],
  ])('judges %s', async (_name, diploma, expected, status) => {
    const portfolio = await education(diploma)
    expect(codes(portfolio, 'education')).toEqual(expected)
    expect(sectionOf(portfolio, 'education')?.status).toBe(status)
  })

  test('does not block on an annulled one beside a valid one', async () => {
    const portfolio = await education(draft.diploma({ status: '2', number: '7' }), draft.diploma())
    expect(gapsIn(portfolio, 'education')).toMatchObject([{ code: 'revoked', blocking: false }])
    expect(sectionOf(portfolio, 'education')?.status).toBe('found')
  })

  test('keeps retraining apart and raises no gap when there is none', async () => {
    const portfolio = await education(draft.diploma(), draft.diploma({ level: '09', series: 'CPR', number: '3' }))
    expect(sectionOf(portfolio, 'retraining')).toMatchObject({ status: 'found', facts: [{ type: 'diploma' }] })
    expect(gapsIn(await education(draft.diploma()), 'retraining')).toEqual([])
  })

  test('keeps an original and its duplicate as two facts without a gap', async () => {
    const duplicate = draft.diploma({ number: '9', duplicate: true, duplicateOf: { series: 'BD', number: '00000000001' } })
    const portfolio = await education(draft.diploma(), duplicate)
    expect(sectionOf(portfolio, 'education')?.facts).toHaveLength(2)
    expect(gapsIn(portfolio, 'education')).toEqual([])
  })
})

describe('teaching quality', () => {
  const teaching = async (rows: unknown[], change: Partial<PortfolioRequest> = {}) =>
    portfolioOf({ request: claim(change), said: { ...complete(), 'education-quality': rows } })
  const quarters = (...names: string[]) => names.map((period) => draft.quality({ schoolYear: '2024-2025', period: period as 'Q1' }))
  const others = () => draft.threeYears().filter(({ value }) => value.schoolYear !== '2024-2025')

  test('names each missing school year', async () => {
    expect(codes(await teaching([draft.quality()]), 'teaching_quality')).toEqual(['incomplete /2023-2024', 'incomplete /2025-2026'])
  })

  test('accepts four quarters in place of a year, three not', async () => {
    expect(codes(await teaching([...others(), ...quarters('Q1', 'Q2', 'Q3', 'Q4')]), 'teaching_quality')).toEqual([])
    expect(codes(await teaching([...others(), ...quarters('Q1', 'Q2', 'Q3')]), 'teaching_quality')).toEqual(['incomplete /2024-2025'])
  })

  test('does not mix classes to make up a year', async () => {
    const mixed = [...quarters('Q1', 'Q2'), ...quarters('Q3', 'Q4').map((row) => draft.quality({ ...row.value, class: '9Б' }))]
    expect(codes(await teaching([...others(), ...mixed]), 'teaching_quality')).toEqual(['incomplete /2024-2025'])
  })

  test('says not_found where the journal has nothing at all', async () => {
    expect(codes(await teaching([]), 'teaching_quality')).toEqual(['not_found'])
  })

  test.each([
    [{ post: 'psychologist' }, /posts without row 1\.1/],
    [{ post: 'special_teacher' }, /1\.1a/],
    [{ organisationKind: 'pmpk' }, /1\.1a/],
    [{ claimedCategory: 'teacher' }, /p\. 6/],
  ] as [Partial<PortfolioRequest>, RegExp][])('is not applicable for %o', async (change, rule) => {
    const portfolio = await teaching([], change)
    expect(sectionOf(portfolio, 'teaching_quality')).toMatchObject({ status: 'not_applicable', rule: expect.stringMatching(rule) })
    expect(gapsIn(portfolio, 'teaching_quality')).toEqual([])
    expect(portfolio.sources.find(({ source }) => source === 'education-quality')).toMatchObject({
      outcome: 'not_asked',
      reason: 'not_needed',
    })
  })
})

describe('category', () => {
  const held = async (change: Partial<PortfolioRequest>) => portfolioOf({ request: claim(change), said: complete() })

  test.each([
    ['stated', { currentCategory: 'moderator' }, [], 'found'],
    ['past its end', { currentCategoryValidUntil: '2026-06-01' }, ['expired /validUntil'], 'partial'],
    [
      'past its end but paused',
      { currentCategoryValidUntil: '2026-06-01', categoryPauses: [{ from: '2025-09-01', to: '2026-09-01', ground: 'childcare' }] },
      [],
      'found',
    ],
    ['none yet', { currentCategory: null }, [], 'empty'],
  ] as [string, Partial<PortfolioRequest>, string[], string][])('judges one that is %s', async (_name, change, expected, status) => {
    const portfolio = await held(change)
    expect(codes(portfolio, 'category')).toEqual(expected)
    expect(sectionOf(portfolio, 'category')?.status).toBe(status)
  })

  test('asks for one that the platform does not know', async () => {
    const { currentCategory: _, ...request } = claim()
    const portfolio = await portfolioOf({ request, said: complete() })
    expect(gapsIn(portfolio, 'category')).toMatchObject([{ code: 'not_found', sources: ['platform'], actor: 'responsible_person' }])
  })

  test('states where a declared one comes from', async () => {
    const fact = sectionOf(await held({}), 'category')?.facts[0]
    expect(fact?.provenance).toMatchObject({ origin: 'declared', source: 'platform' })
  })
})

describe('portal channel', () => {
  const request = () => claim({ claimedCategory: 'researcher', currentCategory: 'researcher' })
  const portal = async (said: LineOptions['said']) => portfolioOf({ request: request(), said: { ...complete(), ...said } })

  test('lists application and essay and takes the category from the application', async () => {
    const portfolio = await portal({ 'egov-portal': [draft.application(), draft.category()] })
    expect(portfolio.channel).toBe('portal')
    expect(sectionOf(portfolio, 'category')?.facts[0]?.provenance.source).toBe('egov-portal')
    expect(sectionOf(portfolio, 'application')?.status).toBe('found')
    expect(codes(portfolio, 'essay')).toEqual(['not_found'])
  })

  test('gives every gap to the applicant, sources and operators keep theirs', async () => {
    const portfolio = await portal({ diplomas: [], courses: { outcome: 'unavailable', reason: 'timeout' } })
    expect(gapsIn(portfolio, 'education')).toMatchObject([{ code: 'not_found', actor: 'teacher', manualEntry: false, form: null }])
    expect(gapsIn(portfolio, 'courses')).toMatchObject([{ code: 'source_unavailable', actor: 'source' }])
    expect(portfolio.gaps.some((gap) => gap.manualEntry)).toBe(false)
  })

  test('waits for an application that comes later', async () => {
    const portfolio = await portal({ 'egov-portal': { outcome: 'deferred', reason: 'async' } })
    expect(codes(portfolio, 'application')).toEqual(['deferred'])
    expect(sectionOf(portfolio, 'application')?.status).toBe('pending')
  })

  test('does not ask the portal on the platform channel', async () => {
    const portfolio = await portfolioOf({ said: complete() })
    expect(portfolio.sources.find(({ source }) => source === 'egov-portal')).toMatchObject({ outcome: 'not_asked', reason: 'not_needed' })
    expect(sectionOf(portfolio, 'application')).toBeUndefined()
  })
})

describe('knowledge test', () => {
  const tested = async (change: Partial<PortfolioRequest>, attempts: unknown[] = []) =>
    portfolioOf({ request: claim(change), said: { ...complete(), 'knowledge-test': attempts } })

  test('is never typed in by hand', async () => {
    expect(gapsIn(await tested({}), 'knowledge_test')).toMatchObject([
      { code: 'not_found', manualEntry: false, actor: 'teacher', stage: 'decision' },
    ])
  })

  test('expires after a year and is revoked when annulled', async () => {
    expect(codes(await tested({}, [draft.attempt({ takenOn: '2025-11-23' })]), 'knowledge_test')).toEqual(['expired /takenOn'])
    expect(codes(await tested({}, [draft.attempt({ annulled: true })]), 'knowledge_test')).toEqual(['revoked /annulled'])
  })

  test.each([
    ['p. 57(3)', { claimedCategory: 'researcher', currentCategory: 'researcher', confirmationsInRow: 1 }],
    ['p. 57(1)', { currentCategory: 'expert', teachingSince: '1990-09-01' }],
    ['p. 57(2)', { claimedCategory: 'moderator', currentCategory: 'old_first' }],
    ['p. 55–56', { languageCertificates: [{ language: 'en', kind: 'IELTS', score: 6.5, takenOn: '2026-01-10' }] }],
    ['p. 55–56', { languageCertificates: [{ language: 'fr', kind: 'DELF', score: 'B2', takenOn: '2016-01-10' }] }],
  ] as [string, Partial<PortfolioRequest>][])('is closed by %s for %o', async (rule, change) => {
    expect(sectionOf(await tested(change), 'knowledge_test')).toMatchObject({ status: 'not_applicable', rule })
  })

  test.each([
    { claimedCategory: 'researcher', currentCategory: 'researcher', confirmationsInRow: 2 },
    { currentCategory: 'expert', teachingSince: '1996-11-25' },
    { languageCertificates: [{ language: 'en', kind: 'IELTS', score: 6, takenOn: '2026-01-10' }] },
    { languageCertificates: [{ language: 'en', kind: 'IELTS', score: 8, takenOn: '2023-01-10' }] },
  ] as Partial<PortfolioRequest>[])('is required for %o', async (change) => {
    expect(sectionOf(await tested(change), 'knowledge_test')?.status).toBe('empty')
  })
})

describe('achievements of learners', () => {
  const achieved = async (...achievements: unknown[]) =>
    portfolioOf({ request: claim({ currentCategorySince: '2021-06-01' }), said: { ...complete(), 'student-achievements': achievements } })

  test.each([
    ['an unlisted event', { event: { code: 'X', name: { kk: 'X', ru: null }, listed: false } }, ['not_on_list /event']],
    ['a mentor found by name only', { mentorMatch: 'name' }, ['unverifiable /mentorMatch']],
    ['a date before the last category', { date: '2019-05-01' }, ['out_of_period /date']],
    ['an unknown level', { level: null }, ['incomplete /level']],
  ] as const)('notes %s without blocking', async (_name, change, expected) => {
    const portfolio = await achieved(draft.achievement(change))
    expect(codes(portfolio, 'learner_achievements')).toEqual(expected)
    expect(gapsIn(portfolio, 'learner_achievements')[0]?.blocking).toBe(false)
  })

  test('advises where the level is below the claim', async () => {
    const portfolio = await achieved(draft.achievement({ level: 1 }))
    expect(portfolio.advisories).toMatchObject([{ code: 'below_level', section: 'learner_achievements', rule: expect.stringContaining('annex 12 row 2.1') }])
  })
})

describe('workplace and service', () => {
  test('contradicts the request where open contracts are only elsewhere', async () => {
    const elsewhere = draft.contract({ employer: { bin: '010140000006', name: { kk: 'Басқа', ru: 'Другая' } } })
    const portfolio = await portfolioOf({ said: { ...complete(), employment: [elsewhere, draft.serviceTotal(5)] } })
    expect(gapsIn(portfolio, 'employment')).toMatchObject([
      { code: 'conflict', pointer: '/employer/bin', actor: 'teacher', manualEntry: true },
    ])
  })

  test('asks for the years that are missing', async () => {
    const portfolio = await portfolioOf({ said: { ...complete(), employment: [draft.contract(), draft.serviceTotal(2)] } })
    expect(codes(portfolio, 'experience')).toEqual(['not_found'])
  })
})

test('names the person whose record differs once per section', async () => {
  const holder = { surname: 'БАСҚА', name: 'АЙША', patronymic: null, birthDate: '1885-03-12' }
  const diplomas = [draft.diploma({}, { holder }), draft.diploma({ number: '2' }, { holder })]
  const portfolio = await portfolioOf({ said: { ...complete(), diplomas } })
  expect(gapsIn(portfolio, 'education')).toMatchObject([
    { code: 'identity_mismatch', actor: 'teacher', manualEntry: false, blocking: true },
  ])
  expect(sectionOf(portfolio, 'education')?.facts.every((fact) => fact.issues.some(({ code }) => code === 'identity_mismatch'))).toBe(true)
})

test('closes every decision item for a member of the reserve', async () => {
  const request = claim({ claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' })
  const entry = { year: 2025, status: 'in_reserve', region: '19', orderNumber: '1', appointedOn: null }
  const said = {
    ...complete(),
    'leadership-reserve': [
      {
        type: 'reserve_entry',
        section: 'leadership_reserve',
        value: entry,
        key: '2025',
        recordId: null,
        recordDate: null,
        holder: null,
        final: true,
      },
    ],
  }
  const portfolio = await portfolioOf({ request, said })
  expect(sectionOf(portfolio, 'knowledge_test')).toMatchObject({ status: 'not_applicable', rule: 'p. 34' })
  expect(sectionOf(portfolio, 'education')?.status).toBe('found')
})

test('advises that nobody near pension is attested', async () => {
  const portfolio = await portfolioOf({ request: claim({ pensionOn: '2030-11-24' }), said: complete() })
  expect(portfolio.advisories).toMatchObject([{ code: 'exempt_from_attestation', rule: 'p. 30' }])
})

test('keeps the id of a lack through collections', async () => {
  const [one, other] = await Promise.all([portfolioOf({ said: { ...complete(), diplomas: [] } }), portfolioOf({ said: { diplomas: [] } })])
  const id = (portfolio: Portfolio) => gapsIn(portfolio, 'education')[0]?.id
  expect(id(one)).toBe(id(other))
})
