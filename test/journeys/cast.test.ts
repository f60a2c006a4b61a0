import { expect, test } from 'vitest'
import { ARCHETYPES } from '../../mocks/cast/archetypes.ts'
import { GapCode } from '../../schemas/gap.ts'
import type { Portfolio } from '../../schemas/portfolio.ts'
import { memoryStore } from '../support/memory-store.ts'
import { createStack } from '../support/stack.ts'

/* What is promised of each published person, looked for in the whole portfolio: every gap, and the sections that the promise is about. */

const LESSONS = 'lesson_observation not_integrated'
const UNLISTED = 'learner_achievements not_on_list /event'
const FIGURES = 'organisation_figures not_integrated'
const TEACHER = [LESSONS, UNLISTED]
const HEAD = [UNLISTED, FIGURES]
const EMPTY = ['learner_achievements not_found', 'teacher_achievements not_found', 'experience_generalisation not_found']
const SPECIALITY = ['code', 'name/kk', 'name/ru'].map((key) => `education conflict /speciality/${key}`)
const MARKS = ['marks/m3', 'marks/m5', 'qualityPercent'].map((key) => `teaching_quality conflict /${key}`)

/** All gaps, and sections as `id=status:facts`. */
type Promised = readonly [gaps: readonly string[], ...sections: readonly string[]]
const teacher = (gaps: readonly string[], ...sections: readonly string[]): Promised => [[...TEACHER, ...gaps], ...sections]

const PROMISED: Readonly<Record<string, Promised>> = {
  'expert-complete': teacher([], 'identity=found:1', 'education=found:1', 'knowledge_test=found:1', 'courses=found:2'),
  'expert-without-diploma': teacher(['education not_found'], 'education=empty:0'),
  'expert-foreign-diploma': teacher([], 'education=found:1'),
  'expert-changed-surname': teacher(['education identity_mismatch'], 'education=partial:1'),
  'expert-duplicate-diploma': teacher([], 'education=found:2'),
  'expert-annulled-diploma': teacher(['education revoked /status'], 'education=partial:1'),
  'moderator-fresh-diploma': teacher(['education deferred', 'retraining deferred'], 'education=pending:1'),
  'moderator-retrained': teacher([], 'education=found:1', 'retraining=found:1'),
  'expert-missing-year': teacher(['teaching_quality incomplete /2024-2025'], 'teaching_quality=partial:30'),
  'expert-two-vendors': teacher(MARKS, 'teaching_quality=partial:46'),
  'moderator-rural': [[LESSONS, ...EMPTY], 'teaching_quality=found:15'],
  'researcher-confirming': teacher([], 'application=found:1', 'knowledge_test=not_applicable:0'),
  'master-refused-before': teacher([], 'application=found:1', 'knowledge_test=found:1'),
  'head-first': [HEAD, 'application=found:1', 'organisation_figures=not_asked:0', 'leadership_reserve=found:1'],
  'moderator-old-list': [[LESSONS, 'learner_achievements unverifiable /mentorMatch'], 'learner_achievements=found:3'],
  'expert-namesake': teacher([], 'identity=found:1', 'learner_achievements=found:3'),
  'expert-neighbour': teacher([], 'identity=found:1', 'learner_achievements=found:3'),
  'expert-without-patronymic': teacher([], 'identity=found:1', 'education=found:1'),
  'social-teacher': teacher([], 'teaching_quality=not_applicable:0'),
  'researcher-not-applied': teacher(['application not_found', 'category not_found', 'essay not_found'], 'application=empty:0'),
  'teacher-first-year': [[LESSONS, ...EMPTY], 'knowledge_test=not_applicable:0', 'teaching_quality=not_applicable:0'],
  'expert-expired': [
    [LESSONS, 'category expired /validUntil', 'learner_achievements out_of_period /date', 'learner_achievements duplicate'],
    'category=partial:1',
  ],
  'expert-test-annulled': teacher(['knowledge_test revoked /annulled'], 'knowledge_test=partial:1'),
  'expert-test-expired': teacher(['knowledge_test expired /takenOn'], 'knowledge_test=partial:1'),
  'expert-test-appealed': teacher([], 'knowledge_test=found:2'),
  'expert-test-missing': teacher(['knowledge_test not_found'], 'knowledge_test=empty:0'),
  'expert-course-not-agreed': teacher(['courses programme_not_agreed /programmeAgreed', 'courses not_found'], 'courses=partial:1'),
  'expert-course-old': teacher(['courses out_of_period /endsOn', 'courses not_found'], 'courses=partial:1'),
  'expert-course-twice': teacher(['courses duplicate'], 'courses=found:2'),
  'expert-former-surname': teacher([], 'education=found:1'),
  'expert-two-employers': teacher([], 'employment=found:3'),
  'expert-school-reorganised': teacher([], 'employment=found:2', 'experience=found:1'),
  'expert-old-service': teacher(['experience not_digitised'], 'employment=found:1', 'experience=partial:1'),
  'expert-just-moved': teacher(['employment conflict /employer/bin'], 'employment=partial:2'),
  'expert-cleaner-code': teacher([], 'employment=found:2'),
  'expert-award-revoked': teacher(['teacher_achievements revoked /result'], 'teacher_achievements=found:1'),
  'expert-award-unlisted': teacher(['teacher_achievements not_on_list /award'], 'teacher_achievements=found:1'),
  'head-in-reserve': [[], 'leadership_reserve=found:1', 'knowledge_test=not_applicable:1'],
  'expert-experience-twice': teacher(['experience_generalisation duplicate'], 'experience_generalisation=found:2'),
  'expert-other-region': teacher([], 'experience_generalisation=found:1'),
  'moderator-complete': teacher([], 'identity=found:1', 'education=found:1', 'knowledge_test=found:1', 'courses=found:2'),
  'expert-twin': teacher([], 'identity=found:1', 'learner_achievements=found:3'),
  'expert-other-twin': teacher([], 'identity=found:1', 'learner_achievements=found:3'),
  'head-who-teaches': [HEAD, 'employment=found:3', 'leadership_reserve=empty:0'],
  'head-appointed': [[], 'leadership_reserve=found:2', 'knowledge_test=not_applicable:1'],
  'moderator-without-mentor': [[LESSONS, 'learner_achievements not_found'], 'learner_achievements=empty:0'],
  'expert-two-diplomas': teacher(SPECIALITY, 'education=partial:2'),
}

