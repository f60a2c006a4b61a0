import { createHash } from 'node:crypto'
import type { Adapter, AskAll } from '../adapters/adapter.ts'
import { letters } from '../schemas/identifiers.ts'
import type { Portfolio } from '../schemas/portfolio.ts'
import type { PortfolioRequest } from '../schemas/portfolio-request.ts'
import type { SourceId } from '../schemas/section.ts'
import type { SourceOutcome } from '../schemas/source-outcome.ts'
import { almatyDay } from './almaty-day.ts'
import type { Collected, CollectOptions, Collector } from './deps.ts'
import { type Assembled, type AssembleInput, assemble } from './portfolio/assemble.ts'
import { contentOf } from './portfolio/content.ts'
import { continued, isProper } from './portfolio/continuity.ts'
import type { Held, HeldSource } from './portfolio/held.ts'
import { textsOf } from './portfolio/text.ts'
import type { Clock } from './ports.ts'
import type { AskFor } from './sources/ask.ts'
import type { Priority } from './sources/bulkhead.ts'
import type { Cause, Latest, PortfolioStore, SaveVersion } from './store/store.ts'
import { StoreUnavailable } from './store/store.ts'

/** What a collector is made of. `recallAll` answers from what an inbox has kept, without sending anything. */
export interface CollectorDeps {
  readonly portfolios: PortfolioStore
  readonly adapters: readonly Adapter[]
  readonly configured: (source: SourceId) => boolean
  readonly askAll: AskFor
  readonly recallAll: AskAll
  /** Told what each source asked came to, once its records were read: for health and metrics. */
  readonly observe: (status: SourceOutcome) => void
  readonly clock: Clock
  readonly randomHex: (bytes: number) => string
}

/** One run of the line, and what its storing needs. */
interface Run {
  readonly id: string
  readonly cause: Cause
  /** The claim that this run brings; null: the one of the newest version, whichever that is when it is stored. */
  readonly claim: PortfolioRequest | null
  readonly latest: Latest | null
  readonly only: readonly SourceId[] | null
  readonly askAll: AskAll
  readonly options: CollectOptions
}

/** An answer older than this is asked for again by a refresh that names no sources, milliseconds. */
const REFRESH_AFTER_MS = 24 * 3_600_000
/** Of writers that meet on one portfolio one wins each round; more rounds than a crowd needs mean that something is wrong. */
const SAVE_ROUNDS = 64
const FAILED = new Set(['unavailable', 'unreadable', 'foreign'])

/** Whether a refresh asks this source again when the caller names none. */
function isDue(held: HeldSource | undefined, now: number): boolean {
  if (!held) return true
  const { outcome, stale, askedAt } = held.status
  if (stale || (outcome !== 'answered' && outcome !== 'empty')) return true
  return askedAt === null || now - Date.parse(askedAt) > REFRESH_AFTER_MS
}

/** Whether two requests claim the same: consent tokens are not part of a claim. */
function sameClaim(one: PortfolioRequest, other: PortfolioRequest): boolean {
  const claim = (request: PortfolioRequest) => JSON.stringify({ ...request, consents: undefined })
  return claim(one) === claim(other)
}

/** After these nothing kept may be used. */
const REFUSING: ReadonlySet<string> = new Set(['foreign', 'consent_missing'])

/** Of two collections that met: neither a failure of ours nor an earlier answer takes away what another writer has heard since. */
function newer(ours: HeldSource, theirs: HeldSource | undefined): HeldSource {
  if (!theirs) return ours
  const [here, there] = [ours.status.askedAt ?? '', theirs.status.askedAt ?? '']
  const isSince = isProper(ours.status) ? there > here : there >= here
  const isHeard = isProper(theirs.status) || REFUSING.has(theirs.status.outcome)
  return isSince && isHeard ? theirs : continued(ours, theirs, () => true)
}

/** What this run has asked laid over what the newest version holds. */
function overlaid(latest: Held, ours: Held, only: readonly SourceId[] | null): Held {
  const held: Held = { ...latest }
  for (const [source, one] of Object.entries(ours) as [SourceId, HeldSource][]) {
    if (only === null || only.includes(source) || latest[source] === undefined) held[source] = newer(one, latest[source])
  }
  return held
}

function claimOf(latest: Latest | null): PortfolioRequest {
  if (!latest) throw new StoreUnavailable('contention')
  return JSON.parse(latest.request) as PortfolioRequest
}

function heldOf(latest: Latest | null): Held | null {
  return latest ? (JSON.parse(latest.held) as Held) : null
}

/** Number and ETag of what was collected: those of the newest version where the content is the same. */
function stamp(latest: Latest | null, portfolio: Portfolio) {
  const contentHash = createHash('sha256').update(contentOf(portfolio)).digest('base64url')
  if (latest?.contentHash === contentHash) return { contentHash, unchanged: true, version: latest.version, etag: latest.etag }
  const version = (latest?.version ?? 0) + 1
  return { contentHash, unchanged: false, version, etag: `"${version}.${contentHash.slice(0, 22)}"` }
}

/** The refusal of a strict caller where a source asked in this run failed, else null. */
function whatFailed({ sources }: Portfolio, only: readonly SourceId[] | null): Collected | null {
  const failed = sources.filter(({ source, outcome }) => FAILED.has(outcome) && (only === null || only.includes(source)))
  if (failed.length === 0) return null
  const retryAfter = failed.map((source) => source.retryAfter).find(Boolean) ?? null
  return { state: 'incomplete', sources: failed.map((source) => source.source), retryAfter }
}

