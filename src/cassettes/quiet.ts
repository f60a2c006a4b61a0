import type { Log, Metrics } from '../ports.ts'

const nothing = () => {}

/** A log that nobody reads: what a replay meets is in what it returns. */
export const quietLog: Log = { info: nothing, warn: nothing, error: nothing }
/** Metrics that nobody reads: a replay is no traffic. */
export const quietMetrics: Metrics = {
  sourceAsked: nothing,
  retried: nothing,
  event: nothing,
  probed: nothing,
  requestServed: nothing,
  render: async () => '',
}
