import { z } from 'zod'
import { Instant } from './dates.ts'
import { SourceId } from './section.ts'

/** The closed list of outcomes of one ask, each with its closed list of reasons (API page, 4.2). */
export const OutcomeReasons = {
  answered: [],
  empty: [],
  partial: ['record_errors'],
  deferred: ['async', 'not_final'],
  unavailable: [
    'timeout',
    'connect',
    'dns',
    'tls',
    'http_5xx',
    'http_4xx',
    'html',
    'rate_limited',
    'auth',
    'shep_fault',
    'remote_error',
    'breaker_open',
    'overload',
    'paused',
    'maintenance',
  ],
  unreadable: ['protocol', 'encoding', 'drift', 'signature'],
  foreign: ['subject_mismatch'],
  consent_missing: ['missing', 'refused', 'expired', 'revoked'],
  not_asked: ['not_needed', 'not_configured'],
} as const
type OutcomeReasons = typeof OutcomeReasons

/** An outcome with a reason that belongs to it; null where the list of reasons is empty. */
export type Verdict = {
  [Name in keyof OutcomeReasons]: {
    readonly outcome: Name
    readonly reason: OutcomeReasons[Name][number] extends never ? null : OutcomeReasons[Name][number]
  }
}[keyof OutcomeReasons]

export const OutcomeName = z
  .enum(Object.keys(OutcomeReasons) as [keyof OutcomeReasons, ...(keyof OutcomeReasons)[]])
  .meta({ id: 'OutcomeName' })
export type OutcomeName = z.infer<typeof OutcomeName>

export const OutcomeReason = z.enum(Object.values(OutcomeReasons).flat() as [string, ...string[]]).meta({ id: 'OutcomeReason' })

/** What asking one source came to. Times in milliseconds; `asOf` is the age of a kept copy, `stale` that it was used in place of an answer. */
export const SourceOutcome = z
  .object({
    source: SourceId,
    outcome: OutcomeName,
    reason: OutcomeReason.nullable(),
    attempts: z.number().int(),
    durationMs: z.number().int(),
    askedAt: Instant.nullable(),
    asOf: Instant.nullable(),
    retryAfter: Instant.nullable(),
    stale: z.boolean(),
    exchangeId: z.string().nullable(),
  })
  .meta({ id: 'SourceOutcome' })
export type SourceOutcome = Omit<z.infer<typeof SourceOutcome>, 'outcome' | 'reason'> & Verdict
