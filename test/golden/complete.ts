import type { FactDraft } from '../../adapters/adapter.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import * as draft from '../support/drafts.ts'
import type { UnreadableRecord } from './case.ts'

/* The people of the table, the file in which nothing lacks, and the words for sources that do not answer. */

/** A teacher who claims the category of a moderator. */
export const MODERATOR: Partial<PortfolioRequest> = { claimedCategory: 'moderator', currentCategory: 'teacher' }
/** An expert who claims the next category, through the portal. */
export const RESEARCHER: Partial<PortfolioRequest> = { claimedCategory: 'researcher', currentCategory: 'expert' }
/** A researcher who claims the highest category, through the portal. */
export const MASTER: Partial<PortfolioRequest> = { claimedCategory: 'master', currentCategory: 'researcher' }
/** An intern after a year, by order of the head (p. 6). */
export const INTERN: Partial<PortfolioRequest> = { claimedCategory: 'teacher', currentCategory: 'teacher_intern' }
/** A head without a category. */
export const HEAD_3: Partial<PortfolioRequest> = { claimedCategory: 'head_3', post: 'head', currentCategory: 'head' }
/** A head of the third category. */
export const HEAD_2: Partial<PortfolioRequest> = { claimedCategory: 'head_2', post: 'head', currentCategory: 'head_3' }
/** A head of the second category. */
export const HEAD_1: Partial<PortfolioRequest> = { claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' }
const DEPUTY: Partial<PortfolioRequest> = { post: 'deputy', deputyLine: 'teaching' }
/** A deputy for teaching without a category. */
export const DEPUTY_3: Partial<PortfolioRequest> = { ...DEPUTY, claimedCategory: 'deputy_3', currentCategory: 'deputy' }
/** A deputy for teaching of the third category. */
export const DEPUTY_2: Partial<PortfolioRequest> = { ...DEPUTY, claimedCategory: 'deputy_2', currentCategory: 'deputy_3' }
/** A deputy for teaching of the second category. */
export const DEPUTY_1: Partial<PortfolioRequest> = { ...DEPUTY, claimedCategory: 'deputy_1', currentCategory: 'deputy_2' }

/** Another school than that of the claim. */
export const ELSEWHERE = { bin: '010140000006', name: { kk: 'Басқа мектеп', ru: 'Другая школа' } }

/** No answer in time. */
export const DOWN: Verdict = { outcome: 'unavailable', reason: 'timeout' }
/** The answer will come. */
export const LATER: Verdict = { outcome: 'deferred', reason: 'async' }
/** An answer that lost its keys. */
export const NOBODY_CAN_READ_IT: Verdict = { outcome: 'unreadable', reason: 'drift' }
/** An answer about another person. */
export const SOMEBODY_ELSE: Verdict = { outcome: 'foreign', reason: 'subject_mismatch' }
/** Nobody may ask: no consent was given. */
export const NO_CONSENT: Verdict = { outcome: 'consent_missing', reason: 'missing' }
/** Nobody may ask any more. */
export const CONSENT_TAKEN_BACK: Verdict = { outcome: 'consent_missing', reason: 'revoked' }
/** A record that cannot be read among others. */
export const UNREADABLE: UnreadableRecord = 'a record that cannot be read'

/** Knowledge quality of the three school years, in percent of a hundred marks each. */
export function qualityOf(...percents: readonly [number, number, number]) {
  return ['2023-2024', '2024-2025', '2025-2026'].map((schoolYear, index) => {
    const good = percents[index] ?? 0
    const marks = { m5: 10, m4: good - 10, m3: 100 - good, m2: 0 }
    return draft.quality({ schoolYear, students: 100, assessed: 100, marks, qualityPercent: good })
  })
}

/** A file in which even a master of 24 November 2026 lacks nothing: every source tells what its sections ask for, at the highest level. */
export function completeFile({ currentCategory, post }: PortfolioRequest): Partial<Record<SourceId, readonly FactDraft[]>> {
  return {
    'population-register': [draft.person()],
    diplomas: [draft.diploma()],
    employment: [draft.contract()],
    'egov-portal': [draft.application(), draft.category({ category: currentCategory ?? 'expert', post }), draft.essay()],
    'knowledge-test': [draft.attempt({ score: 47, maxScore: 50, percent: 94 })],
    'education-quality': qualityOf(64, 70, 76),
    'student-achievements': [draft.achievement({ level: 4 })],
    'teacher-achievements': [draft.award({ level: 4 })],
    'experience-generalisation': [draft.generalisation({ level: 4 })],
    courses: [draft.course({ hours: 108 })],
  }
}
