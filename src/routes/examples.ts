import type { z } from 'zod'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'

/* Invented people and schools: the seventh digit of the IIN is 2, a woman born in the 1800s. */

/** The smallest body that collects a portfolio. */
export const requestExample: z.input<typeof PortfolioRequest> = {
  iin: '850312240005',
  caseId: '2026-000017',
  purpose: 'attestation',
  claimedCategory: 'expert',
  post: 'teacher',
  organisationBin: '000140000002',
  organisationKind: 'school',
  region: '19',
  attestation: 'regular',
}

/** A refresh of two sources. */
export const refreshExample = { sources: ['diplomas', 'courses'] }

/** A new code that an operator knows. */
export const driftExample = { decision: 'accept', field: 'status.code', reason: 'Announced by the owner of the register' }

/** Words of an operator on a source. */
export const actionExamples = {
  pause: { reason: 'Asked for by the owner of the register', until: '2030-01-01T06:00:00+05:00' },
  resume: { reason: 'The owner has called: all is well' },
  mute: { reason: 'Known to the owner, being mended' },
  maintenance: { reason: 'Announced move of the register', from: '2030-01-05T22:00:00+05:00', to: '2030-01-06T04:00:00+05:00' },
  breaker: { state: 'auto', reason: 'The register is back' },
} as const

/** The id of a portfolio, for examples. */
export const idExample = 'pf_4f1f6d0c9b7e4a52'

/** The id of a gap, for examples. */
export const gapExample = 'gap_5d0c8e7fa1b94e62c7d35a8b9f02e6d4'
