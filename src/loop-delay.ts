import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 10

/** How late the event loop ran on average since it was asked last, milliseconds. Node only. */
export function watchLoopDelay(): () => number {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  return () => {
    // The timer of the measurement itself is due each 10 ms; without a sample the mean is not a number.
    const lateMs = histogram.count === 0 ? 0 : histogram.mean / 1e6 - RESOLUTION_MS
    histogram.reset()
    return lateMs
  }
}
