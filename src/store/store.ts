/*
 * The store port: what the gateway keeps. Texts named `held`, `request` and `body` are JSON, encrypted at rest by the driver.
 */

/** Why a version came to be. */
export type Cause = 'create' | 'refresh' | 'claim' | 'inbox' | 'entry'

export interface VersionHead {
  readonly id: string
  readonly version: number
  readonly cause: Cause
  readonly at: string
  readonly etag: string
  readonly contentHash: string
}
export interface StoredVersion extends VersionHead {
  /** The bytes that `GET` serves. */
  readonly body: string
}

/** The newest version with what is needed to collect anew: not its body, which is made anew. */
export interface Latest extends VersionHead {
  /** Raised by every write, also by one that makes no version. */
  readonly revision: number
  readonly request: string
  readonly held: string
}

/** Answer kept for an Idempotency-Key. */
export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export interface IdempotencyKey {
  readonly actor: string
  readonly route: string
  readonly key: string
}
export type Reservation =
  | { readonly state: 'reserved' }
  | { readonly state: 'running' }
  | { readonly state: 'mismatch' }
  | { readonly state: 'done'; readonly answer: KeptAnswer }

export interface SaveVersion {
  readonly id: string
  /** The version that this one follows; 0 for the first. */
  readonly after: number
  /** The revision that the writer has read; 0 for the first. */
  readonly revision: number
  readonly cause: Cause
  readonly at: string
  readonly etag: string
  readonly contentHash: string
  readonly body: string
  readonly request: string
  readonly held: string
  /** Of the claim: who may read beside the platform. */
  readonly organisationBin: string
  /** Kept in the same transaction as the version. */
  readonly answer: (IdempotencyKey & KeptAnswer) | null
}

/** What is written where the content is the same: everything but a version. */
export interface TouchVersion extends Pick<SaveVersion, 'id' | 'revision' | 'request' | 'held' | 'answer'> {
  readonly version: number
}

export interface StoredMessage {
  readonly messageId: string
  readonly correlationId: string | null
  readonly messageType: string
  readonly messageDate: string | null
  /** JSON of root, data and exchange. */
  readonly body: string
}

/** A part of a list as it is kept. */
export interface CopyPart {
  readonly scope: string
  /** When its rows were last known to be those of the source. */
  readonly loadedAt: string
  /** Of when the content is; null: of its loading. */
  readonly asOf: string | null
  readonly tag: string | null
  readonly rows: number
}
/** What loading a part tells beside its rows. */
export type CopyMark = Pick<CopyPart, 'tag' | 'asOf'>
export interface CopyRow {
  /** Text keys of the people whom the row is about; stored as keyed hashes. */
  readonly keys: readonly string[]
  /** JSON of the raw record. */
  readonly body: string
}

/** Portfolios and their versions. */
export interface PortfolioStore {
  /** The portfolio of this person and case, made under `candidateId` where there is none. */
  open(
    iin: string,
    caseId: string,
    candidateId: string,
    organisationBin: string,
  ): Promise<{ readonly id: string; readonly latest: Latest | null }>
  latest(id: string): Promise<Latest | null>
  /** False where another writer was first: nothing is stored then. */
  save(change: SaveVersion): Promise<boolean>
  /** Replaces what is held of a version whose content did not change, and keeps the answer, in one transaction. False: another writer was first. */
  touch(change: TouchVersion): Promise<boolean>
  version(id: string, version: number | 'latest'): Promise<StoredVersion | null>
  /** Versions below `before` (null: from the newest), newest first. */
  versions(id: string, before: number | null, limit: number): Promise<readonly StoredVersion[]>
  /** Who may read it beside the platform. */
  owner(id: string): Promise<{ readonly isAbout: (iin: string) => boolean; readonly organisationBin: string } | null>
}

/** Idempotency-Key (72 h): a reservation with a lease first. */
export interface IdempotencyStore {
  reserve(key: IdempotencyKey, bodyHash: string, leaseMs: number): Promise<Reservation>
  /** Frees a reservation whose answer is not kept (4xx, 5xx). */
  release(key: IdempotencyKey): Promise<void>
}

