import type { SourceId } from '../../schemas/section.ts'
import type { Clock } from '../ports.ts'
import type { Actions } from './actions.ts'
import { type AdaptiveLimit, createAdaptiveLimit } from './adaptive-limit.ts'
import { createBreaker } from './breaker.ts'
import { type Bulkhead, createBulkhead, createLookingBulkhead } from './bulkhead.ts'
import { createPace, type Pace } from './pace.ts'
import { createRetryBudget, type RetryBudget } from './retry-budget.ts'
import type { SourceSettings } from './settings.ts'
import { type SteeredBreaker, steered } from './steered-breaker.ts'

/** What lasts between the asks of one source: numbers only, so that an isolate may share it between its requests. */
export interface Lane {
  readonly breaker: SteeredBreaker
  readonly bulkhead: Bulkhead
  readonly limit: AdaptiveLimit
  readonly pace: Pace
  readonly retries: RetryBudget
  /** Until when the source asked to be left alone (429 with Retry-After), on the monotonic clock. */
  readonly quiet: { until: number }
}

/** The lanes of a process or an isolate, made when first needed. */
export interface Lanes {
  of(source: SourceId): Lane
}

/** What the lanes are made of. */
export interface LanesDeps {
  readonly settings: (source: SourceId) => SourceSettings | null
  /** What operators have ordered: their word stands over the breaker's own. */
  readonly actions: Pick<Actions, 'of'>
  readonly clock: Clock
  /** From 0 up to 1. */
  readonly random: () => number
  /** False on Workers, where no request may settle the promise of another one. */
  readonly shared: boolean
  /** Told when a source that is well has no room for a call: we have taken on more than our sources bear. */
  readonly crowded?: () => void
}

const PLACES = 12
const QUEUE = 24

/** One lane per source, for the life of the process (Node) or the isolate (Workers). */
export function createLanes(deps: LanesDeps): Lanes {
  const lanes = new Map<SourceId, Lane>()
  const { monotonic, now } = deps.clock
  const bulkhead = deps.shared ? createBulkhead : createLookingBulkhead
  return {
    of(source) {
      const known = lanes.get(source)
      if (known) return known
      const settings = deps.settings(source)
      const limit = createAdaptiveLimit(settings?.concurrency ?? PLACES, monotonic)
      const full = () => {
        if (limit.isWell()) deps.crowded?.()
      }
      const lane: Lane = {
        breaker: steered(createBreaker(monotonic, deps.random), () => deps.actions.of(source), now),
        bulkhead: bulkhead({ places: limit.places, queue: QUEUE, full }),
        limit,
        pace: createPace(settings?.ratePerSecond ?? null, monotonic),
        retries: createRetryBudget(monotonic),
        quiet: { until: 0 },
      }
      lanes.set(source, lane)
      return lane
    },
  }
}
