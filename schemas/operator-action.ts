import { z } from 'zod'
import { Instant } from './dates.ts'
import { Reason } from './drift.ts'

/** The last moment that every reader of ours can write. */
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59Z')

/** A moment that an operator names: ISO 8601 with `Z` or an offset; kept in UTC. */
export const Moment = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) <= LAST_MOMENT)
  .meta({ id: 'Moment' })
export type Moment = z.infer<typeof Moment>

const until = Moment.optional().describe('When it ends by itself; without it, by the word of an operator')

/** No calls at all: the source is `unavailable`/`paused` until it is resumed (API page, 3). */
export const PauseRequest = z.strictObject({ reason: Reason, until }).meta({ id: 'PauseRequest' })
export type PauseRequest = z.infer<typeof PauseRequest>

/** Ends the pause, and planned work that is under way; or takes planned work back before it begins (API page, 3). */
export const ResumeRequest = z
  .strictObject({
    reason: Reason,
    from: Moment.optional().describe('Takes back the planned work that is to begin then, and does nothing else'),
  })
  .meta({ id: 'ResumeRequest' })
export type ResumeRequest = z.infer<typeof ResumeRequest>

/** Calls go on and alerts stop, until the source is well again (API page, 3). */
export const MuteRequest = z
  .strictObject({ reason: Reason, until: Moment.optional().describe('When it ends at the latest') })
  .meta({ id: 'MuteRequest' })
export type MuteRequest = z.infer<typeof MuteRequest>

/** Planned work of the owner: shown, and counted neither for nor against the source (API page, 3). */
export const MaintenanceRequest = z.strictObject({ reason: Reason, from: Moment, to: Moment }).meta({ id: 'MaintenanceRequest' })
export type MaintenanceRequest = z.infer<typeof MaintenanceRequest>

/** `open`: no calls; `closed`: calls go on though they fail; `auto`: as the breaker sees fit (API page, 3). */
export const BreakerRequest = z
  .strictObject({ state: z.enum(['open', 'closed', 'auto']), reason: Reason, until })
  .meta({ id: 'BreakerRequest' })
export type BreakerRequest = z.infer<typeof BreakerRequest>

/** What an operator has ordered and still holds, with who, why and until when. Planned work stands under `maintenance`. */
export const SourceAction = z
  .object({
    kind: z.enum(['pause', 'mute', 'breaker']),
    state: z.enum(['open', 'closed']).nullable().describe('With `breaker`: how it is held'),
    reason: z.string(),
    by: z.string(),
    since: Instant,
    until: Instant.nullable(),
  })
  .meta({ id: 'SourceAction' })
export type SourceAction = z.infer<typeof SourceAction>
