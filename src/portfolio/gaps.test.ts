import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../schemas/source-outcome.ts'
import * as draft from '../../test/support/drafts.ts'
import { ALL, claim, runLine } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { codesIn, gapsIn, portfolioOf, sectionOf, sourceIn } from '../../test/support/portfolio-view.ts'
import { findGaps } from './gaps.ts'
import { stableId } from './hash.ts'

const TIMEOUT: Verdict = { outcome: 'unavailable', reason: 'timeout' }
/** A record of no known shape: the wire of the test refuses it. */
const BROKEN = 'broken'

describe('outcome of the source', () => {
  const cases: [Verdict, string, string, string][] = [
    [{ outcome: 'empty', reason: null }, 'not_found', 'responsible_person', 'empty'],
    [TIMEOUT, 'source_unavailable', 'source', 'pending'],
    [{ outcome: 'deferred', reason: 'async' }, 'deferred', 'source', 'pending'],
    [{ outcome: 'unreadable', reason: 'drift' }, 'source_unreadable', 'operator', 'pending'],
    [{ outcome: 'foreign', reason: 'subject_mismatch' }, 'foreign_record', 'operator', 'pending'],
    [{ outcome: 'consent_missing', reason: 'expired' }, 'consent_missing', 'teacher', 'pending'],
    [{ outcome: 'consent_missing', reason: 'revoked' }, 'consent_revoked', 'teacher', 'pending'],
  ]
  test.each(cases)('turns %o into %s for the %s', async (verdict, code, actor, status) => {
    const portfolio = await portfolioOf({ said: { diplomas: verdict } })
    const manualEntry = code === 'not_found'
    expect(gapsIn(portfolio, 'education')).toMatchObject([{ code, actor, blocking: true, stage: 'application', manualEntry }])
    expect(sectionOf(portfolio, 'education')?.status).toBe(status)
    expect(portfolio.completeness).toMatchObject({ ready: false, because: expect.arrayContaining([`education:${code}`]) })
  })

  test('says not_integrated where no source is connected', async () => {
    const portfolio = await portfolioOf({ adapters: ALL.filter(({ id }) => id !== 'courses') })
    const gap = { code: 'not_integrated', manualEntry: true, blocking: true, form: 'courses.course', sources: ['courses'] }
    expect(gapsIn(portfolio, 'courses')).toMatchObject([gap])
    expect(sectionOf(portfolio, 'courses')?.status).toBe('not_asked')
    expect(sourceIn(portfolio, 'courses')).toMatchObject({ outcome: 'not_asked', reason: 'not_configured' })
  })

  test('raises no gap for a reserve that is not connected', async () => {
    const request = claim({ claimedCategory: 'head_2', post: 'head' })
    const portfolio = await portfolioOf({ request, adapters: ALL.filter(({ id }) => id !== 'leadership-reserve') })
    expect(sectionOf(portfolio, 'leadership_reserve')?.status).toBe('not_asked')
    expect(gapsIn(portfolio, 'leadership_reserve')).toEqual([])
  })

  test('waits for a reserve that does not answer', async () => {
    const request = claim({ claimedCategory: 'head_2', post: 'head' })
    const portfolio = await portfolioOf({ request, said: { 'leadership-reserve': TIMEOUT } })
    expect(gapsIn(portfolio, 'leadership_reserve')).toMatchObject([{ code: 'source_unavailable', blocking: false, actor: 'source' }])
  })

  test('leaves an optional section pending without blocking', async () => {
    const portfolio = await portfolioOf({ said: { 'student-achievements': TIMEOUT } })
    expect(gapsIn(portfolio, 'learner_achievements')).toMatchObject([{ code: 'source_unavailable', blocking: false, manualEntry: false }])
    expect(sectionOf(portfolio, 'learner_achievements')?.status).toBe('pending')
    const because = ['learner_achievements:source_unavailable']
    expect(portfolio.completeness).toMatchObject({ complete: false, ready: false, readyToApply: true, because })
  })

  test('asks for what an optional source does not have, without blocking', async () => {
    const portfolio = await portfolioOf({ said: { 'student-achievements': [] } })
    expect(gapsIn(portfolio, 'learner_achievements')).toMatchObject([{ code: 'not_found', blocking: false, manualEntry: true }])
    expect(portfolio.completeness.ready).toBe(true)
  })

  test('names lessons as looked at by nobody', async () => {
    const portfolio = await portfolioOf()
    expect(sectionOf(portfolio, 'lesson_observation')).toMatchObject({ status: 'not_asked', facts: [] })
    expect(gapsIn(portfolio, 'lesson_observation')).toMatchObject([{ code: 'not_integrated', blocking: false }])
  })
})

