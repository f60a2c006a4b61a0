import { describe, expect, test } from 'vitest'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { codesIn, gapsIn, portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'
import { stableId } from './hash.ts'
import type { Held } from './held.ts'

const since = claim({ currentCategorySince: '2023-06-01' })

describe('achievements', () => {
  test.each([
    ['an unlisted event', { event: { code: 'X', name: { kk: 'X', ru: null }, listed: false } }, ['not_on_list /event']],
    ['a mentor found by name only', { mentorMatch: 'name' }, ['unverifiable /mentorMatch']],
    ['a date before the present category', { date: '2019-05-01' }, ['out_of_period /date']],
    ['an unknown level', { level: null }, ['incomplete /level']],
  ] as const)('notes %s without blocking', async (_name, change, expected) => {
    const portfolio = await portfolioOf({ request: since, said: { 'student-achievements': [draft.achievement(change)] } })
    expect(codesIn(portfolio, 'learner_achievements')).toEqual(expected)
    expect(gapsIn(portfolio, 'learner_achievements')[0]?.blocking).toBe(false)
  })

  test('counts one document of a team once', async () => {
    const team = ['p-1', 'p-2'].map((participantRef) => draft.achievement({ participantRef }))
    const portfolio = await portfolioOf({ said: { 'student-achievements': team } })
    expect(gapsIn(portfolio, 'learner_achievements')).toMatchObject([{ code: 'duplicate', actor: 'teacher', manualEntry: false }])
    expect(sectionOf(portfolio, 'learner_achievements')?.facts).toHaveLength(2)
  })

  test.each([
    ['an unlisted award', { award: { id: 'W', name: { kk: 'X', ru: null }, listed: false } }, ['not_on_list /award']],
    ['an award taken back', { result: 'revoked' }, ['revoked /result']],
  ])('notes %s of the teacher', async (_name, change, expected) => {
    const portfolio = await portfolioOf({ said: { 'teacher-achievements': [draft.award(change)] } })
    expect(codesIn(portfolio, 'teacher_achievements')).toEqual(expected)
  })

  test('notes minutes of a council that are older than the category', async () => {
    const portfolio = await portfolioOf({
      request: since,
      said: { 'experience-generalisation': [draft.generalisation({ protocolDate: '2022-01-10' })] },
    })
    expect(codesIn(portfolio, 'experience_generalisation')).toEqual(['out_of_period /protocolDate'])
  })
})

test('notes one programme taken twice', async () => {
  const portfolio = await portfolioOf({
    said: { courses: [draft.course(), draft.course({ certificateNumber: 'C-2', endsOn: '2024-03-20' })] },
  })
  expect(codesIn(portfolio, 'courses')).toEqual(['duplicate'])
})

test.each([
  ['revoked', { status: 'revoked' }, 'revoked /status'],
  ['not agreed', { programmeAgreed: false }, 'programme_not_agreed /programmeAgreed'],
  ['out of the window', { endsOn: '2019-03-20' }, 'out_of_period /endsOn'],
])('does not call a course twice taken whose other certificate is %s', async (_name, change, code) => {
  for (const number of ['C-0', 'C-2']) {
    const courses = [draft.course(), draft.course({ certificateNumber: number, ...change })]
    expect(codesIn(await portfolioOf({ said: { courses } }), 'courses')).toEqual([code])
  }
})

test('calls of three certificates of one programme the second that counts the duplicate', async () => {
  const courses = [
    draft.course({ certificateNumber: 'C-0', status: 'revoked' }),
    draft.course(),
    draft.course({ certificateNumber: 'C-2' }),
  ]
  const gaps = gapsIn(await portfolioOf({ said: { courses } }), 'courses')
  const id = stableId('gap', 'pf_test', 'courses', 'duplicate', '', 'C-2')
  expect(gaps.filter(({ code }) => code === 'duplicate')).toMatchObject([{ id }])
})

test('names the person whose record differs once per section', async () => {
  const holder = { surname: 'БАСҚА', name: 'АЙША', patronymic: null, birthDate: '1885-03-12' }
  const diplomas = [draft.diploma({}, { holder }), draft.diploma({ number: '2' }, { holder })]
  const portfolio = await portfolioOf({ said: { diplomas } })
  const gap = { code: 'identity_mismatch', actor: 'teacher', manualEntry: false, blocking: true }
  expect(gapsIn(portfolio, 'education')).toMatchObject([gap])
  const facts = sectionOf(portfolio, 'education')?.facts ?? []
  expect(facts.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['identity_mismatch'], ['identity_mismatch']])
})

test('keeps both values of a contradiction for a human to settle', async () => {
  const rows = [...draft.threeYears(), draft.quality({ qualityPercent: 80 })]
  const portfolio = await portfolioOf({ said: { 'education-quality': rows } })
  expect(gapsIn(portfolio, 'teaching_quality')).toMatchObject([{ code: 'conflict', pointer: '/qualityPercent', actor: 'teacher' }])
  const conflict = sectionOf(portfolio, 'teaching_quality')?.conflicts[0]
  expect(conflict?.values.map(({ value }) => value).sort()).toEqual([76, 80])
})

