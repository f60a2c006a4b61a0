import { z } from 'zod'
import { Instant } from './dates.ts'
import { SourceId } from './section.ts'

export const ProblemCode = z
  .enum([
    'validation.failed',
    'json.malformed',
    'body.too-large',
    'media-type.unsupported',
    'method.not-allowed',
    'not-found',
    'auth.missing',
    'auth.invalid',
    'auth.forbidden',
    'idempotency.mismatch',
    'idempotency.running',
    'precondition.required',
    'precondition.failed',
    'portfolio.incomplete',
    'portfolio.not-ready',
    'portfolio.locked',
    'gap.closed',
    'evidence.type',
    'drift.unreadable',
    'store.unavailable',
    'overload',
    'rate-limited',
    'internal',
  ])
  .meta({ id: 'ProblemCode' })
export type ProblemCode = z.infer<typeof ProblemCode>

export const ValidationCode = z
  .enum([
    'required',
    'unknown_key',
    'unknown_code',
    'type',
    'too_long',
    'iin.length',
    'iin.digits',
    'iin.date',
    'iin.check',
    'bin.check',
    'claim.inconsistent',
    'time.past',
    'time.order',
    'time.unplanned',
  ])
  .meta({ id: 'ValidationCode' })
export type ValidationCode = z.infer<typeof ValidationCode>

/** RFC 9457 problem details with our stable `code`. Never an inner message, never the input. */
export const Problem = z
  .object({
    type: z.string(),
    code: ProblemCode,
    status: z.number().int(),
    title: z.string(),
    detail: z.string(),
    instance: z.string(),
    traceId: z.string(),
    retryable: z.boolean(),
    retryAfter: Instant.optional(),
    sources: z.array(SourceId).optional().describe('With `portfolio.incomplete`: the sources that did not answer properly'),
    errors: z.array(z.object({ pointer: z.string(), code: ValidationCode })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
