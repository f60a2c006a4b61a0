import { describe, expect, test } from 'vitest'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { codesIn, gapsIn, portfolioOf, sectionOf } from '../../test/support/portfolio-view.ts'

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
