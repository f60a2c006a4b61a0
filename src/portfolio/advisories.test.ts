import { describe, expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'

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
})
