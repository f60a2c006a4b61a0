import { describe, expect, test } from 'vitest'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { portfolioOf, sectionOf, sourceIn } from '../../test/support/portfolio-view.ts'

const certificate = (
  language: string,
  kind: 'IELTS' | 'TOEFL_IBT' | 'DELF' | 'GOETHE' | 'OTHER',
  score: number | string,
  takenOn = '2026-01-10',
) => ({
  languageCertificates: [{ language, kind, score, takenOn }],
})
const confirming = (category: 'researcher' | 'master', confirmationsInRow?: number): Partial<PortfolioRequest> => ({
  claimedCategory: category,
  currentCategory: category,
  ...(confirmationsInRow === undefined ? {} : { confirmationsInRow }),
})

describe('the knowledge test', () => {
  test.each([
    ['p. 57(3)', confirming('researcher')],
    ['p. 57(3)', confirming('master', 1)],
    ['p. 57(1)', { currentCategory: 'expert', teachingSince: '1996-11-24' }],
    ['p. 57(2)', { claimedCategory: 'moderator', currentCategory: 'old_first' }],
    ['p. 57(2)', { claimedCategory: 'moderator', currentCategory: 'old_highest' }],
    ['p. 55–56', certificate('en', 'IELTS', 6.5)],
    ['p. 55–56', certificate('en', 'TOEFL_IBT', 85)],
    ['p. 55–56', certificate('fr', 'DELF', 'B2', '2016-01-10')],
    ['p. 55–56', certificate('tr', 'OTHER', 'C1')],
    ['p. 55–56', certificate('en', 'IELTS', '6,5')],
    ['p. 55–56', certificate('en', 'IELTS', 6.5, '2026-11-24')],
    ['p. 55–56', certificate('en', 'IELTS', 6.5, '2024-11-25')],
    ['p. 55–56', certificate('fr', 'DELF', ' b2 ')],
    ['p. 55–56', certificate('de', 'GOETHE', 'B2+')],
    ['p. 55–56', certificate('de', 'GOETHE', 'C2')],
    ['p. 6', { claimedCategory: 'teacher', currentCategory: null }],
  ] as [string, Partial<PortfolioRequest>][])('is closed by %s for %o and not asked for', async (rule, change) => {
    const portfolio = await portfolioOf({ request: claim(change) })
    expect(sectionOf(portfolio, 'knowledge_test')).toMatchObject({ status: 'not_applicable', rule })
    expect(sourceIn(portfolio, 'knowledge-test')).toMatchObject({ outcome: 'not_asked', reason: 'not_needed' })
  })

  test.each([
    confirming('researcher', 2),
    { claimedCategory: 'researcher', currentCategory: 'expert' },
    { currentCategory: 'expert', teachingSince: '1996-11-25' },
    { currentCategory: 'moderator', teachingSince: '1980-09-01' },
    { currentCategory: 'old_first' },
    certificate('en', 'IELTS', 6),
    certificate('en', 'IELTS', '6,4'),
    certificate('en', 'IELTS', 8, '2024-11-24'),
    certificate('en', 'IELTS', 8, '2026-11-25'),
    certificate('fr', 'DELF', 'B1'),
    { claimedCategory: 'researcher', currentCategory: 'expert', ...certificate('tr', 'OTHER', 'C2') },
    { claimedCategory: 'moderator', currentCategory: 'old_second' },
    { claimedCategory: 'moderator', currentCategory: null },
    { currentCategory: 'expert' },
    { claimedCategory: 'expert', currentCategory: 'expert', confirmationsInRow: 0 },
    certificate('en', 'IELTS', 8, '2023-01-10'),
    certificate('de', 'IELTS', 8),
    certificate('tr', 'OTHER', 'B2'),
    certificate('en', 'OTHER', 'C2'),
  ] as Partial<PortfolioRequest>[])('is required for %o', async (change) => {
    const portfolio = await portfolioOf({ request: claim(change), said: { 'knowledge-test': [] } })
    expect(sectionOf(portfolio, 'knowledge_test')?.status).toBe('empty')
  })
})

describe('what the registers tell later', () => {
  test('closes the test for thirty years of service', async () => {
    const said = { employment: [draft.contract({ startsOn: '1996-11-24' })], 'knowledge-test': [] }
    const portfolio = await portfolioOf({ request: claim({ currentCategory: 'expert' }), said })
    expect(sectionOf(portfolio, 'knowledge_test')).toMatchObject({ status: 'not_applicable', rule: 'p. 57(1)' })
  })

  test('asks for the test a day before thirty years of service', async () => {
    const said = { employment: [draft.contract({ startsOn: '1996-11-25' })], 'knowledge-test': [] }
    const portfolio = await portfolioOf({ request: claim({ currentCategory: 'expert' }), said })
    expect(sectionOf(portfolio, 'knowledge_test')?.status).toBe('empty')
  })

  test('closes the test for a category that only the application states', async () => {
    const { currentCategory: _, ...request } = claim({ claimedCategory: 'researcher' })
    const said = { 'egov-portal': [draft.application(), draft.category({ category: 'researcher' })] }
    expect(sectionOf(await portfolioOf({ request, said }), 'knowledge_test')?.rule).toBe('p. 57(3)')
  })
})
