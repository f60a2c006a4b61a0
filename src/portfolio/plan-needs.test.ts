import { describe, expect, test } from 'vitest'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { ALL, claim, NOW, TODAY } from '../../test/support/line.ts'
import { plan } from './plan.ts'

/* A source that cannot matter for a category and a post is not asked: the whole table, by what is left out. */

const EVERYBODY = ['courses', 'diplomas', 'employment', 'experience-generalisation', 'population-register'] as const
const CONTESTS = ['student-achievements', 'teacher-achievements'] as const

function asked(change: Partial<PortfolioRequest>, configured = (_: string) => true): readonly string[] {
  const request = claim(change)
  const input = { request, portfolioId: 'pf_1', today: TODAY, now: () => NOW, budgetMs: 0, held: null, only: null }
  const { asks } = plan(input, { adapters: ALL, configured, askAll: async () => [] })
  return asks.flatMap(({ adapter, verdict }) => (verdict === null ? [adapter.id] : [])).sort()
}
const needs = (...ids: readonly string[]) => [...EVERYBODY, ...ids].sort()

const PORTAL = ['egov-portal']
const DECISION = ['knowledge-test', 'education-quality']
const teacher = (claimedCategory: PortfolioRequest['claimedCategory'], more: Partial<PortfolioRequest> = {}) => ({
  claimedCategory,
  ...more,
})
const deputy = (deputyLine: NonNullable<PortfolioRequest['deputyLine']>) => teacher('deputy_2', { post: 'deputy', deputyLine })

const CLAIMS: readonly (readonly [string, Partial<PortfolioRequest>, readonly string[]])[] = [
  ['an intern who becomes a teacher', teacher('teacher', { currentCategory: 'teacher_intern' }), needs(...CONTESTS)],
  ['a moderator', teacher('moderator', { currentCategory: 'teacher' }), needs(...CONTESTS, ...DECISION)],
  ['an expert', teacher('expert'), needs(...CONTESTS, ...DECISION)],
  ['a researcher', teacher('researcher'), needs(...CONTESTS, ...DECISION, ...PORTAL)],
  ['a master', teacher('master'), needs(...CONTESTS, ...DECISION, ...PORTAL)],
  [
    'a researcher who confirms his category',
    teacher('researcher', { currentCategory: 'researcher' }),
    needs(...CONTESTS, 'education-quality', ...PORTAL),
  ],
  [
    'an expert after thirty years',
    teacher('expert', { currentCategory: 'expert', teachingSince: '1990-09-01' }),
    needs(...CONTESTS, 'education-quality'),
  ],
  ['a head', teacher('head_1', { post: 'head' }), needs(...CONTESTS, ...DECISION, ...PORTAL, 'leadership-reserve')],
  ['a deputy for teaching', deputy('teaching'), needs(...CONTESTS, ...DECISION, ...PORTAL, 'leadership-reserve')],
  ['a deputy for upbringing', deputy('upbringing'), needs(...CONTESTS, 'knowledge-test', ...PORTAL, 'leadership-reserve')],
  ['a psychologist', teacher('expert', { post: 'psychologist' }), needs(...CONTESTS, 'knowledge-test')],
  ['a special teacher', teacher('expert', { post: 'special_teacher' }), needs(...CONTESTS, 'knowledge-test')],
  ['a methodist', teacher('expert', { post: 'methodist' }), needs('teacher-achievements', 'knowledge-test')],
  ['a methodist of a method office', teacher('expert', { post: 'methodist', organisationKind: 'method_office' }), needs('knowledge-test')],
]

describe('whom the plan asks', () => {
  test.each(CLAIMS)('asks about %s those who can matter', (_, change, expected) => {
    expect(asked(change)).toEqual(expected)
  })

  test('asks nobody who is switched off, and says so', () => {
    expect(asked({}, (id) => id !== 'courses')).toEqual(needs(...CONTESTS, ...DECISION).filter((id) => id !== 'courses'))
  })
})
