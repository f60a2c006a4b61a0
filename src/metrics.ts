import type { Registry as PromRegistry } from 'prom-client'
import Counter from 'prom-client/lib/counter.js'
import Gauge from 'prom-client/lib/gauge.js'
import Histogram from 'prom-client/lib/histogram.js'
import Registry from 'prom-client/lib/registry.js'
import type { Metrics, SourceHeld } from './ports.ts'

/** Seconds: from an answer out of memory to the longest budget of a caller. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What holds for a source at this moment, which is known only when somebody looks. */
function heldGauges(registers: PromRegistry[]): (held: SourceHeld) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['source'], registers })
  const paused = gauge('gateway_source_paused', 'An operator has paused the source')
  const maintenance = gauge('gateway_source_maintenance', 'Planned work is under way at the source')
  const muted = gauge('gateway_source_muted', 'An operator has muted the alerts of the source')
  return ({ source, ...held }) => {
    paused.set({ source }, Number(held.paused))
    maintenance.set({ source }, Number(held.maintenance))
    muted.set({ source }, Number(held.muted))
  }
}

/**
 * Counters and histograms in Prometheus naming; labels are closed lists, never a person, a school or a path as it was sent.
 * `extend` may add the process's own metrics (Node only).
 */
export function promMetrics(extend: (registry: PromRegistry) => void = () => {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const served = new Histogram({
    name: 'gateway_http_request_duration_seconds',
    help: 'Requests served',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const asked = new Counter({
    name: 'gateway_source_requests_total',
    help: 'Asks of a source by outcome',
    labelNames: ['source', 'outcome', 'reason'],
    registers,
  })
  const duration = new Histogram({
    name: 'gateway_source_request_duration_seconds',
    help: 'Duration of an ask, all attempts together',
    labelNames: ['source'],
    buckets: BUCKETS,
    registers,
  })
  const retries = new Counter({
    name: 'gateway_source_retries_total',
    help: 'Attempts after the first',
    labelNames: ['source', 'reason'],
    registers,
  })
  const events = new Counter({
    name: 'gateway_source_events_total',
    help: 'Foreign records, drift, quarantined messages and the like',
    labelNames: ['source', 'kind'],
    registers,
  })
  const probes = new Counter({
    name: 'gateway_source_probes_total',
    help: 'Probes of a source that nobody asked for a while, by outcome',
    labelNames: ['source', 'outcome', 'reason'],
    registers,
  })
  const setHeld = heldGauges(registers)
  extend(registry)
  return {
    sourceAsked(source, outcome, reason, seconds) {
      asked.inc({ source, outcome, reason: reason ?? '' })
      duration.observe({ source }, seconds)
    },
    retried: (source, reason) => retries.inc({ source, reason }),
    event: (source, kind) => events.inc({ source, kind }),
    probed: (source, outcome, reason) => probes.inc({ source, outcome, reason: reason ?? '' }),
    requestServed: (route, method, status, seconds) => served.observe({ route, method, status: String(status) }, seconds),
    async render(sources = []) {
      for (const one of sources) setHeld(one)
      // Tails of binary fractions look like person numbers to a scanner, and nobody needs parts of a microsecond.
      return (await registry.metrics()).replace(/(\d\.\d{6})\d+/g, '$1')
    },
  }
}
