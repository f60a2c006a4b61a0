import type { Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { RecordedExchange, RecordedRequest } from './cassette.ts'
import { createKeyed } from './keyed.ts'
import { createKinds } from './kinds.ts'
import { createKnownNames } from './known-names.ts'
import { personNumber } from './person-number.ts'
import { type NoteFile, redactedBody, withHashes } from './redact-body.ts'
import { learnNames, redactedClaim } from './redact-claim.ts'
import { redactedHeaders, redactedPath } from './redact-head.ts'
import { redactedPortfolio } from './redact-portfolio.ts'
import type { Redacting } from './redact-text.ts'

/** The body of `POST /v1/portfolios` as JSON. */
export type RecordedClaim = { readonly iin: string }

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

function typeIn(headers: Readonly<Record<string, string>>): string | null {
  return headers['content-type'] ?? null
}

/** What an answer tells of files, put right: the hash, and with it the length that stayed the same. */
function settled(exchange: RecordedExchange, hashes: ReadonlyMap<string, string>): RecordedExchange {
  const { answer } = exchange
  return 'fault' in answer ? exchange : { ...exchange, answer: { ...answer, body: withHashes(answer.body, hashes) } }
}

/** A redactor for these sources; `key`: at least 16 bytes, kept by whoever records and never beside the cassettes. Throws `RangeError`. */
export function createRedactor(key: Uint8Array, adapters: readonly Adapter[]): Redactor {
  const keyed = createKeyed(key)
  const names = createKnownNames(keyed)
  /** Hashes of tables before and after: a manifest that names one is put right in the end. */
  const hashes = new Map<string, string>()
  const unknown = createKinds(undefined)
  const kinds = new Map<string, ReturnType<typeof createKinds>>(adapters.map((adapter) => [adapter.id, createKinds(adapter)]))
  const wireKindOf = (source: string) => kinds.get(source) ?? unknown
  const redactingOf = (source: string): Redacting => ({ keyed, names, kindOf: wireKindOf(source) })
  const note: NoteFile = (before, after) => hashes.set(before, after)

  function request(source: SourceId, { method, path, headers, body }: RecordedRequest): RecordedRequest {
    const redacting = redactingOf(source)
    const other = redactedBody(body, typeIn(headers), redacting, note)
    return { method, path: redactedPath(path, redacting), headers: redactedHeaders(headers, other, redacting), body: other }
  }
  function answer(source: SourceId, given: RecordedExchange['answer']): RecordedExchange['answer'] {
    if ('fault' in given) return given
    const redacting = redactingOf(source)
    const body = redactedBody(given.body, typeIn(given.headers), redacting, note)
    return { status: given.status, headers: redactedHeaders(given.headers, body, redacting), body }
  }
  return {
    exchange({ source, at, ...told }) {
      return { source, at, request: request(source, told.request), answer: answer(source, told.answer) }
    },
    settled: (exchanges) => exchanges.map((one) => settled(one, hashes)),
    request,
    claim(claim) {
      learnNames(claim, names)
      return redactedClaim(claim, '', keyed, names) as typeof claim
    },
    portfolio(portfolio, claim) {
      learnNames(claim, names)
      return redactedPortfolio(portfolio, personNumber(claim.iin, keyed), { keyed, names, wireKindOf })
    },
    iin: (iin) => personNumber(iin, keyed),
  }
}
