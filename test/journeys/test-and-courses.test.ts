import { expect, test } from 'vitest'
import { courses } from '../../adapters/courses/index.ts'
import { knowledgeTest } from '../../adapters/knowledge-test/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import type { SectionId } from '../../schemas/section.ts'
import { codesIn, sectionOf } from '../support/portfolio-view.ts'
import { createPretendLine, pretendGovernment } from '../support/pretend-line.ts'

/** What one source alone makes of a person of the cast. */
async function portfolioFrom(adapter: Parameters<typeof createPretendLine>[1], archetype: string): Promise<Portfolio> {
  const government = pretendGovernment()
  const person = government.cast.find((one) => one.archetype === archetype)
  return (await createPretendLine(government, adapter).collect(person?.claim)).portfolio
}

function told(portfolio: Portfolio, id: SectionId) {
  const section = sectionOf(portfolio, id)
  const advised = portfolio.advisories.some((advisory) => advisory.section === id)
  return [section?.status, section?.facts.length, codesIn(portfolio, id), advised]
}

test.each([
  ['expert-complete', 'found', 1, []],
  ['expert-test-annulled', 'partial', 1, ['revoked /annulled']],
  ['expert-test-expired', 'partial', 1, ['expired /takenOn']],
  ['expert-test-appealed', 'found', 2, []],
  ['expert-test-missing', 'empty', 0, ['not_found']],
])('finds of the test of %s: %s', async (archetype, status, facts, codes) => {
  const portfolio = await portfolioFrom(knowledgeTest, archetype)
  expect(told(portfolio, 'knowledge_test')).toEqual([status, facts, codes, false])
  expect(portfolio.gaps.filter(({ section, manualEntry }) => section === 'knowledge_test' && manualEntry)).toEqual([])
})

test.each([
  ['expert-complete', 'found', 2, []],
  ['expert-course-not-agreed', 'partial', 1, ['programme_not_agreed /programmeAgreed', 'not_found']],
  ['expert-course-old', 'partial', 1, ['out_of_period /endsOn', 'not_found']],
  ['expert-course-twice', 'found', 2, ['duplicate']],
])('finds of the courses of %s: %s', async (archetype, status, facts, codes) => {
  expect(told(await portfolioFrom(courses, archetype), 'courses')).toEqual([status, facts, codes, false])
})
