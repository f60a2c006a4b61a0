import { createHash } from 'node:crypto'
import type { Adapter, AskAll } from '../adapters/adapter.ts'
import { letters } from '../schemas/identifiers.ts'
import type { Portfolio } from '../schemas/portfolio.ts'
import type { PortfolioRequest } from '../schemas/portfolio-request.ts'
import type { SourceId } from '../schemas/section.ts'
import type { Collected, CollectOptions, Collector } from './deps.ts'
import { type Assembled, type AssembleInput, assemble } from './portfolio/assemble.ts'
import { contentOf } from './portfolio/content.ts'
import type { Held, HeldSource } from './portfolio/held.ts'
import { heldText, portfolioText } from './portfolio/text.ts'
import type { Clock, Log } from './ports.ts'
import type { Cause, Latest, PortfolioStore, SaveVersion } from './store/store.ts'
import { StoreUnavailable } from './store/store.ts'

/** What a collector is made of. `recallAll` answers from what an inbox has kept, without sending anything. */
export interface CollectorDeps {
  readonly portfolios: PortfolioStore
  readonly adapters: readonly Adapter[]
  readonly configured: (source: SourceId) => boolean
  readonly askAll: AskAll
  readonly recallAll: AskAll
  readonly clock: Clock
  readonly randomHex: (bytes: number) => string
  readonly log: Log
}

/** One run of the line, and what its storing needs. */
interface Run {
  readonly id: string
  readonly cause: Cause
  readonly request: PortfolioRequest
  readonly latest: Latest | null
  readonly only: readonly SourceId[] | null
  readonly askAll: AskAll
  readonly options: CollectOptions
}

/** An answer older than this is asked for again by a refresh that names no sources, milliseconds. */
const REFRESH_AFTER_MS = 24 * 3_600_000
/** Writers that meet on one portfolio settle in one or two rounds; more means that something is wrong. */
const SAVE_ROUNDS = 8
const FAILED = new Set(['unavailable', 'unreadable', 'foreign'])
const almaty = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty', year: 'numeric', month: '2-digit', day: '2-digit' })

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

/** Only what was asked in this run; everything else comes from the newest version. */
function asked(held: Held, only: readonly SourceId[] | null): Held {
  if (only === null) return held
  return Object.fromEntries(Object.entries(held).filter(([source]) => only.includes(source as SourceId)))
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

/** The refusal of a strict caller where an asked source failed, else null. */
function whatFailed(portfolio: Portfolio): Collected | null {
  const failed = portfolio.sources.filter((source) => FAILED.has(source.outcome))
  if (failed.length === 0) return null
  const retryAfter = failed.map((source) => source.retryAfter).find(Boolean) ?? null
  return { state: 'incomplete', sources: failed.map((source) => source.source), retryAfter }
}

/** The stateful side of the line: opens the portfolio, runs the seven stages, stores the version where the content changed. */
export function createCollector(deps: CollectorDeps): Collector {
  const { portfolios, clock } = deps
  const now = () => new Date(clock.now()).toISOString()

  function line(run: Run, held: Held | null, only: readonly SourceId[] | null, budgetMs: number): Promise<Assembled> {
    const input: AssembleInput = {
      request: run.request,
      portfolioId: run.id,
      today: almaty.format(clock.now()),
      now,
      budgetMs,
      held,
      only,
    }
    return assemble(input, { adapters: deps.adapters, configured: deps.configured, askAll: run.askAll })
  }

  /** Stores a version, or only touches the newest one where the content is the same. Null: another writer was first. */
  async function settle(run: Run, latest: Latest | null, assembled: Assembled): Promise<Collected | null> {
    const created = latest === null
    const { contentHash, unchanged, version, etag } = stamp(latest, assembled.portfolio)
    const portfolio: Portfolio = { ...assembled.portfolio, version }
    const body = portfolioText(portfolio)
    const kept = { request: JSON.stringify(run.request), held: heldText(assembled.held), answer: answerOf(run, created, etag, body) }
    const cause = created ? 'create' : run.cause
    const { id } = run
    const { organisationBin } = run.request
    const stored = unchanged
      ? await portfolios.touch(id, version, kept.request, kept.held, kept.answer)
      : await portfolios.save({ id, after: version - 1, cause, at: now(), etag, contentHash, body, organisationBin, ...kept })
    return stored ? { state: 'collected', created, portfolio, etag, body } : null
  }

  async function perform(run: Run): Promise<Collected> {
    let latest = run.latest
    let assembled = await line(run, heldOf(latest), run.only, run.options.budgetMs)
    const incomplete = run.options.strict ? whatFailed(assembled.portfolio) : null
    if (incomplete) return incomplete
    for (let round = 0; round < SAVE_ROUNDS; round++) {
      const collected = await settle(run, latest, assembled)
      if (collected) return collected
      // Another writer was first: lay what we asked over what it holds, and run the pure stages again.
      latest = await portfolios.latest(run.id)
      assembled = await line(run, { ...heldOf(latest), ...asked(assembled.held, run.only) }, [], 0)
    }
    throw new StoreUnavailable('contention')
  }

  return {
    async collect(request, options) {
      const candidate = `pf_${letters(deps.randomHex(16))}`
      const { id, latest } = await portfolios.open(request.iin, request.caseId, candidate, request.organisationBin)
      const cause = latest && !sameClaim(JSON.parse(latest.request) as PortfolioRequest, request) ? 'claim' : 'refresh'
      return perform({ id, cause, request, latest, only: null, askAll: deps.askAll, options })
    },

    async refresh(id, sources, options) {
      const latest = await portfolios.latest(id)
      if (!latest) return { state: 'not_found' }
      const held = heldOf(latest) ?? {}
      const due = deps.adapters.map((adapter) => adapter.id).filter((source) => isDue(held[source], clock.now()))
      const request = JSON.parse(latest.request) as PortfolioRequest
      return perform({ id, cause: 'refresh', request, latest, only: sources ?? due, askAll: deps.askAll, options })
    },

    async takeUp(id) {
      const latest = await portfolios.latest(id)
      if (!latest) return
      const inboxes = deps.adapters.filter((adapter) => adapter.delivery.kind === 'inbox').map((adapter) => adapter.id)
      const options: CollectOptions = { budgetMs: 0, strict: false, idempotency: null }
      const request = JSON.parse(latest.request) as PortfolioRequest
      await perform({ id, cause: 'inbox', request, latest, only: inboxes, askAll: deps.recallAll, options })
    },
  }
}

/** The answer as an Idempotency-Key keeps it: the first one is given again as it was. */
function answerOf(run: Run, created: boolean, etag: string, body: string): SaveVersion['answer'] {
  if (!run.options.idempotency) return null
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=UTF-8', etag }
  if (created) headers.location = `/v1/portfolios/${run.id}`
  return { ...run.options.idempotency, status: created ? 201 : 200, headers, body }
}