const { collect, government } = createStack({ store: memoryStore() })
const claims = new Map(government.cast.map(({ archetype, claim }) => [archetype, claim]))

async function portfolioOf(archetype: string): Promise<Portfolio> {
  return (await (await collect(claims.get(archetype))).json()) as Portfolio
}

test('promises something of every archetype', () => {
  expect(Object.keys(PROMISED).sort()).toEqual(ARCHETYPES.map(({ name }) => name).sort())
})

test.each(Object.entries(PROMISED))('keeps what is promised of %s', async (archetype, [gaps, ...sections]) => {
  const portfolio = await portfolioOf(archetype)
  const found = portfolio.gaps.map(({ section, code, pointer }) => [section, code, ...(pointer === null ? [] : [pointer])].join(' '))
  expect(found.sort()).toEqual([...gaps].sort())
  const shown = portfolio.sections.map(({ id, status, facts }) => `${id}=${status}:${facts.length}`)
  expect(sections.filter((section) => !shown.includes(section))).toEqual([])
})

test.each(ARCHETYPES.filter((one) => !/neither|no gap/.test(one.expect)))(
  'finds the codes that the line of $name names',
  ({ name, expect: line }) => {
    const codes = PROMISED[name]?.[0].map((gap) => gap.split(' ')[1]) ?? []
    const named = GapCode.options.filter((code) => new RegExp(`\\b${code}\\b`).test(line))
    expect(named.filter((code) => !codes.includes(code))).toEqual([])
  },
)

test('shows the portal’s words of refusal in both languages', async () => {
  const text = JSON.stringify(await portfolioOf('master-refused-before'))
  expect(text).toContain('Құжаттар толық емес (мысал)')
  expect(text).toContain('Неполный пакет документов (пример)')
})

test('collects by the channel that the line names', async () => {
  const channels = await Promise.all(['researcher-confirming', 'head-first', 'teacher-first-year', 'expert-complete'].map(portfolioOf))
  expect(channels.map(({ channel }) => channel)).toEqual(['portal', 'portal', 'none', 'platform'])
})
