import type { Holder } from '../../adapters/adapter.ts'
import type { Fact } from '../../schemas/fact.ts'
import type { SectionId, SourceId } from '../../schemas/section.ts'
import type { SourceOutcome } from '../../schemas/source-outcome.ts'

/** A fact with what merging needs and the answer does not show. */
export interface HeldFact {
  readonly fact: Fact
  readonly section: SectionId
  /** Natural key within section and type. */
  readonly key: string
  readonly holder: Holder | null
  readonly final: boolean
}

/** A record that could not be used: its neighbours stay. */
export interface Rejected {
  readonly source: SourceId
  readonly exchangeId: string
  /** JSON pointer of the first key that is wrong. */
  readonly pointer: string
  readonly cause: 'type' | 'name.corrupted'
}

/** All that one source gave at its last asking. */
export interface HeldSource {
  readonly status: SourceOutcome
  readonly facts: readonly HeldFact[]
  readonly rejected: readonly Rejected[]
}

/** What is kept of a collection, to refresh a part of it later. */
export type Held = Partial<Record<SourceId, HeldSource>>
