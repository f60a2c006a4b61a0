import { z } from 'zod'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { TransportFault, type TransportReason } from '../ports.ts'
import { type Retry, SourceFailure } from './failure.ts'

const TRANSPORT: Readonly<Record<TransportReason, { readonly verdict: Verdict; readonly retry: Retry }>> = {
  timeout: { verdict: { outcome: 'unavailable', reason: 'timeout' }, retry: 'no' },
  connect: { verdict: { outcome: 'unavailable', reason: 'connect' }, retry: 'yes' },
  dns: { verdict: { outcome: 'unavailable', reason: 'dns' }, retry: 'yes' },
  tls: { verdict: { outcome: 'unavailable', reason: 'tls' }, retry: 'no' },
  protocol: { verdict: { outcome: 'unreadable', reason: 'protocol' }, retry: 'once' },
}

/** Any error as the failure of a source; null: none that we know, so an error in our own code. */
export function failureOf(error: unknown): SourceFailure | null {
  if (error instanceof SourceFailure) return error
  if (error instanceof TransportFault) {
    const { verdict, retry } = TRANSPORT[error.reason]
    return new SourceFailure(verdict, retry, 'transport')
  }
  if (error instanceof z.ZodError) return new SourceFailure({ outcome: 'unreadable', reason: 'drift' }, 'no', 'another shape')
  return null
}

/** What speaks for a fault of ours: credentials, signing, our own bounds, or too many calls. */
const OURS: readonly (string | null)[] = ['auth', 'overload', 'rate_limited', 'signature', 'paused', 'maintenance']
/** What says nothing about the health of a source; our request is at fault for a 4xx as likely as their server. */
const NOT_COUNTED: readonly (string | null)[] = ['auth', 'overload', 'rate_limited', 'breaker_open', 'paused', 'maintenance', 'http_4xx']

/** Whether we and not the source's owner must act on this reason of a failure. */
export function isOurs(reason: string | null): boolean {
  return OURS.includes(reason)
}

/** Whether no call was made because none is wanted now: that is no news of the source. */
export function isHeldBack(reason: string | null | undefined): boolean {
  return reason === 'breaker_open' || reason === 'paused'
}

/** Whether an error speaks against the health of the source: counted by its breaker. */
export function countsAgainst(error: unknown): boolean {
  const verdict = failureOf(error)?.verdict
  if (verdict?.outcome === 'unreadable') return true
  return verdict?.outcome === 'unavailable' && !NOT_COUNTED.includes(verdict.reason)
}
