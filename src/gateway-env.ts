import type { Language } from '../schemas/trilingual.ts'
import type { Caller } from './deps.ts'

/** What the middleware finds out about a request and the handlers read. */
export interface GatewayEnv {
  Variables: {
    /** `X-Request-Id`: also the `traceId` of a problem and the id in the log. */
    requestId: string
    language: Language
    /** Set by `allow`; a public route has none. */
    caller: Caller | undefined
    /** True where the caller went away before its collection was done. */
    abandoned: boolean | undefined
    /** The bytes of the body, for the fingerprint of an Idempotency-Key. */
    bodyBytes: Uint8Array
    /** The body as JSON, before validation. */
    bodyJson: unknown
  }
}