/** The answer as an Idempotency-Key keeps it: the first one is given again as it was. */
function answerOf(run: Run, created: boolean, etag: string, body: string): SaveVersion['answer'] {
  if (!run.options.idempotency) return null
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=UTF-8', etag }
  if (created) headers.location = `/v1/portfolios/${run.id}`
  return { ...run.options.idempotency, status: created ? 201 : 200, headers, body }
}

function instantOf(clock: Clock): string {
  return new Date(clock.now()).toISOString()
}

type Line = Pick<AssembleInput, 'request' | 'held' | 'only' | 'budgetMs'>

/** The seven stages; `only` empty: nothing is asked, and all of it is pure. */
function assembled(run: Run, given: Line, { adapters, configured, clock }: CollectorDeps): Promise<Assembled> {
  const input = { ...given, portfolioId: run.id, today: almatyDay(clock.now()), now: () => instantOf(clock) }
  return assemble(input, { adapters, configured, askAll: run.askAll })
}

/** Stores a version, or only touches the newest one where the content is the same. Null: another writer was first. */
async function settle(
  run: Run,
  request: PortfolioRequest,
  latest: Latest | null,
  made: Assembled,
  { portfolios, clock }: CollectorDeps,
): Promise<Collected | null> {
  const created = latest === null
  const { contentHash, unchanged, version, etag } = stamp(latest, made.portfolio)
  const portfolio: Portfolio = { ...made.portfolio, version }
  const { body, held } = textsOf(portfolio, made.held)
  const { id } = run
  const answer = answerOf(run, created, etag, body)
  const kept = { id, revision: latest?.revision ?? 0, request: JSON.stringify(request), held, answer }
  const isNewClaim = run.claim !== null && latest !== null && !sameClaim(claimOf(latest), request)
  const cause = created ? 'create' : isNewClaim ? 'claim' : run.cause
  const { organisationBin } = request
  const stored = unchanged
    ? await portfolios.touch({ ...kept, version })
    : await portfolios.save({ ...kept, after: version - 1, cause, at: instantOf(clock), etag, contentHash, body, organisationBin })
  return stored ? { state: 'collected', created, portfolio, etag, body } : null
}

/** Tells what was asked in this run; what an inbox had kept was told when it was asked for. */
function observe(run: Run, { held }: Assembled, deps: CollectorDeps): void {
  if (run.cause === 'inbox') return
  for (const { status } of Object.values(held)) {
    if (status.askedAt !== null && (run.only === null || run.only.includes(status.source))) deps.observe(status)
  }
}

/** Runs the line and stores what it gives. Throws `StoreUnavailable`. */
async function perform(run: Run, deps: CollectorDeps): Promise<Collected> {
  const { only, options } = run
  let latest = run.latest
  const claim = () => run.claim ?? claimOf(latest)
  let made = await assembled(run, { request: claim(), held: heldOf(latest), only, budgetMs: options.budgetMs }, deps)
  // What was given up says nothing about its source.
  if (options.signal?.aborted) return { state: 'abandoned' }
  observe(run, made, deps)
  const incomplete = options.strict ? whatFailed(made.portfolio, only) : null
  if (incomplete) return incomplete
  for (let round = 0; round < SAVE_ROUNDS; round++) {
    const collected = await settle(run, claim(), latest, made, deps)
    if (collected) return collected
    // Another writer was first: lay what we asked over what it holds, and run the pure stages again.
    latest = await deps.portfolios.latest(run.id)
    const held = overlaid(heldOf(latest) ?? {}, made.held, only)
    made = await assembled(run, { request: claim(), held, only: [], budgetMs: 0 }, deps)
  }
  throw new StoreUnavailable('contention')
}

/** The stateful side of the line: opens the portfolio, runs the seven stages, stores the version where the content changed. */
export function createCollector(deps: CollectorDeps): Collector {
  const { portfolios, clock } = deps
  const askFor =
    ({ signal }: CollectOptions, priority: Priority): AskAll =>
    (asks, budgetMs) =>
      deps.askAll(asks, budgetMs, { signal, priority })
  return {
    async collect(request, options) {
      const candidate = `pf_${letters(deps.randomHex(16))}`
      const { id, latest } = await portfolios.open(request.iin, request.caseId, candidate, request.organisationBin)
      const askAll = askFor(options, latest ? 'refresh' : 'interactive')
      return perform({ id, cause: 'refresh', claim: request, latest, only: null, askAll, options }, deps)
    },

    async refresh(id, sources, options) {
      const latest = await portfolios.latest(id)
      if (!latest) return { state: 'not_found' }
      const held = heldOf(latest) ?? {}
      const due = deps.adapters.map((adapter) => adapter.id).filter((source) => isDue(held[source], clock.now()))
      const askAll = askFor(options, 'refresh')
      return perform({ id, cause: 'refresh', claim: null, latest, only: sources ?? due, askAll, options }, deps)
    },

    async takeUp(id) {
      const latest = await portfolios.latest(id)
      if (!latest) return false
      const only = deps.adapters.filter((adapter) => adapter.delivery.kind === 'inbox').map((adapter) => adapter.id)
      const options: CollectOptions = { budgetMs: 0, strict: false, idempotency: null }
      await perform({ id, cause: 'inbox', claim: null, latest, only, askAll: deps.recallAll, options }, deps)
      return true
    },
  }
}
