import pRetry from 'p-retry'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock, Metrics } from '../ports.ts'
import { isClosed } from './breaker.ts'
import type { Bulkhead, Priority } from './bulkhead.ts'
import { causeOf, type Deadline, pause, within } from './deadline.ts'
import { type Run, SourceFailure } from './failure.ts'
import { failureOf } from './fault.ts'
import type { Lane } from './lane.ts'

/** What the calls of one ask came to. */
export interface Tally {
  called: boolean
  /** Attempts after the first one of a call. */
  retries: number
  exchangeId: string | null
}

/** Under what the calls of one ask run. */
export interface RunContext {
  readonly source: SourceId
  readonly lane: Lane
  readonly deadline: Deadline
  readonly tally: Tally
  /** Bounds the calls of one request over all its sources (Workers: 6); null: no bound. */
  readonly gate: Bulkhead | null
  readonly priority: Priority
  readonly clock: Clock
  readonly random: () => number
  readonly metrics: Metrics
}

const ATTEMPTS = 3
const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 2000

/** An empty tally. */
export function newTally(): Tally {
  return { called: false, retries: 0, exchangeId: null }
}

/** Waits out the time in which the source wants no calls, or refuses where that does not fit the limit. */
async function keepQuiet({ lane, clock, deadline }: RunContext): Promise<void> {
  const wait = lane.quiet.until - clock.monotonic()
  if (wait <= 0) return
  if (lane.quiet.until >= deadline.endsAt) {
    throw new SourceFailure({ outcome: 'unavailable', reason: 'rate_limited' }, 'no', 'the source asked to wait', wait)
  }
  if (!(await pause(wait, deadline.signal))) throw causeOf(deadline.signal)
}

/** Remembers for all who ask, and for probes, when the source wants to be asked again. */
export function heed(error: unknown, { lane, clock }: Pick<RunContext, 'lane' | 'clock'>): void {
  const failure = failureOf(error)
  if (failure?.verdict.reason !== 'rate_limited' || failure.retryAfterMs === null) return
  lane.quiet.until = Math.max(lane.quiet.until, clock.monotonic() + failure.retryAfterMs)
}

/** Tells the limit of the lane how a call went. What runs in the background may be long by its nature, and is no measure. */
async function measured<Result>(call: () => Promise<Result>, { lane, clock, priority }: RunContext): Promise<Result> {
  const beganAt = clock.monotonic()
  const took = () => clock.monotonic() - beganAt
  try {
    const result = await call()
    if (priority !== 'background') lane.limit.answered(took())
    return result
  } catch (error) {
    const reason = failureOf(error)?.verdict.reason
    if (reason === 'timeout') lane.limit.refused(took())
    if (reason === 'rate_limited') lane.limit.refused(null)
    throw error
  }
}

/** A probe tells all askers whether the source is back, so it is not given up when its own asker goes away. */
function holdProbe({ lane, deadline }: RunContext): () => void {
  return isClosed(lane.breaker.state()) ? () => {} : deadline.hold()
}

/** One attempt in its place in the queue; the places are free again as soon as the limit passes. */
async function attemptOnce<Result>(attempt: (signal: AbortSignal) => Promise<Result>, context: RunContext): Promise<Result> {
  const { lane, gate, tally, deadline, priority } = context
  const { signal, endsAt } = deadline
  lane.breaker.admit()
  await keepQuiet(context)
  await gate?.enter(signal)
  try {
    await lane.bulkhead.enter(signal, priority)
    const letGo = holdProbe(context)
    try {
      await lane.pace(signal, endsAt)
      return await lane.breaker.execute(() => {
        tally.called = true
        return measured(() => within(deadline, attempt(signal)), context)
      })
    } catch (error) {
      heed(error, context)
      throw error
    } finally {
      letGo()
      lane.bulkhead.leave()
    }
  } finally {
    gate?.leave()
  }
}

/** How long to wait before the next attempt, milliseconds; null: there is none. */
function delayBefore(error: unknown, attemptNumber: number, context: RunContext): number | null {
  const failure = failureOf(error)
  if (!failure || failure.retry === 'no' || failure.retry === 'renew') return null
  if (failure.retry === 'once' && attemptNumber > 1) return null
  if (!isClosed(context.lane.breaker.state())) return null
  // Full jitter: a herd of callers spreads over the whole interval.
  const jittered = context.random() * Math.min(FIRST_DELAY_MS * 2 ** (attemptNumber - 1), LONGEST_DELAY_MS)
  const delay = failure.retryAfterMs ?? jittered
  if (context.clock.monotonic() + delay >= context.deadline.endsAt) return null
  return context.lane.retries.spend() ? delay : null
}

/** The policy of one ask round each of its calls: breaker, places, rate, limit, and at most three attempts within the retry budget. */
export function createRun(context: RunContext): Run {
  const shouldRetry = async ({ error, attemptNumber }: { error: Error; attemptNumber: number }) => {
    const delay = delayBefore(error, attemptNumber, context)
    if (delay === null || !(await pause(delay, context.deadline.signal))) return false
    // Opened meanwhile, by other calls: what this one came to says more than that no other follows.
    if (!isClosed(context.lane.breaker.state())) return false
    context.tally.retries++
    context.metrics.retried(context.source, failureOf(error)?.verdict.reason ?? 'other')
    return true
  }
  return (attempt) => {
    context.lane.retries.earn()
    return pRetry(() => attemptOnce(attempt, context), { retries: ATTEMPTS - 1, minTimeout: 0, shouldRetry })
  }
}
