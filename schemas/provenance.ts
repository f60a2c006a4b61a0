import { z } from 'zod'
import { Day, Instant } from './dates.ts'

export const Origin = z.enum(['state', 'declared', 'manual', 'state_confirmed_manual', 'computed']).meta({ id: 'Origin' })
export type Origin = z.infer<typeof Origin>

export const Signature = z.enum(['valid', 'invalid', 'absent', 'not_checked']).meta({ id: 'Signature' })
export type Signature = z.infer<typeof Signature>

/** Where a fact comes from (API page, 4.3). The last keys are filled for manual facts only. */
export const Provenance = z
  .object({
    origin: Origin,
    source: z.string(),
    recordId: z.string().nullable().describe('The id that the register gives the record'),
    recordDate: z.string().nullable().describe('When the register says that the record was made or changed'),
    obtainedAt: Instant.describe('When the source was asked'),
    asOf: Instant.nullable().describe('Age of a kept copy; null where the source was asked directly'),
    exchangeId: z.string().nullable(),
    payloadHash: z.string().nullable().describe('SHA-256 of the body after content decoding, hexadecimal'),
    adapterVersion: z.string().nullable(),
    signature: Signature,
    repairs: z.array(z.string()),
    enteredBy: z.string().nullable(),
    order: z.object({ number: z.string(), date: Day }).nullable(),
    evidence: z.array(z.string()),
    confirmedBy: z.string().nullable(),
    confirmedAt: Instant.nullable(),
  })
  .meta({ id: 'Provenance' })
export type Provenance = z.infer<typeof Provenance>