describe('records that could not be read', () => {
  test('are one gap beside the good ones', async () => {
    const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma(), BROKEN] } })
    expect(sourceIn(portfolio, 'diplomas')).toMatchObject({ outcome: 'partial', reason: 'record_errors' })
    expect(portfolio.gaps.filter(({ sources }) => sources.includes('diplomas'))).toMatchObject([
      { code: 'source_unreadable', section: 'education', actor: 'operator', blocking: true },
    ])
    expect(sectionOf(portfolio, 'education')?.facts).toHaveLength(1)
  })

  test('keep others from typing what they may hold', async () => {
    const portfolio = await portfolioOf({
      said: { 'education-quality': [draft.quality(), BROKEN], employment: [BROKEN, draft.contract({ startsOn: '2025-09-01' })] },
    })
    expect(codesIn(portfolio, 'teaching_quality')).toEqual(['source_unreadable'])
    expect(codesIn(portfolio, 'experience')).toEqual(['source_unreadable'])
  })

  test('leave a section without facts pending', async () => {
    const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma({ level: '09' }), BROKEN] } })
    expect(sectionOf(portfolio, 'education')?.status).toBe('pending')
    expect(codesIn(portfolio, 'education')).toEqual(['source_unreadable'])
  })
})

describe('an answer kept from before', () => {
  test('satisfies without a gap but is not complete', async () => {
    const first = await runLine({ said: draft.complete() })
    const portfolio = await portfolioOf({ said: { diplomas: TIMEOUT }, held: first.held })
    expect(sectionOf(portfolio, 'education')?.status).toBe('found')
    expect(gapsIn(portfolio, 'education')).toEqual([])
    const because = ['education:source_unavailable', 'retraining:source_unavailable']
    expect(portfolio.completeness).toMatchObject({ complete: false, readyToApply: false, because })
  })

  test('asks nobody to type while the source is silent', async () => {
    const incomplete = [draft.diploma({ number: null })]
    const first = await runLine({ said: { ...draft.complete(), diplomas: incomplete } })
    const portfolio = await portfolioOf({ said: { diplomas: TIMEOUT }, held: first.held })
    expect(gapsIn(first.portfolio, 'education')).toMatchObject([{ code: 'incomplete', manualEntry: true }])
    expect(gapsIn(portfolio, 'education')).toMatchObject([{ code: 'source_unavailable', manualEntry: false }])
  })
})

describe('what is missing though everybody answered', () => {
  const short = (teachingSince: string) => ({
    request: claim({ teachingSince }),
    said: { employment: [draft.contract({ startsOn: '2025-09-01' })] },
  })

  test.each([
    ['2020-09-17', 'not_digitised'],
    ['2020-09-18', 'not_found'],
  ])('lies before its register where service began on %s: %s', async (teachingSince, code) => {
    expect(codesIn(await portfolioOf(short(teachingSince)), 'experience')).toEqual([code])
  })

  test('lies before one of its registers, where there are several', () => {
    const { merged, held } = lineNow(short('1998-09-01'))
    const sections = merged.sections.map((section) => ({
      ...section,
      planned: { ...section.planned, sources: ['diplomas', ...section.planned.sources] as const },
    }))
    expect(findGaps({ ...merged, sections }, held).gaps.map(({ code }) => code)).toContain('not_digitised')
  })

  test('is a present workplace, which no old paper can prove', async () => {
    const over = draft.contract({ terminatedOn: '2026-11-23' })
    const portfolio = await portfolioOf({ request: claim({ teachingSince: '1998-09-01' }), said: { employment: [over] } })
    expect(codesIn(portfolio, 'employment')).toEqual(['not_found'])
  })

  test('is a diploma even for those who have no category yet', async () => {
    const portfolio = await portfolioOf({ request: claim({ currentCategory: null }), said: { diplomas: [] } })
    expect(codesIn(portfolio, 'education')).toEqual(['not_found'])
  })

  test('is said beside the doubt whose record it is', async () => {
    const holder = { surname: 'БАСҚА', name: 'АЙША', patronymic: null, birthDate: null }
    const portfolio = await portfolioOf({ said: { diplomas: [draft.diploma({ level: '04' }, { holder })] } })
    expect(codesIn(portfolio, 'education')).toEqual(['identity_mismatch', 'not_found'])
  })

  test('is not asked for where a record of an optional section could not be read', async () => {
    const portfolio = await portfolioOf({ said: { 'student-achievements': [draft.award(), BROKEN] } })
    expect(codesIn(portfolio, 'learner_achievements')).toEqual(['source_unreadable'])
    expect(sectionOf(portfolio, 'learner_achievements')).toMatchObject({ status: 'pending', facts: [] })
  })

  test('is not asked for where an optional record is not final yet', async () => {
    const request = claim({ claimedCategory: 'master', currentCategory: 'researcher' })
    const essay = { ...draft.application(), section: 'essay', final: false }
    const portfolio = await portfolioOf({ request, said: { 'egov-portal': [draft.application(), draft.category(), essay] } })
    expect(codesIn(portfolio, 'essay')).toEqual(['deferred'])
    expect(gapsIn(portfolio, 'essay')[0]).toMatchObject({ blocking: false, actor: 'source' })
  })
})

test('keeps the id of a lack through collections', async () => {
  const [one, other] = await Promise.all([
    portfolioOf({ said: { diplomas: [] } }),
    portfolioOf({ said: { diplomas: [], courses: TIMEOUT, employment: [] } }),
  ])
  expect(gapsIn(one, 'education')[0]?.id).toMatch(/^gap_[0-9a-f]{32}$/)
  expect(gapsIn(one, 'education')[0]?.id).toBe(stableId('gap', 'pf_test', 'education', 'not_found', '', ''))
  expect(gapsIn(other, 'education')[0]?.id).toBe(gapsIn(one, 'education')[0]?.id)
})