/** Messages of asynchronous sources: stored before they are acknowledged, applied at least once. */
export interface InboxStore {
  /** The newest request of a portfolio, with whether it still waits for its RESPONSE. */
  request(
    source: string,
    portfolioId: string,
  ): Promise<{ readonly correlationId: string; readonly open: boolean; readonly sentAt: string } | null>
  /** False where one is open already for this portfolio. */
  openRequest(source: string, portfolioId: string, correlationId: string): Promise<boolean>
  /** Takes back a request that could not be sent. */
  dropRequest(source: string, correlationId: string): Promise<void>
  /** Ends the waiting of a request: its RESPONSE is here. */
  closeRequest(source: string, correlationId: string): Promise<void>
  /** False where the message was known already. Messages without a known correlation are kept apart. */
  keep(source: string, message: StoredMessage): Promise<boolean>
  acknowledged(source: string, messageId: string): Promise<void>
  messages(source: string, correlationId: string): Promise<readonly StoredMessage[]>
  /** Portfolios that have messages not yet applied. */
  unapplied(source: string, limit: number): Promise<readonly { readonly portfolioId: string; readonly messageIds: readonly string[] }[]>
  applied(source: string, messageIds: readonly string[]): Promise<void>
}

/** What a list has under some keys. */
export interface CopySelection {
  readonly parts: readonly CopyPart[]
  readonly bodies: readonly string[]
}

/** Which part of which list. */
export interface CopyId {
  readonly source: string
  readonly scope: string
}

/** Local copies of lists that have no filter by person, part by part. */
export interface CopyStore {
  /** The parts of a list that are in use. */
  parts(source: string): Promise<readonly CopyPart[]>
  /** One part (null: all of them) with its rows under any of the keys, in one read. */
  select(source: string, scope: string | null, keys: readonly string[]): Promise<CopySelection>
  /** Loads once at a time over all processes: false where somebody else holds the lease. */
  claim(id: CopyId, leaseMs: number): Promise<boolean>
  /** Prolongs a lease that is held. */
  extend(id: CopyId, leaseMs: number): Promise<void>
  free(id: CopyId): Promise<void>
  /**
   * Replaces a part whole or not at all: rows are written as they come, and put to use together. `rows` is read once; an error in it, or a
   * second writer, leaves the former rows in use. `mark` is asked when all rows are there.
   */
  replace(id: CopyId, rows: AsyncIterable<readonly CopyRow[]>, mark: () => CopyMark): Promise<CopyPart>
  /** The rows in use are still those of the source; a part that is not there yet is one without rows. `at` in milliseconds since 1970. */
  confirm(id: CopyId, mark: CopyMark, at: number): Promise<void>
}

/** The shape baseline of one source as it is kept: JSON. */
export interface StoredShape {
  readonly source: string
  /** Raised by every write; 0: none is kept yet. */
  readonly revision: number
  readonly shape: string
}

/** Shape baselines of the sources. */
export interface ShapeStore {
  all(): Promise<readonly StoredShape[]>
  /** Replaces the revision that the writer has read, and keeps the answer, in one transaction. False: another writer was first. */
  save(change: StoredShape, answer: SaveVersion['answer']): Promise<boolean>
}

/** A word of an operator on a source as it is kept: JSON. */
export interface StoredAction {
  readonly id: string
  readonly source: string
  readonly kind: string
  /** Of planned work: when it is over. */
  readonly endsAt: string | null
  readonly action: string
}

/** The words of operators on sources. What was said is never changed or removed: the later word holds. */
export interface ActionStore {
  /** What may still hold, in the order in which it was said: of each source the newest of each kind, and all planned work that is not over. */
  newest(): Promise<readonly StoredAction[]>
  /** Keeps the answer in the same transaction. */
  append(action: StoredAction, answer: SaveVersion['answer']): Promise<void>
}

export interface Store {
  readonly portfolios: PortfolioStore
  readonly idempotency: IdempotencyStore
  readonly inbox: InboxStore
  readonly copies: CopyStore
  readonly shapes: ShapeStore
  readonly actions: ActionStore
  /** Resolves when the store answers; else throws `StoreUnavailable`. */
  ready(): Promise<void>
  /** Removes what is past its time: idempotency answers, old messages, leases. */
  sweep(): Promise<void>
  close(): Promise<void>
}

/** The store did not answer or refused: becomes 503 `store.unavailable`. Carries a code, never parameters. */
export class StoreUnavailable extends Error {
  readonly code: string
  constructor(code: string) {
    super(`store unavailable: ${code}`)
    this.name = 'StoreUnavailable'
    this.code = code
  }
}
