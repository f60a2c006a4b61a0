import { attempt } from '../support/drafts.ts'
import type { GoldenCase } from './case.ts'
import { HEAD_2, MASTER, MODERATOR, RESEARCHER } from './complete.ts'

const TERM = 'p. 53'
const THRESHOLD = 'p. 38–40; annex 9'
const scored = (score: number, maxScore = 50) => ({ 'knowledge-test': [attempt({ score, maxScore, percent: (score / maxScore) * 100 })] })
const APPEALED = { kind: 'appeal', certificateNumber: 'T-2' } as const
const REACHED = { verdict: 'ready', advisories: [] } as const
/** A test counts whatever its score: that it lies below the claim is advice to the commission. */
const BELOW = { verdict: 'ready', advisories: ['below_level: knowledge_test'], without: ['knowledge_test: not_found'] } as const
const EXPIRED = {
  verdict: 'may apply',
  status: { knowledge_test: 'partial' },
  gaps: { knowledge_test: ['expired at /takenOn: teacher acts, blocks deciding'] },
} as const

/** The knowledge test: there, in its year, not annulled; its score is advice only. It is never typed in. */
export const knowledgeTest: readonly GoldenCase[] = [
  { title: 'a test of this spring', paragraph: TERM, expect: { verdict: 'ready', facts: { knowledge_test: 1 } } },
  {
    title: 'a testing centre that has no test of the teacher',
    paragraph: 'p. 4, 62',
    told: { 'knowledge-test': [] },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'empty' },
      gaps: { knowledge_test: ['not_found: teacher acts, blocks deciding'] },
    },
  },
  {
    title: 'a researcher without a test',
    paragraph: 'p. 4, 62',
    claim: RESEARCHER,
    told: { 'knowledge-test': [] },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'empty' },
      gaps: { knowledge_test: ['not_found: teacher acts, blocks deciding'] },
    },
  },
  {
    title: 'a test of a year ago to the day',
    paragraph: TERM,
    told: { 'knowledge-test': [attempt({ takenOn: '2025-11-24' })] },
    expect: { verdict: 'ready', without: ['knowledge_test: expired'] },
  },
  {
    title: 'a test of a year and a day ago, which is not called low beside being too old',
    paragraph: TERM,
    told: { 'knowledge-test': [attempt({ takenOn: '2025-11-23', percent: 94 })] },
    expect: EXPIRED,
  },
  {
    title: 'a test that is dated ahead: it is neither valid yet nor past its year',
    paragraph: TERM,
    told: { 'knowledge-test': [attempt({ takenOn: '2026-11-25', percent: 94 })] },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'partial' },
      gaps: { knowledge_test: ['not_found: teacher acts, blocks deciding'] },
      without: ['knowledge_test: expired'],
    },
  },
  {
    title: 'an annulled test and no other',
    paragraph: 'p. 46–47',
    told: { 'knowledge-test': [attempt({ annulled: true, percent: 94 })] },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'partial' },
      gaps: { knowledge_test: ['revoked at /annulled: teacher acts, blocks deciding'] },
      without: ['knowledge_test: not_found'],
    },
  },
  {
    title: 'an old test beside a valid one',
    paragraph: TERM,
    told: { 'knowledge-test': [attempt({ takenOn: '2024-03-01', certificateNumber: 'T-0' }), attempt()] },
    expect: { verdict: 'ready', facts: { knowledge_test: 2 }, without: ['knowledge_test: expired'] },
  },
  {
    title: 'an annulled test beside a valid one',
    paragraph: 'p. 46–47, 53',
    told: { 'knowledge-test': [attempt({ annulled: true, certificateNumber: 'T-0' }), attempt()] },
    expect: { verdict: 'ready', gaps: { knowledge_test: ['revoked at /annulled: teacher acts, does not block deciding'] } },
  },
  {
    title: 'a test without its score',
    paragraph: 'annex 11',
    told: { 'knowledge-test': [attempt({ score: null, percent: 94 })] },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'partial' },
      gaps: { knowledge_test: ['incomplete at /score: teacher acts, blocks deciding'] },
    },
  },
  {
    title: 'one certificate with two scores',
    paragraph: 'p. 60; annex 11',
    told: { 'knowledge-test': [attempt({}, { recordId: 'one' }), attempt({ score: 42 }, { recordId: 'other' })] },
    expect: {
      verdict: 'may apply',
      status: { knowledge_test: 'partial' },
      gaps: { knowledge_test: ['conflict at /score: teacher acts, blocks deciding'] },
    },
  },
  {
    title: 'a test of which an appeal gave a new certificate: the first one is shown and does not count',
    paragraph: 'p. 48, 52; annex 11',
    told: { 'knowledge-test': [attempt({ score: 47, percent: 94 }), attempt({ ...APPEALED, score: 34, percent: 68 })] },
    expect: { ...BELOW, facts: { knowledge_test: 2 } },
  },
  {
    title: 'an appeal under the number of the first certificate: two attempts and no conflict',
    paragraph: 'p. 48, 52; annex 11',
    told: {
      'knowledge-test': [attempt({ score: 47, percent: 94 }), attempt({ kind: 'appeal', score: 34, percent: 68 }, { key: 'T-1 appeal' })],
    },
    expect: { ...BELOW, facts: { knowledge_test: 2 } },
  },
  {
    title: 'an appeal whose certificate was annulled, which replaces nothing',
    paragraph: 'p. 46–48, 52',
    told: { 'knowledge-test': [attempt({ percent: 94 }), attempt({ ...APPEALED, annulled: true })] },
    expect: { verdict: 'ready', gaps: { knowledge_test: ['revoked at /annulled: teacher acts, does not block deciding'] } },
  },
  {
    title: 'an appeal about the test of another subject',
    paragraph: 'p. 48, 52; annex 11',
    told: { 'knowledge-test': [attempt({ score: 47, percent: 94 }), attempt({ ...APPEALED, subject: 'MATH', score: 34, percent: 68 })] },
    expect: { ...REACHED, facts: { knowledge_test: 2 } },
  },
  { title: 'a moderator with 30 of 50', paragraph: THRESHOLD, claim: MODERATOR, told: scored(30), expect: REACHED },
  { title: 'a moderator with 29 of 50', paragraph: THRESHOLD, claim: MODERATOR, told: scored(29), expect: BELOW },
  { title: 'an expert with 35 of 50', paragraph: THRESHOLD, told: scored(35), expect: REACHED },
  { title: 'an expert with 34 of 50', paragraph: THRESHOLD, told: scored(34), expect: BELOW },
  { title: 'a researcher with 40 of 50', paragraph: THRESHOLD, claim: RESEARCHER, told: scored(40), expect: REACHED },
  { title: 'a researcher with 39 of 50', paragraph: THRESHOLD, claim: RESEARCHER, told: scored(39), expect: BELOW },
  { title: 'a master with 45 of 50', paragraph: THRESHOLD, claim: MASTER, told: scored(45), expect: REACHED },
  { title: 'a master with 44 of 50', paragraph: THRESHOLD, claim: MASTER, told: scored(44), expect: BELOW },
  { title: 'a head with 42 of 60', paragraph: THRESHOLD, claim: HEAD_2, told: scored(42, 60), expect: REACHED },
  { title: 'a head with 41 of 60', paragraph: THRESHOLD, claim: HEAD_2, told: scored(41, 60), expect: BELOW },
  {
    title: 'a certificate that prints points and no percent',
    paragraph: THRESHOLD,
    told: { 'knowledge-test': [attempt({ score: 34, percent: null })] },
    expect: BELOW,
  },
  {
    title: 'two tests of the year, of which the better one reaches the level',
    paragraph: THRESHOLD,
    told: {
      'knowledge-test': [
        attempt({ score: 20, percent: 40, certificateNumber: 'T-0', takenOn: '2026-02-01' }),
        attempt({ score: 36, percent: 72 }),
      ],
    },
    expect: REACHED,
  },
]
