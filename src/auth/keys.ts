import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { Clock } from '../ports.ts'

/** Asymmetric keys only: a shared secret in a key set is a mistake. */
const JwkSet = z.object({ keys: z.array(z.looseObject({ kty: z.enum(['OKP', 'EC', 'RSA']) })).min(1) })

/** Throttle of fetches: one a minute, whether a key id is unknown or the issuer does not answer. */
const COOLDOWN_MS = 60_000
const TIMEOUT_MS = 3000

/** Keys from the JSON text of a JWKS. Throws where it is none; the text is not quoted. */
export function localKeys(json: string): JWTVerifyGetKey {
  let set: z.infer<typeof JwkSet>
  try {
    set = JwkSet.parse(JSON.parse(json))
  } catch {
    throw new Error('the JWKS is not a JSON object with a list of keys')
  }
  return createLocalJWKSet(set)
}

/** What `remoteKeys` needs beside the address. */
export interface RemoteOptions {
  readonly clock: Clock
  /** For tests; the platform's own fetch otherwise. */
  readonly fetch?: FetchImplementation
}

/** Whether the issuer answered, and simply has no such key. */
function isAnswered(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
}

/**
 * Keys of the issuer by URL. Unknown key ids make it fetch again, at most once a minute; while the issuer does not answer,
 * the keys that it gave last stay good.
 */
export function remoteKeys(url: URL, { clock, fetch }: RemoteOptions): JWTVerifyGetKey {
  const options = { cooldownDuration: COOLDOWN_MS, timeoutDuration: TIMEOUT_MS, ...(fetch ? { [customFetch]: fetch } : {}) }
  const remote = createRemoteJWKSet(url, options)
  let silentUntil = Number.NEGATIVE_INFINITY
  return async (header, token) => {
    const last = remote.jwks()
    if (last && clock.monotonic() < silentUntil) return createLocalJWKSet(last)(header, token)
    try {
      return await remote(header, token)
    } catch (error) {
      if (isAnswered(error) || !last) throw error
      silentUntil = clock.monotonic() + COOLDOWN_MS
      return createLocalJWKSet(last)(header, token)
    }
  }
}
