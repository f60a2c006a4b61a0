import { z } from 'zod'
import { Instant } from './dates.ts'
import { DriftEvent } from './drift.ts'
import { SourceAction } from './operator-action.ts'
import { SectionId, SourceId } from './section.ts'
import { Trilingual } from './trilingual.ts'

export const SourceState = z.enum(['ok', 'degraded', 'down', 'paused', 'maintenance', 'unknown']).meta({ id: 'SourceState' })
export type SourceState = z.infer<typeof SourceState>

export const BreakerState = z.enum(['closed', 'open', 'half_open', 'forced_open', 'forced_closed']).meta({ id: 'BreakerState' })
export type BreakerState = z.infer<typeof BreakerState>

const Counts = z.record(z.string(), z.number().int())

/** Health of one source (API page, 5). Anything that is not known is `unknown` or null, never green. */
export const SourceHealth = z
  .object({
    id: SourceId,
    title: Trilingual,
    configured: z.boolean(),
    state: SourceState,
    blame: z.enum(['ours', 'theirs', 'none']),
    breaker: BreakerState,
    lastSuccessAt: Instant.nullable(),
    lastFailureAt: Instant.nullable(),
    lastFailureReason: z.string().nullable(),
    windows: z.object({ '5m': Counts, '1h': Counts, '24h': Counts }),
    latencyMs: z.object({ p50: z.number().nullable(), p95: z.number().nullable(), p99: z.number().nullable() }),
    emptyRate: z.object({ current: z.number().nullable(), baseline: z.number().nullable() }),
    drift: z.object({
      state: z.enum(['none', 'warning', 'breaking', 'unknown']),
      fields: z.array(z.string()),
      since: Instant.nullable(),
      events: z.array(DriftEvent),
    }),
    freshness: z.object({ promisedSeconds: z.number().nullable(), ageSeconds: z.number().nullable() }),
    inFlight: z.number().int(),
    queue: z.number().int(),
    limits: z.object({ concurrency: z.number().int(), ratePerSecond: z.number().nullable(), timeoutMs: z.number().int() }),
    maintenance: z
      .array(
        z.object({
          from: Instant,
          to: Instant,
          reason: z.string(),
          by: z.string().nullable().describe('The operator who told of it; null: the settings'),
        }),
      )
      .describe('Planned work that is under way or to come, the earliest first'),
    actions: z.array(SourceAction).describe('What operators have ordered and still holds'),
    owner: z.string().nullable(),
    affects: z.array(SectionId),
    scope: z.enum(['process', 'isolate']).describe('What these figures cover: this process, or one isolate on Workers'),
  })
  .meta({ id: 'SourceHealth' })
export type SourceHealth = z.infer<typeof SourceHealth>

/** A page of the sources, in the order of the register. */
export const SourceList = z.object({ items: z.array(SourceHealth), nextCursor: z.string().nullable() }).meta({ id: 'SourceList' })
export type SourceList = z.infer<typeof SourceList>
