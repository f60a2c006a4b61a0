/*
 * The gateway's ports: what the core needs of the outside, injected by the entries. No implementation here.
 */

/** Wall clock in milliseconds since 1970 and a monotonic clock in milliseconds. */
export interface Clock {
  now(): number
  monotonic(): number
}

/** Fields of a log line: an allow-list in the driver decides which keys leave the process. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Log {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  /** `cause` is reduced to class, code and stack position: its message may hold personal data. */
  error(fields: LogFields, message: string, cause?: unknown): void
}

/** What an alert about a source has to know: whether somebody wants it to be silent. */
export interface SourceHeld {
  readonly source: string
  readonly paused: boolean
  readonly maintenance: boolean
  readonly muted: boolean
}

/** Counters and histograms of the gateway; names and labels are in `src/metrics.ts`. */
export interface Metrics {
  sourceAsked(source: string, outcome: string, reason: string | null, seconds: number): void
  retried(source: string, reason: string): void
  event(source: string, kind: string): void
  /** A probe is no ask: it has a counter of its own. */
  probed(source: string, outcome: string, reason: string | null): void
  requestServed(route: string, method: string, status: number, seconds: number): void
  /** Prometheus text exposition, with how operators hold the sources at this moment. */
  render(held?: readonly SourceHeld[]): Promise<string>
}

export interface HttpRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
  readonly signal: AbortSignal
  /** Cap on the body after content decoding; a longer one is a `protocol` fault. */
  readonly maxBytes: number
  /** The body is to come as `chunks` while it arrives. */
  readonly streamed?: true
}

export interface HttpResponse {
  readonly status: number
  header(name: string): string | null
  /** The body after content decoding; empty where it comes as `chunks`. */
  readonly bytes: Uint8Array
  /** The body of a streamed request, after content decoding, within its cap. To be read to its end or ended. Throws `TransportFault`. */
  readonly chunks?: AsyncIterable<Uint8Array>
}

/** The HTTP port: redirects are never followed. Throws only `TransportFault`. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>

/** Why no usable answer came: the reasons of `unavailable` and `unreadable` that the network can cause. */
export type TransportReason = 'timeout' | 'connect' | 'dns' | 'tls' | 'protocol'

export class TransportFault extends Error {
  readonly reason: TransportReason
  /** Our own words only; never the peer's text. */
  constructor(reason: TransportReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.name = 'TransportFault'
    this.reason = reason
  }
}
