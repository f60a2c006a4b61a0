import { expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { claim, NOW } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { codesIn, gapsIn, portfolioOf, sectionOf, sourceIn } from '../../test/support/portfolio-view.ts'
import type { Held } from './held.ts'
import { toGap } from './to-gap.ts'

const request = claim({ claimedCategory: 'researcher', currentCategory: 'researcher' })
const portal = [draft.application(), draft.category()]

test('lists application and essay and takes the category from the application', async () => {
  const portfolio = await portfolioOf({ request, said: { 'egov-portal': portal } })
  expect(portfolio.channel).toBe('portal')
  expect(sectionOf(portfolio, 'category')?.facts[0]?.provenance.source).toBe('egov-portal')
  expect(sectionOf(portfolio, 'application')?.status).toBe('found')
  expect(gapsIn(portfolio, 'essay')).toMatchObject([{ code: 'not_found', blocking: false, actor: 'teacher', manualEntry: false }])
})

test('gives every gap of the portal to the applicant, sources and operators keep theirs', async () => {
  const said = {
    'egov-portal': portal,
    diplomas: [],
    courses: { outcome: 'unavailable', reason: 'timeout' },
    employment: { outcome: 'foreign', reason: 'subject_mismatch' },
  } as const
  const portfolio = await portfolioOf({ request, said })
  expect(gapsIn(portfolio, 'education')).toMatchObject([{ code: 'not_found', actor: 'teacher', form: null }])
  expect(gapsIn(portfolio, 'courses')).toMatchObject([{ code: 'source_unavailable', actor: 'source' }])
  expect(gapsIn(portfolio, 'employment')).toMatchObject([{ code: 'foreign_record', actor: 'operator' }])
  expect(portfolio.gaps.filter((gap) => gap.manualEntry)).toEqual([])
})

test('waits for an application that comes later', async () => {
  const portfolio = await portfolioOf({ request, said: { 'egov-portal': { outcome: 'deferred', reason: 'async' } } })
  expect(codesIn(portfolio, 'application')).toEqual(['deferred'])
  expect(sectionOf(portfolio, 'application')?.status).toBe('pending')
  expect(sectionOf(portfolio, 'category')?.status).toBe('pending')
})

test('does not ask the portal on the platform channel', async () => {
  const portfolio = await portfolioOf()
  expect(sourceIn(portfolio, 'egov-portal')).toMatchObject({ outcome: 'not_asked', reason: 'not_needed' })
  expect(sectionOf(portfolio, 'application')).toBeUndefined()
})

test('never lets a person be typed in', async () => {
  const portfolio = await portfolioOf({ said: { 'population-register': [draft.person({ birthDate: null })] } })
  const gap = { code: 'incomplete', pointer: '/birthDate', manualEntry: false, actor: 'teacher', blocking: true, form: null }
  expect(gapsIn(portfolio, 'identity')).toMatchObject([gap])
})

test('tells when the source was asked and by which rule', async () => {
  const [gap] = gapsIn(await portfolioOf({ said: { diplomas: [] } }), 'education')
  expect(gap).toMatchObject({ askedAt: '2026-11-24T05:00:00.000Z', rule: 'p. 16; annex 1 item 8(2)', deadline: null })
})

test('names the source of the record, and for a section the first that was asked', () => {
  const { merged, held } = lineNow({ said: { diplomas: [], courses: [draft.course()] } })
  const education = merged.sections.find(({ planned }) => planned.rule.id === 'education')
  if (!education) throw new Error('no education')
  const section = { ...education, planned: { ...education.planned, sources: ['egov-portal', 'diplomas', 'courses'] as const } }
  const late = { ...held, courses: { ...held.courses, status: { ...held.courses?.status, askedAt: '2026-11-24T06:00:00.000Z' } } } as Held
  const judging = { section, there: false, planned: merged.planned, held: late }
  const finding = { code: 'not_found', pointer: null, key: '' } as const
  expect(toGap({ ...finding, source: null }, judging)).toMatchObject({ sources: ['egov-portal', 'diplomas', 'courses'], askedAt: NOW })
  expect(toGap({ ...finding, source: 'courses' }, judging)).toMatchObject({ sources: ['courses'], askedAt: '2026-11-24T06:00:00.000Z' })
})
