import { describe, expect, test } from 'vitest'
import type { SectionId } from '../../schemas/section.ts'
import type { SourceOutcome, Verdict } from '../../schemas/source-outcome.ts'
import * as draft from '../../test/support/drafts.ts'
import { ALL, claim, NOW, outcomeOf } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { codesIn, gapsIn } from '../../test/support/portfolio-view.ts'
import { stableId } from './hash.ts'
import type { Held } from './held.ts'
import type { MergedSection } from './merge.ts'
import type { PlannedSection } from './plan.ts'
import { answered, codeOf, hear, sourceFindings } from './source-findings.ts'

const status = (verdict: Verdict): SourceOutcome => outcomeOf('diplomas', verdict).status

test.each<Verdict>([
  { outcome: 'answered', reason: null },
  { outcome: 'empty', reason: null },
  { outcome: 'partial', reason: 'record_errors' },
])('counts %o as an answer', (verdict) => {
  expect(answered(status(verdict))).toBe(true)
})

test.each<[string, Verdict]>([
  ['source_unavailable', { outcome: 'unavailable', reason: 'breaker_open' }],
  ['source_unreadable', { outcome: 'unreadable', reason: 'signature' }],
  ['deferred', { outcome: 'deferred', reason: 'async' }],
  ['foreign_record', { outcome: 'foreign', reason: 'subject_mismatch' }],
  ['consent_missing', { outcome: 'consent_missing', reason: 'refused' }],
  ['consent_revoked', { outcome: 'consent_missing', reason: 'revoked' }],
])('leads to %s for %o', (code, verdict) => {
  expect(answered(status(verdict))).toBe(false)
  expect(codeOf(status(verdict))).toBe(code)
})

/** A record of no known shape: the wire of the test refuses it. */
const BROKEN = 'broken'

describe('records that could not be used', () => {
  const collected = (options: Parameters<typeof lineNow>[0]) => lineNow({ ...options, said: { ...draft.complete(), ...options?.said } })
  const codes = (options: Parameters<typeof lineNow>[0], section: SectionId) => codesIn(collected(options).portfolio, section)

  test('are named in the first required section of their source', () => {
    const said = { employment: [draft.contract(), BROKEN] }
    expect(codes({ said }, 'employment')).toEqual(['source_unreadable'])
    expect(codes({ said }, 'experience')).toEqual([])
  })

  test('are named where something required is missing too', () => {
    const said = { employment: [draft.contract({ startsOn: '2025-09-01' }), BROKEN] }
    expect(codes({ said }, 'experience')).toEqual(['source_unreadable'])
  })

  test('are named in the first section of a source that fills none that is required', () => {
    const said = { 'student-achievements': [draft.achievement(), BROKEN] }
    expect(codes({ said }, 'learner_achievements')).toEqual(['source_unreadable'])
    expect(codes({ said: { diplomas: [draft.diploma(), BROKEN] } }, 'retraining')).toEqual([])
  })

  test('are named where the claim has the section open', () => {
    const request = claim({ claimedCategory: 'researcher', currentCategory: 'expert' })
    const portal = [draft.application(), draft.category(), BROKEN]
    const [application, category] = (['application', 'category'] as const).map((id) =>
      codes({ request, said: { 'egov-portal': portal } }, id),
    )
    expect([application, category]).toEqual([['source_unreadable'], []])
  })

  test('are named where something is required, whatever the order, and never in what is closed', () => {
    const { merged, held } = collected({ said: { diplomas: [draft.diploma(), BROKEN] } })
    const isNamed = (section: MergedSection, sections: readonly PlannedSection[]) =>
      sourceFindings(section, true, hear(section, held), { ...merged.planned, sections }).some(({ key }) => key === 'rejected')
    const named = (sections: readonly PlannedSection[]) =>
      merged.sections.filter((section) => isNamed(section, sections)).map(({ planned }) => planned.rule.id)
    const { sections } = merged.planned
    expect(named([...sections].reverse())).toEqual(['education'])
    expect(named(sections.map((one) => (one.rule.id === 'education' ? { ...one, closed: 'p. 6' } : one)))).toEqual(['retraining'])
  })

  test('are not heard of where the source rejected none, or all', () => {
    const { merged, held } = collected({ said: { diplomas: [draft.diploma(), BROKEN] } })
    const education = merged.sections.find(({ planned }) => planned.rule.id === 'education')
    const none = { ...held, diplomas: { ...held.diplomas, rejected: [] } } as Held
    const all = collected({ said: { diplomas: [BROKEN] } })
    if (!education) throw new Error('no education')
    expect(hear(education, held).rejected).toEqual([{ code: 'source_unreadable', pointer: null, key: 'rejected', source: 'diplomas' }])
    expect([hear(education, none).rejected, hear(education, all.held).rejected]).toEqual([[], []])
    expect(codesIn(all.portfolio, 'education')).toEqual(['source_unreadable'])
  })
})

describe('a source that failed', () => {
  const TIMEOUT: Verdict = { outcome: 'unavailable', reason: 'timeout' }

  test('is named alone, with the time at which it was asked', () => {
    const { portfolio } = lineNow({ said: { diplomas: TIMEOUT } })
    const id = stableId('gap', 'pf_test', 'education', 'source_unavailable', '', '')
    expect(gapsIn(portfolio, 'education')).toMatchObject([{ id, sources: ['diplomas'], askedAt: NOW, pointer: null }])
  })

  test('is said beside a record that is final but not enough, and not where nothing is final', () => {
    const kept = lineNow({ said: { diplomas: [draft.diploma({ level: '04' })] } }).held
    expect(codesIn(lineNow({ said: { diplomas: TIMEOUT }, held: kept }).portfolio, 'education')).toEqual(['source_unavailable'])
    const pending = lineNow({ said: { diplomas: [draft.diploma({ status: '3' })] } }).portfolio
    expect(gapsIn(pending, 'education')).toMatchObject([{ code: 'deferred', sources: ['diplomas'] }])
    expect(gapsIn(pending, 'retraining')).toMatchObject([{ code: 'deferred', blocking: false }])
  })
})

test('finds nobody to ask where a section has no source, but the request has always answered', () => {
  const { portfolio } = lineNow()
  const of = (id: SectionId) => gapsIn(portfolio, id).map(({ code, askedAt, sources }) => [code, askedAt, sources])
  expect(gapsIn(portfolio, 'lesson_observation')[0]?.id).toBe(stableId('gap', 'pf_test', 'lesson_observation', 'not_integrated', '', ''))
  expect(of('lesson_observation')).toEqual([['not_integrated', null, []]])
  const unknown = lineNow({ request: { ...claim(), currentCategory: undefined } as never }).portfolio
  expect(gapsIn(unknown, 'category')).toMatchObject([{ code: 'not_found', askedAt: null, sources: ['platform'] }])
})

test('misses no source where another one has brought what is asked for', () => {
  const adapters = ALL.filter(({ id }) => id !== 'teacher-achievements')
  const { portfolio } = lineNow({ adapters, said: { 'student-achievements': [draft.award()] } })
  expect(codesIn(portfolio, 'teacher_achievements')).toEqual([])
  expect(codesIn(lineNow({ adapters }).portfolio, 'teacher_achievements')).toEqual(['not_integrated'])
})
