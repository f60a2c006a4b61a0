import type { ProblemCode } from '../../schemas/problem.ts'
import { type ProblemText, problemTexts } from './texts.ts'

/** The HTTP status of each code, and whether the same request may succeed later without being changed. */
const STATUSES: Readonly<Record<ProblemCode, readonly [status: ProblemStatus, retryable: boolean]>> = {
  'validation.failed': [422, false],
  'json.malformed': [400, false],
  'body.too-large': [413, false],
  'media-type.unsupported': [415, false],
  'method.not-allowed': [405, false],
  'not-found': [404, false],
  'auth.missing': [401, false],
  'auth.invalid': [401, false],
  'auth.forbidden': [403, false],
  'idempotency.mismatch': [422, false],
  'idempotency.running': [409, true],
  'precondition.required': [428, false],
  'precondition.failed': [412, false],
  'portfolio.incomplete': [503, true],
  'portfolio.not-ready': [409, false],
  'portfolio.locked': [409, false],
  'gap.closed': [409, false],
  'evidence.type': [415, false],
  'drift.unreadable': [409, false],
  'store.unavailable': [503, true],
  overload: [503, true],
  'rate-limited': [429, true],
  internal: [500, true],
}

/** Every status that a problem may have. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503

/** One kind of problem (API page, 1). */
export interface ProblemKind extends ProblemText {
  readonly code: ProblemCode
  readonly status: ProblemStatus
  readonly retryable: boolean
}

/** What is known of one code. */
export function problemKind(code: ProblemCode): ProblemKind {
  const [status, retryable] = STATUSES[code]
  return { code, status, retryable, ...problemTexts[code] }
}