describe('the attestation period', () => {
  const outside = async (request: PortfolioRequest, date: string | null) => {
    const portfolio = await portfolioOf({ request, said: { 'student-achievements': [draft.achievement({ date })] } })
    return codesIn(portfolio, 'learner_achievements')
  }

  test('begins on the day of the present category', async () => {
    expect(await outside(since, '2023-06-01')).toEqual([])
    expect(await outside(since, '2023-05-31')).toEqual(['out_of_period /date'])
    expect(await outside(since, null)).toEqual(['incomplete /date'])
    expect(await outside(claim(), '1999-05-31')).toEqual([])
    expect(await outside(claim({ currentCategorySince: null }), '1999-05-31')).toEqual([])
  })

  test('holds for awards too', async () => {
    const said = { 'teacher-achievements': [draft.award({ date: '2023-05-31' })] }
    expect(codesIn(await portfolioOf({ request: since, said }), 'teacher_achievements')).toEqual(['out_of_period /date'])
  })
})

describe('one record', () => {
  test('of a test is revoked or expired, not both, and neither without a day', async () => {
    const tested = async (change: Parameters<typeof draft.attempt>[0]) =>
      codesIn(await portfolioOf({ said: { 'knowledge-test': [draft.attempt(change)] } }), 'knowledge_test')
    expect(await tested({ takenOn: '2020-03-14', annulled: true })).toEqual(['revoked /annulled'])
    expect(await tested({ takenOn: null })).toEqual(['incomplete /takenOn'])
    expect(await tested({ takenOn: '2020-03-14', annulled: null })).toEqual(['expired /takenOn'])
  })

  test('of a course is outside the window by its end, else by its issue', async () => {
    const taken = async (change: Parameters<typeof draft.course>[0]) =>
      codesIn(
        await portfolioOf({ said: { courses: [draft.course(), draft.course({ certificateNumber: 'C-2', code: null, ...change })] } }),
        'courses',
      )
    expect(await taken({ endsOn: null, issuedOn: '2020-01-10' })).toEqual(['incomplete /endsOn', 'out_of_period /endsOn'].reverse())
    expect(await taken({ endsOn: null, issuedOn: null })).toEqual(['incomplete /endsOn'])
    expect(await taken({ programmeAgreed: null })).toEqual([])
  })

  test('keeps its own key and source in the id and the list of a gap', async () => {
    const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma(), draft.diploma({ number: '9', status: '2' })] } })
    const id = stableId('gap', 'pf_test', 'education', 'revoked', '/status', 'BD 9')
    expect(gapsIn(portfolio, 'education')).toMatchObject([{ id, sources: ['diplomas'] }])
  })

  test('has no gap of its kind where its type has no rule', async () => {
    const request = claim({ claimedCategory: 'head_2', post: 'head', currentCategory: 'head_3' })
    expect(codesIn(await portfolioOf({ request, said: { 'leadership-reserve': [draft.reserve()] } }), 'leadership_reserve')).toEqual([])
  })
})

describe('the workplace', () => {
  const elsewhere = (bin: string | null, contractId = 'c-2') =>
    draft.contract({ contractId, employer: { bin, name: { kk: 'Басқа', ru: null } } })
  const employed = async (...contracts: unknown[]) => codesIn(await portfolioOf({ said: { employment: contracts } }), 'employment')

  test('is in doubt only where an open contract names another school', async () => {
    expect(await employed(elsewhere('010140000006'))).toEqual(['conflict /employer/bin'])
    expect(await employed(elsewhere(null))).toEqual(['incomplete /employer/bin'])
    expect(await employed(elsewhere('010140000006'), elsewhere(null, 'c-3'))).toEqual([
      'incomplete /employer/bin',
      'conflict /employer/bin',
    ])
    expect(await employed(elsewhere('010140000006'), draft.contract())).toEqual([])
    expect(await employed(draft.contract({ ...elsewhere('010140000006').value, endsOn: '2026-11-23' }))).toEqual(['not_found'])
  })

  test('is not in doubt while a record could not be read', async () => {
    expect(await employed(elsewhere('010140000006'), 'broken')).toEqual(['source_unreadable'])
  })
})

test('keeps two conflicts of one section apart', async () => {
  const rows = [25, 26].flatMap((students) => ['9А', '9Б'].map((name) => draft.quality({ students, class: name })))
  const portfolio = await portfolioOf({
    said: { 'education-quality': [...draft.threeYears().slice(0, 1), ...rows, ...draft.threeYears().slice(2)] },
  })
  const gaps = gapsIn(portfolio, 'teaching_quality')
  expect(gaps.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['conflict', '/students'],
    ['conflict', '/students'],
  ])
  expect(new Set(gaps.map(({ id }) => id)).size).toBe(2)
  const [conflict] = sectionOf(portfolio, 'teaching_quality')?.conflicts ?? []
  expect(gaps[0]?.id).toBe(stableId('gap', 'pf_test', 'teaching_quality', 'conflict', '/students', conflict?.values[0]?.factId ?? ''))
})

test('cannot verify a record with a wrong signature of its own, and keeps it', () => {
  const { held } = lineNow({ said: { diplomas: [draft.diploma()] } })
  const facts = (held.diplomas?.facts ?? []).map((one) => ({
    ...one,
    fact: { ...one.fact, provenance: { ...one.fact.provenance, signature: 'invalid' as const } },
  }))
  const { portfolio } = lineNow({ held: { ...held, diplomas: { ...held.diplomas, facts } } as Held, only: [] })
  expect(gapsIn(portfolio, 'education')).toMatchObject([{ code: 'unverifiable', pointer: null, blocking: false, manualEntry: true }])
  expect(sectionOf(portfolio, 'education')).toMatchObject({ status: 'found', facts: [{ type: 'diploma' }] })
})
