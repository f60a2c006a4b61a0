import type { AskAll } from '../adapters/adapter.ts'
import type { Portfolio } from '../schemas/portfolio.ts'
import type { PortfolioRequest } from '../schemas/portfolio-request.ts'
import type { SourceId } from '../schemas/section.ts'
import type { SourceHealth } from '../schemas/source-health.ts'
import type { Door } from './door.ts'
import type { Clock, Log, Metrics } from './ports.ts'
import type { ActionDesk } from './sources/action-book.ts'
import type { DriftDesk } from './sources/shape-book.ts'

export type { OperatorWord } from './sources/actions.ts'
export type { DriftOutcome } from './sources/shape-book.ts'

import type { ReadBudgets } from './read-budget.ts'
import type { IdempotencyKey, Store } from './store/store.ts'
import type { Turn } from './turns.ts'

/** Who calls: the verified claims of the token that the routes use (API page, 2). */
export interface Caller {
  readonly role: 'platform' | 'responsible_person' | 'teacher' | 'commission' | 'department' | 'operator' | 'auditor'
  readonly sub: string
  readonly iin: string | null
  readonly org: string | null
}

/** Verifies a bearer token; null: not valid, for whatever reason. */
export type VerifyToken = (token: string) => Promise<Caller | null>

/** One collection as the routes ask for it. */
export interface CollectOptions {
  /** Milliseconds that the caller gives the whole answer. */
  readonly budgetMs: number
  /** `Prefer: handling=strict`: nothing is stored where an asked source failed. */
  readonly strict: boolean
  /** Under which the answer is kept in the transaction of the effect; null where the caller gave no key. */
  readonly idempotency: IdempotencyKey | null
  /** Fires when the caller has gone: then nothing is stored, and what nobody else waits for is given up. */
  readonly signal?: AbortSignal
}

/** What came of a collection. */
export type Collected =
  | { readonly state: 'collected'; readonly created: boolean; readonly portfolio: Portfolio; readonly etag: string; readonly body: string }
  | { readonly state: 'incomplete'; readonly sources: readonly SourceId[]; readonly retryAfter: string | null }
  | { readonly state: 'not_found' }
  | { readonly state: 'abandoned' }

/** The stateful side of the line: opens the portfolio, runs the seven stages, stores the version. */
export interface Collector {
  collect(request: PortfolioRequest, options: CollectOptions): Promise<Collected>
  /** `sources` null: only what failed or is stale. */
  refresh(id: string, sources: readonly SourceId[] | null, options: CollectOptions): Promise<Collected>
  /** Takes up what an inbox brought for this portfolio; the new version has the cause `inbox`. False: there is no version yet to lay it on. */
  takeUp(id: string): Promise<boolean>
}

/** Health of the sources as `GET /v1/sources` shows it. */
export interface SourceBoard {
  list(): readonly SourceHealth[]
  get(id: string): SourceHealth | null
}

/** The one typed door for dependencies; made by the entries, read by the routes. */
export interface Deps {
  readonly runtime: 'node' | 'worker'
  readonly clock: Clock
  /** Random bytes as lower-case hexadecimal. */
  readonly randomHex: (bytes: number) => string
  readonly log: Log
  readonly metrics: Metrics
  readonly store: Store
  readonly verifyToken: VerifyToken
  readonly collector: Collector
  readonly sources: SourceBoard
  readonly drift: DriftDesk
  readonly actions: ActionDesk
  readonly askAll: AskAll
  /** Bounds the requests in hand. */
  readonly door: Door
  /** Before a piece of work that holds the thread for some milliseconds. */
  readonly turn: Turn
  /** Before a refusal: they may be very many. */
  readonly slip: Turn
  /** Bounds the persons of whom one caller reads. */
  readonly reads: ReadBudgets
  /** The default budget of a request, milliseconds (`DEADLINE_MS`). */
  readonly deadlineMs: number
  readonly production: boolean
  /** True once the process has begun to stop: `/readyz` answers 503. */
  readonly stopping: () => boolean
}
