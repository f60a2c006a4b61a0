import type { Fact } from '../../schemas/fact.ts'
import { stableId } from './hash.ts'
import type { HeldFact } from './held.ts'
import type { Plan } from './plan.ts'

/** The category that the platform itself states in its request; null where it states none (API page, 4.2: `source` platform). */
export function declaredCategory({ request, portfolioId, collectedAt }: Plan): HeldFact | null {
  const { currentCategory } = request
  if (!currentCategory) return null
  const key = currentCategory
  const fact: Fact = {
    id: stableId('fact', portfolioId, 'category', 'category', key),
    type: 'category',
    value: {
      category: currentCategory,
      post: request.post,
      orderNumber: null,
      orderDate: null,
      validUntil: request.currentCategoryValidUntil ?? null,
      registrationNumber: null,
    },
    raw: {},
    provenance: {
      origin: 'declared',
      source: 'platform',
      recordId: null,
      recordDate: null,
      obtainedAt: collectedAt,
      asOf: null,
      exchangeId: null,
      payloadHash: null,
      adapterVersion: null,
      signature: 'absent',
      repairs: [],
      enteredBy: null,
      order: null,
      evidence: [],
      confirmedBy: null,
      confirmedAt: null,
    },
    issues: [],
  }
  return { fact, section: 'category', key, holder: null, final: true }
}
