import { z } from 'zod'

/** A calendar day without a zone, `yyyy-MM-dd`; a day that does not exist is refused. */
export const Day = z.iso.date().meta({ id: 'Day' })
export type Day = z.infer<typeof Day>

/** A point of time, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime().meta({ id: 'Instant' })
export type Instant = z.infer<typeof Instant>
