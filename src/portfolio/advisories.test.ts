import { describe, expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'
import { advise } from './advisories.ts'

describe('below_level', () => {
  test('measures the hours of different agreed programmes', async () => {
    const courses = [
      draft.course({ hours: 36 }),
      draft.course({ hours: 36, certificateNumber: 'C-2' }),
      draft.course({ hours: 80, certificateNumber: 'C-3', code: 'K-3', programmeAgreed: false }),
    ]
    const portfolio = await portfolioOf({ said: { courses } })
    expect(portfolio.advisories).toMatchObject([{ code: 'below_level', section: 'courses', rule: 'annex 12 row 4.1; annex 13' }])
    expect(sectionOf(portfolio, 'courses')?.status).toBe('found')
  })

  test('asks fewer hours of a preschool', async () => {
    const request = claim({ organisationKind: 'preschool' })
    const portfolio = await portfolioOf({ request, said: { courses: [draft.course({ hours: 36 })] } })
    expect(portfolio.advisories).toEqual([])
  })

  test('measures a test by its points where it prints no percent', async () => {
    const portfolio = await portfolioOf({ said: { 'knowledge-test': [draft.attempt({ percent: null, score: 34, maxScore: 50 })] } })
    expect(portfolio.advisories).toMatchObject([{ section: 'knowledge_test', rule: 'p. 38–40, 53; annex 9' }])
  })

  test.each([
    ['student-achievements', draft.achievement({ level: 1 }), 'annex 12 row 2.1'],
    ['teacher-achievements', draft.award({ level: 1 }), 'annex 12 row 2.2'],
    ['experience-generalisation', draft.generalisation({ level: 1 }), 'annex 12 row 3.1'],
  ] as const)('measures the level of %s', async (source, record, rule) => {
    const portfolio = await portfolioOf({ said: { [source]: [record] } })
    expect(portfolio.advisories).toMatchObject([{ code: 'below_level', rule }])
  })

  const tested = async (...attempts: Parameters<typeof draft.attempt>[0][]) => {
    const records = attempts.map((change, place) => draft.attempt({ certificateNumber: `T-${place}`, ...change }))
    return (await portfolioOf({ said: { 'knowledge-test': records } })).advisories.map(({ section }) => section)
  }

  test('counts the best of the tests that count', async () => {
    expect(await tested({ percent: 69 }, { percent: 70 })).toEqual([])
    expect(await tested({ percent: 69 })).toEqual(['knowledge_test'])
    expect(await tested({ percent: 69 }, { percent: 99, annulled: true })).toEqual(['knowledge_test'])
    expect(await tested({ percent: 69 }, { percent: 99, takenOn: '2025-11-23' })).toEqual(['knowledge_test'])
    expect(await tested({ percent: null, score: 35 })).toEqual([])
    expect(await tested({ percent: null, score: null })).toEqual(['knowledge_test'])
    expect(await tested({ percent: null, score: 35, maxScore: 0 })).toEqual(['knowledge_test'])
    expect(await tested({ percent: null, score: 35, maxScore: null })).toEqual(['knowledge_test'])
  })

  const hours = async (...courses: Parameters<typeof draft.course>[0][]) => {
    const records = courses.map((change, place) => draft.course({ certificateNumber: `C-${place}`, ...change }))
    const { advisories } = await portfolioOf({ said: { courses: records } })
    return advisories.map(({ section, factIds }) => [section, factIds.length])
  }

  test('adds up the hours of programmes, each at its longest', async () => {
    expect(await hours({ hours: 36 }, { hours: 36, code: 'K-2' })).toEqual([])
    expect(await hours({ hours: 36 }, { hours: 72 })).toEqual([])
    expect(await hours({ hours: 72 }, { hours: 36 })).toEqual([])
    expect(await hours({ hours: 71 })).toEqual([['courses', 1]])
    expect(await hours({ hours: 36, code: null }, { hours: 36, code: null })).toEqual([])
    expect(await hours({ hours: null }, { hours: 71, code: 'K-2' })).toEqual([['courses', 2]])
    expect(await hours({ hours: 71 }, { hours: 80, code: 'K-2', endsOn: '2023-11-23' })).toEqual([['courses', 2]])
    expect(await hours({ hours: 71 }, { hours: 80, code: 'K-2', programmeAgreed: null })).toEqual([['courses', 2]])
  })

  const listed = { code: 'X', id: 'X', name: { kk: 'X', ru: null } }
  const levels = async (said: Parameters<typeof portfolioOf>[0]) => (await portfolioOf(said)).advisories.map(({ section }) => section)

  test.each([
    ['student-achievements', draft.achievement({ level: 1 }), draft.achievement({ level: 2, participantRef: 'p-2' })],
    ['teacher-achievements', draft.award({ level: null }), draft.award({ level: 5, date: '2026-01-10' })],
    ['experience-generalisation', draft.generalisation({ level: null }), draft.generalisation({ level: 2, registrationNumber: 'R-2' })],
  ] as const)('takes the highest level of %s', async (source, low, enough) => {
    expect(await levels({ said: { [source]: [low] } })).toHaveLength(1)
    expect(await levels({ said: { [source]: [low, enough] } })).toEqual([])
  })

  test('counts nothing that is on no list', async () => {
    const [learner, award] = [
      draft.achievement({ event: { ...listed, listed: false } }),
      draft.award({ award: { ...listed, listed: false } }),
    ]
    expect(await levels({ said: { 'student-achievements': [learner] } })).toEqual([])
    expect(await levels({ said: { 'teacher-achievements': [award] } })).toEqual([])
    const low = draft.achievement({ level: 1, participantRef: 'p-2' })
    expect(await levels({ said: { 'student-achievements': [learner, low] } })).toEqual(['learner_achievements'])
    const unknown = [draft.achievement({ event: { ...listed, listed: null } }), draft.achievement({ level: null, participantRef: 'p-2' })]
    expect(await levels({ said: { 'student-achievements': unknown } })).toEqual([])
  })

  test('sees no level in a record of another kind', async () => {
    const stray = { ...draft.course(), section: 'experience_generalisation' }
    expect(await levels({ said: { 'experience-generalisation': [stray] } })).toEqual(['experience_generalisation'])
  })

  test('is silent about what is closed, and where the Rules name no least', async () => {
    const request = claim({ claimedCategory: 'researcher', currentCategory: 'researcher' })
    const said = { 'egov-portal': [draft.application(), draft.category()], 'knowledge-test': [draft.attempt({ percent: 1 })] }
    expect((await portfolioOf({ request, said })).advisories).toEqual([])
    const teacher = claim({ claimedCategory: 'teacher', currentCategory: null })
    expect((await portfolioOf({ request: teacher, said: { courses: [draft.course({ hours: 1 })] } })).advisories).toEqual([])
  })

  test('is silent where the level is reached', async () => {
    expect((await portfolioOf()).advisories).toEqual([])
  })
})

test.each([
  ['2030-11-24', ['exempt_from_attestation']],
  ['2030-11-25', []],
])('advises on attestation four years before a pension on %s', async (pensionOn, codes) => {
  const portfolio = await portfolioOf({ request: claim({ pensionOn }) })
  expect(portfolio.advisories.map(({ code }) => code)).toEqual(codes)
  for (const { section, factIds, rule } of portfolio.advisories) expect([section, factIds, rule]).toEqual(['category', [], 'p. 30'])
})

test('advises on a claim of which no section is known', () => {
  const early = claim({ currentCategory: undefined as never, claimedCategory: 'master', pensionOn: '2027-01-01' })
  const { planned } = lineNow({ request: early }).merged
  expect(advise(planned, []).map(({ code }) => code)).toEqual(['exempt_from_attestation'])
})
