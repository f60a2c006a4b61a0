import type { SectionId } from '../../schemas/section.ts'
import { application, category, essay, reserve } from '../support/drafts.ts'
import type { GoldenCase } from './case.ts'
import { DEPUTY_1, DEPUTY_2, DEPUTY_3, DOWN, HEAD_1, HEAD_2, HEAD_3, LATER, MASTER, RESEARCHER } from './complete.ts'

const RESERVE = 'p. 34'
const PORTAL = 'p. 15; annex 1 item 8'
/** Everything that the commission would decide by. */
const WITHOUT_PROCEDURE: Partial<Record<SectionId, string>> = {
  knowledge_test: RESERVE,
  teaching_quality: RESERVE,
  learner_achievements: RESERVE,
  teacher_achievements: RESERVE,
  experience_generalisation: RESERVE,
  organisation_figures: RESERVE,
}
const NOTHING_TO_DECIDE_BY = {
  'knowledge-test': [],
  'education-quality': [],
  'student-achievements': [],
  'teacher-achievements': [],
  'experience-generalisation': [],
}
const IN_RESERVE = { 'leadership-reserve': [reserve()] }
const NO_TEST = { 'knowledge-test': [] }
const MUST_SIT = {
  verdict: 'may apply',
  gaps: { knowledge_test: ['not_found: teacher acts, blocks deciding'] },
  without: ['leadership_reserve: not_found'],
} as const

