import type { FactDraft } from '../../adapters/adapter.ts'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import * as draft from '../support/drafts.ts'
import type { UnreadableRecord } from './case.ts'

/* The people of the table, the file in which nothing lacks, and the words for sources that do not answer. */

export const MODERATOR: Partial<PortfolioRequest> = { claimedCategory: 'moderator', currentCategory: 'teacher' }
export const EXPERT: Partial<PortfolioRequest> = { claimedCategory: 'expert', currentCategory: 'moderator' }
export const RESEARCHER: Partial<PortfolioRequest> = { claimedCategory: 'researcher', currentCategory: 'expert' }
export const MASTER: Partial<PortfolioRequest> = { claimedCategory: 'master', currentCategory: 'researcher' }
/** An intern after a year, by order of the head (p. 6). */
export const INTERN: Partial<PortfolioRequest> = { claimedCategory: 'teacher', currentCategory: 'teacher_intern' }
export const HEAD_3: Partial<PortfolioRequest> = { claimedCategory: 'head_3', post: 'head', currentCategory: 'head' }
export const HEAD_2: Partial<PortfolioRequest> = { claimedCategory: 'head_2', post: 'head', currentCategory: 'head_3' }
export const HEAD_1: Partial<PortfolioRequest> = { claimedCategory: 'head_1', post: 'head', currentCategory: 'head_2' }
const DEPUTY: Partial<PortfolioRequest> = { post: 'deputy', deputyLine: 'teaching' }
export const DEPUTY_3: Partial<PortfolioRequest> = { ...DEPUTY, claimedCategory: 'deputy_3', currentCategory: 'deputy' }
export const DEPUTY_2: Partial<PortfolioRequest> = { ...DEPUTY, claimedCategory: 'deputy_2', currentCategory: 'deputy_3' }
export const DEPUTY_1: Partial<PortfolioRequest> = { ...DEPUTY, claimedCategory: 'deputy_1', currentCategory: 'deputy_2' }

/** Another school than that of the claim. */
export const ELSEWHERE = { bin: '010140000006', name: { kk: 'Басқа мектеп', ru: 'Другая школа' } }

export const DOWN: Verdict = { outcome: 'unavailable', reason: 'timeout' }
export const LATER: Verdict = { outcome: 'deferred', reason: 'async' }
export const NOBODY_CAN_READ_IT: Verdict = { outcome: 'unreadable', reason: 'drift' }
export const SOMEBODY_ELSE: Verdict = { outcome: 'foreign', reason: 'subject_mismatch' }
export const NO_CONSENT: Verdict = { outcome: 'consent_missing', reason: 'missing' }
export const CONSENT_TAKEN_BACK: Verdict = { outcome: 'consent_missing', reason: 'revoked' }
export const UNREADABLE: UnreadableRecord = 'a record that cannot be read'

/** A file in which even a master of 24 November 2026 lacks nothing: every source tells what its sections ask for, at the highest level. */
export function completeFile({ currentCategory, post }: PortfolioRequest): Partial<Record<SourceId, readonly FactDraft[]>> {
  return {
    'population-register': [draft.person()],
    diplomas: [draft.diploma()],
    employment: [draft.contract()],
    'egov-portal': [draft.application(), draft.category({ category: currentCategory ?? 'expert', post }), draft.essay()],
    'knowledge-test': [draft.attempt({ score: 47, maxScore: 50, percent: 94 })],
    'education-quality': draft.threeYears(),
    'student-achievements': [draft.achievement({ level: 4 })],
    'teacher-achievements': [draft.award({ level: 4 })],
    'experience-generalisation': [draft.generalisation({ level: 4 })],
    courses: [draft.course({ hours: 108 })],
  }
}
