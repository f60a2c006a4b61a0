import { expect, test } from 'vitest'
import { teacherAchievements } from '../../adapters/teacher-achievements/index.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { codesIn, gapsIn, sectionOf } from '../support/portfolio-view.ts'
import { createPretendLine, pretendGovernment } from '../support/pretend-line.ts'

const SECTION = 'teacher_achievements'

/** What the list of awards alone makes of a person of the cast, while it plays a scenario. */
async function portfolioOf(archetype: string, scenario: string | null = null): Promise<Portfolio> {
  const government = pretendGovernment()
  if (scenario) government.setScenario('teacher-achievements', scenario)
  const person = government.cast.find((one) => one.archetype === archetype)
  return (await createPretendLine(government, teacherAchievements).collect(person?.claim)).portfolio
}

test.each([
  ['expert-complete', 'found', 2, []],
  ['head-first', 'found', 3, []],
  ['expert-award-revoked', 'found', 1, ['revoked /result']],
  ['expert-award-unlisted', 'found', 1, ['not_on_list /award']],
  ['moderator-rural', 'empty', 0, ['not_found']],
])('finds of the awards of %s: %s', async (archetype, status, facts, codes) => {
  const portfolio = await portfolioOf(archetype)
  const section = sectionOf(portfolio, SECTION)
  expect([section?.status, section?.facts.length, codesIn(portfolio, SECTION)]).toEqual([status, facts, codes])
})

test('shows an award that no dictionary knows by its id, and says that its name is not told', async () => {
  const portfolio = await portfolioOf('expert-complete', 'award-unknown')
  expect(codesIn(portfolio, SECTION)).toEqual(['incomplete /award/name'])
  const awards = sectionOf(portfolio, SECTION)?.facts.map(({ value }) => (value as { award: unknown }).award)
  expect(awards).toContainEqual({ id: 'A-99', name: { kk: null, ru: null }, listed: null })
})

test.each(['dictionary-page', 'page-size-500', 'page-order'])('loses nothing of the end of the list under %s', async (scenario) => {
  const [usual, bent] = [await portfolioOf('expert-award-unlisted'), await portfolioOf('expert-award-unlisted', scenario)]
  expect(sectionOf(usual, SECTION)?.facts).toHaveLength(1)
  expect(sectionOf(bent, SECTION)?.facts[0]?.value).toEqual(sectionOf(usual, SECTION)?.facts[0]?.value)
})

test.each([
  ['down', 'source_unavailable'],
  ['truncated', 'source_unreadable'],
  ['drifted', 'source_unreadable'],
])('asks nobody to type awards while the list plays %s', async (scenario, code) => {
  const portfolio = await portfolioOf('expert-complete', scenario)
  expect(codesIn(portfolio, SECTION)).toEqual([code])
  expect(gapsIn(portfolio, SECTION).filter(({ manualEntry }) => manualEntry)).toEqual([])
})
