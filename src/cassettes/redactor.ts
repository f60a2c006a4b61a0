import type { Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { RecordedExchange, RecordedRequest } from './cassette.ts'

/** The body of `POST /v1/portfolios` as JSON. */
export type RecordedClaim = Readonly<Record<string, unknown>>

/**
 * Takes persons out of what is recorded, before it reaches a disk. Pure for a key, but for what `settled` says: the same person, name
 * or document becomes the same pseudonym in every source, encoding and spelling. Without the key nothing can be computed back. Bytes are
 * decoded, redacted and encoded as they were; a signature inside does not survive and is taken out (`signature: absent` in the replay).
 */
export interface Redactor {
  /** The exchange without persons and credentials. Never throws: what cannot be read is scrambled byte by byte. */
  exchange(exchange: RecordedExchange): RecordedExchange
  /**
   * All exchanges of one cassette, each as `exchange` gave it: an answer that names the hash of a file (the manifest of drops) names
   * that of the redacted file. To be called once, before the cassette is written.
   */
  settled(exchanges: readonly RecordedExchange[]): readonly RecordedExchange[]
  /** The question in the form in which `exchange` keeps it, so that a question about a real person finds its recording. */
  request(source: SourceId, request: RecordedRequest): RecordedRequest
  /** The body of `POST /v1/portfolios` as the pseudonym would ask; consent tokens and signatures become fixed words. */
  claim<Claim extends RecordedClaim>(claim: Claim): Claim
  /**
   * The portfolio that the real run gave to a claim, with the values that the replayed one has. Ids (of facts, gaps, exchanges) and the
   * order of facts follow from natural keys, so they differ like instants and hashes: compare lists as sets.
   */
  portfolio(portfolio: unknown, claim: RecordedClaim): unknown
  /** The pseudonym of a person number: 12 digits, valid, of the same sex, seventh digit 1 or 2. What is no number is scrambled by shape. */
  iin(iin: string): string
}

/** A redactor for these sources; `key`: at least 16 bytes, kept by whoever records and never beside the cassettes. */
export function createRedactor(_key: Uint8Array, _adapters: readonly Adapter[]): Redactor {
  throw new Error('not written yet')
}
