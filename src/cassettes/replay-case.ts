import type { Adapter } from '../../adapters/adapter.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import type { SourceId } from '../../schemas/section.ts'
import { almatyDay } from '../almaty-day.ts'
import { createLine, createStanding, type Ground, type Line } from '../compose.ts'
import { assemble } from '../portfolio/assemble.ts'
import type { Clock, Log } from '../ports.ts'
import type { SourceSettings } from '../sources/settings.ts'
import { memoryCopies, memoryInbox } from '../store/memory.ts'
import type { Store } from '../store/store.ts'
import type { Cassette } from './cassette.ts'
import { CassetteError } from './cassette-error.ts'
import { quietLog, quietMetrics } from './quiet.ts'
import { createReplay } from './replay.ts'
import type { Stages } from './stage.ts'
import { dispatching, replaying } from './transports.ts'

/** What replaying a case is told beside the cassettes. */
export interface ReplayOptions {
  readonly adapters: readonly Adapter[]
  /** Sources that count as configured; null: those of which the cassettes have something. */
  readonly sources?: readonly SourceId[] | null
  readonly log?: Log
}

/** What a case came to. `missed`: sources that were asked something that was not recorded. */
export interface ReplayedCase extends Stages {
  readonly missed: readonly SourceId[]
}

/** Nothing is waited for, but for an inbox whose message was never recorded: its waiting ends after 85 % of this, milliseconds. */
const BUDGET_MS = 4000
const LONGEST_MS = 60_000
const SUCCESS = ['SCSS001', 'Success', 'OK', '1']

/** Settings under which nothing depends on the machine: no rate, no signature, polls at once. */
function settingsOf(id: SourceId): SourceSettings {
  return {
    ...{ id, url: `https://${id}.replay.invalid`, user: 'replay', password: 'replay', token: 'replay' },
    ...{ timeoutMs: LONGEST_MS, concurrency: 1, ratePerSecond: null, consent: 'optional', successCodes: SUCCESS },
    ...{ sign: 'none', signKey: null, signCert: null, verifyCert: null, ncanodeUrl: null, pollMs: 1, copySeconds: null },
    ...{ probeSeconds: 0, maintenance: [] },
  }
}

/** UUIDs in their order: the same in every run. */
function countedIds(): () => string {
  let count = 0
  return () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}`
}

function theCase(cassettes: readonly Cassette[]): Cassette & { readonly claim: NonNullable<Cassette['claim']> } {
  const [first, second] = cassettes.filter(({ claim }) => claim !== null)
  if (!first?.claim || second) throw new CassetteError('one cassette with a claim is wanted, beside those of the lists')
  return { ...first, claim: first.claim }
}

/** One after another and with a clock that stands still, so that ids, hashes and instants are those of every other run. */
function lineOf(
  cassettes: readonly Cassette[],
  clock: Clock,
  log: Log,
  options: ReplayOptions,
): Line & { readonly configured: Set<SourceId> } {
  const { adapters } = options
  const replay = createReplay({ cassettes, redactor: null, lists: new Set() })
  const ids = options.sources ?? adapters.map(({ id }) => id).filter((id) => replay.has(id))
  const settings = ids.map(settingsOf)
  const refuse = async () => {
    throw new CassetteError('a replay asks nobody')
  }
  const targets = settings.map(({ id, url }) => ({ id, url: url ?? '' }))
  const transport = dispatching(
    refuse,
    targets.map((target) => ({ url: target.url, transport: replaying({ target, inner: refuse, log }, replay) })),
  )
  const ground: Ground = {
    ...{ adapters, settings, transport, clock, log, metrics: quietMetrics, shared: true, maxParallel: 1 },
    ...{ random: () => 0, randomHex: (bytes) => '0'.repeat(bytes * 2), newId: countedIds() },
  }
  const store: Pick<Store, 'inbox' | 'copies'> = { inbox: memoryInbox(clock.now), copies: memoryCopies(clock.now) }
  return { ...createLine(ground, createStanding(ground), store as Store), configured: new Set(ids) }
}

/** A log that also remembers who was asked what was not recorded. */
function remembering(log: Log, missed: Set<SourceId>): Log {
  return {
    ...log,
    warn(fields, message) {
      if (fields.kind === 'not_recorded') missed.add(fields.source as SourceId)
      log.warn(fields, message)
    },
  }
}

/**
 * Runs the straight line on recorded answers, without network and disk, on Node and on Workers alike. The clock stands still at
 * `recordedAt`. Throws `CassetteError` where there is not exactly one case, and `ZodError` where its claim is none.
 */
export async function replayCase(cassettes: readonly Cassette[], options: ReplayOptions): Promise<ReplayedCase> {
  const { claim, recordedAt } = theCase(cassettes)
  const request = PortfolioRequest.parse(claim)
  const at = Date.parse(recordedAt)
  const clock: Clock = { now: () => at, monotonic: () => 0 }
  const missed = new Set<SourceId>()
  const { askAll, configured } = lineOf(cassettes, clock, remembering(options.log ?? quietLog, missed), options)
  const input = { request, portfolioId: 'pf_replay', today: almatyDay(at), now: () => new Date(at).toISOString() }
  const stages = await assemble(
    { ...input, budgetMs: BUDGET_MS, held: null, only: null },
    { adapters: options.adapters, configured: (id) => configured.has(id), askAll },
  )
  return { ...stages, missed: [...missed] }
}
