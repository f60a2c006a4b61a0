import type { z } from 'zod'
import { whole } from './config-values.ts'
import type { ReadLimits } from './read-budget.ts'

/** The variables of how much the gateway takes on: requests in hand, and distinct persons per hour of one caller (0 = no limit). */
export const loadKeys = {
  MAX_IN_FLIGHT: whole(1, 100_000).default(512),
  READ_BUDGET_PLATFORM: whole(0, 1_000_000).default(5000),
  READ_BUDGET_RESPONSIBLE_PERSON: whole(0, 1_000_000).default(120),
  READ_BUDGET_COMMISSION: whole(0, 1_000_000).default(200),
}

/** How much the gateway takes on. */
export interface LoadConfig {
  readonly maxInFlight: number
  readonly readLimits: ReadLimits
}

/** The variables as the entries use them. */
export function loadOf(values: z.infer<z.ZodObject<typeof loadKeys>>): LoadConfig {
  const { READ_BUDGET_PLATFORM: platform, READ_BUDGET_RESPONSIBLE_PERSON: responsible_person, READ_BUDGET_COMMISSION: commission } = values
  return { maxInFlight: values.MAX_IN_FLIGHT, readLimits: { platform, responsible_person, commission } }
}
