import { expect, test } from 'vitest'
import type { SourceOutcome, Verdict } from '../../schemas/source-outcome.ts'
import { outcomeOf } from '../../test/support/line.ts'
import { answered, codeOf } from './source-findings.ts'

const status = (verdict: Verdict): SourceOutcome => outcomeOf('diplomas', verdict).status

test.each<Verdict>([
  { outcome: 'answered', reason: null },
  { outcome: 'empty', reason: null },
  { outcome: 'partial', reason: 'record_errors' },
])('counts %o as an answer', (verdict) => {
  expect(answered(status(verdict))).toBe(true)
})

test.each<[string, Verdict]>([
  ['source_unavailable', { outcome: 'unavailable', reason: 'breaker_open' }],
  ['source_unreadable', { outcome: 'unreadable', reason: 'signature' }],
  ['deferred', { outcome: 'deferred', reason: 'async' }],
  ['foreign_record', { outcome: 'foreign', reason: 'subject_mismatch' }],
  ['consent_missing', { outcome: 'consent_missing', reason: 'refused' }],
  ['consent_revoked', { outcome: 'consent_missing', reason: 'revoked' }],
])('leads to %s for %o', (code, verdict) => {
  expect(answered(status(verdict))).toBe(false)
  expect(codeOf(status(verdict))).toBe(code)
})