/** Heads, deputies, the leaders' reserve, and what only the portal carries: the application and the essay. */
export const heads: readonly GoldenCase[] = [
  { title: 'a head of the third category whose file is complete', paragraph: 'annex 13', claim: HEAD_3, expect: { verdict: 'ready' } },
  { title: 'a head of the second category whose file is complete', paragraph: 'annex 13', claim: HEAD_2, expect: { verdict: 'ready' } },
  { title: 'a head of the first category whose file is complete', paragraph: 'annex 13', claim: HEAD_1, expect: { verdict: 'ready' } },
  { title: 'a deputy of the third category whose file is complete', paragraph: 'annex 13', claim: DEPUTY_3, expect: { verdict: 'ready' } },
  { title: 'a deputy of the second category whose file is complete', paragraph: 'annex 13', claim: DEPUTY_2, expect: { verdict: 'ready' } },
  { title: 'a deputy of the first category whose file is complete', paragraph: 'annex 13', claim: DEPUTY_1, expect: { verdict: 'ready' } },
  {
    title: 'a head of the first category who is in the reserve',
    paragraph: RESERVE,
    claim: HEAD_1,
    told: { ...NOTHING_TO_DECIDE_BY, ...IN_RESERVE },
    expect: {
      verdict: 'ready',
      status: { leadership_reserve: 'found' },
      closed: WITHOUT_PROCEDURE,
      without: ['knowledge_test: not_found', 'teaching_quality: not_found', 'organisation_figures: not_integrated'],
    },
  },
  {
    title: 'a deputy of the first category who is in the reserve',
    paragraph: RESERVE,
    claim: DEPUTY_1,
    told: { ...NOTHING_TO_DECIDE_BY, ...IN_RESERVE },
    expect: { verdict: 'ready', status: { leadership_reserve: 'found' }, closed: WITHOUT_PROCEDURE },
  },
  {
    title: 'a head in the reserve without a course, which the reserve does not replace',
    paragraph: RESERVE,
    claim: HEAD_1,
    told: { ...NOTHING_TO_DECIDE_BY, ...IN_RESERVE, courses: [] },
    expect: {
      verdict: 'may not apply',
      status: { leadership_reserve: 'found', courses: 'empty' },
      closed: WITHOUT_PROCEDURE,
      gaps: { courses: ['not_found: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a head of the first category who is on no list of the reserve',
    paragraph: RESERVE,
    claim: HEAD_1,
    told: NO_TEST,
    expect: { ...MUST_SIT, status: { knowledge_test: 'empty', leadership_reserve: 'empty' } },
  },
  {
    title: 'a head whom the newest list of the reserve excludes',
    paragraph: RESERVE,
    claim: HEAD_1,
    told: { ...NO_TEST, 'leadership-reserve': [reserve({ year: 2023 }), reserve({ year: 2025, status: 'excluded' })] },
    expect: { ...MUST_SIT, status: { knowledge_test: 'empty', leadership_reserve: 'found' } },
  },
  {
    title: 'a head in the reserve who claims the second category only',
    paragraph: RESERVE,
    claim: HEAD_2,
    told: { ...NO_TEST, ...IN_RESERVE },
    expect: { ...MUST_SIT, status: { knowledge_test: 'empty', leadership_reserve: 'found' } },
  },
  {
    title: 'a head of the first category while the list of the reserve cannot be had',
    paragraph: RESERVE,
    claim: HEAD_1,
    told: { 'leadership-reserve': DOWN },
    expect: {
      verdict: 'may apply',
      status: { leadership_reserve: 'pending' },
      gaps: { leadership_reserve: ['source_unavailable: source must answer, does not block deciding'] },
      because: ['leadership_reserve: source_unavailable'],
    },
  },
  {
    title: 'a head where no list of the reserve is connected',
    paragraph: RESERVE,
    claim: HEAD_1,
    told: { 'leadership-reserve': 'not connected' },
    expect: { verdict: 'ready', status: { leadership_reserve: 'not_asked' }, without: ['leadership_reserve: not_integrated'] },
  },
  {
    title: 'a researcher whose file is complete',
    paragraph: PORTAL,
    claim: RESEARCHER,
    expect: { verdict: 'ready', facts: { application: 1, essay: 1 } },
  },
  {
    title: 'a master whose file is complete',
    paragraph: PORTAL,
    claim: MASTER,
    expect: { verdict: 'ready', facts: { application: 1, essay: 1 } },
  },
  {
    title: 'a researcher whose application the portal does not have',
    paragraph: 'annex 1 item 8(1)',
    claim: RESEARCHER,
    told: { 'egov-portal': [] },
    expect: {
      verdict: 'may not apply',
      status: { application: 'empty', category: 'empty', essay: 'empty' },
      gaps: {
        application: ['not_found: teacher acts, blocks applying'],
        category: ['not_found: teacher acts, blocks applying'],
        essay: ['not_found: teacher acts, does not block applying'],
      },
    },
  },
  {
    title: 'a researcher whose application is still on its way from the portal',
    paragraph: 'p. 16; annex 1 item 8(1)',
    claim: RESEARCHER,
    told: { 'egov-portal': LATER },
    expect: {
      verdict: 'may not apply',
      status: { application: 'pending', category: 'pending', essay: 'pending' },
      gaps: {
        application: ['deferred: source must answer, blocks applying'],
        category: ['deferred: source must answer, blocks applying'],
        essay: ['deferred: source must answer, does not block applying'],
      },
      because: ['application: deferred', 'category: deferred', 'essay: deferred'],
    },
  },
  {
    title: 'a researcher whose application does not tell its day',
    paragraph: 'annex 1 item 8(1)',
    claim: RESEARCHER,
    told: { 'egov-portal': [application({ submittedOn: null }), category(), essay()] },
    expect: {
      verdict: 'may not apply',
      status: { application: 'partial' },
      gaps: { application: ['incomplete at /submittedOn: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a researcher without an essay',
    paragraph: 'p. 59; annex 1 item 8(9)',
    claim: RESEARCHER,
    told: { 'egov-portal': [application(), category()] },
    expect: {
      verdict: 'ready',
      status: { essay: 'empty' },
      gaps: { essay: ['not_found: teacher acts, does not block applying'] },
    },
  },
  {
    title: 'an expert, whose application and essay are the Platform’s own',
    paragraph: 'p. 15',
    told: { 'egov-portal': 'not connected' },
    expect: { verdict: 'ready', without: ['application: not_found', 'essay: not_found'] },
  },
]
