import type { FactDraft } from '../../adapters/adapter.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { Provenance } from '../../schemas/provenance.ts'
import { stableId } from '../../src/portfolio/hash.ts'
import type { HeldFact } from '../../src/portfolio/held.ts'
import { NOW } from './line.ts'

/** A draft as normalising holds it, with plain provenance of the source. */
export function heldOf(draft: FactDraft, source = 'diplomas'): HeldFact {
  const { type, section, key, value, holder, final, recordId, recordDate } = draft
  const provenance: Provenance = {
    origin: 'state',
    source,
    recordId,
    recordDate,
    obtainedAt: NOW,
    asOf: null,
    exchangeId: 'ex_1',
    payloadHash: '00',
    adapterVersion: '1',
    signature: 'absent',
    repairs: [],
    enteredBy: null,
    order: null,
    evidence: [],
    confirmedBy: null,
    confirmedAt: null,
  }
  const fact = { id: stableId('fact', section, type, key), type, value, raw: {}, provenance, issues: [] } as Fact
  return { fact, section, key, holder, final }
}
