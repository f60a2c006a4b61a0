import { createHash } from 'node:crypto'
import { base64url, type JWTHeaderParameters, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { Day } from '../../schemas/dates.ts'
import { Bin, Iin } from '../../schemas/identifiers.ts'
import { almatyDay } from '../almaty-day.ts'
import type { Caller, VerifyToken } from '../deps.ts'
import { hasRepeatedKey } from '../middleware/repeated-key.ts'
import type { Clock } from '../ports.ts'

/** Whose tokens are taken, and by which keys they are checked. */
export interface VerifierOptions {
  readonly keys: JWTVerifyGetKey
  readonly issuer: string
  readonly audience: string
  readonly clock: Clock
}

/** Asymmetric algorithms only: a public key can then never serve as a shared secret (RFC 8725, 3.1). */
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'PS256']
const TYPES = new Set(['at+jwt', 'jwt'])
/** A key, or where to get one, chosen by whoever made the token, and extensions that must be understood. */
const REFUSED_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit']
const SKEW_SECONDS = 60
const LONGEST_TOKEN = 8192
const MOST_CACHED = 1000
/** A withdrawn key counts at most so much longer, milliseconds. */
const LONGEST_CACHED_MS = 60_000

/** The roles of the API page, 2. */
export const Role = z.enum(['platform', 'responsible_person', 'teacher', 'commission', 'department', 'operator', 'auditor'])

/** The head's order that named the responsible person: outside of its days it gives no rights. */
const Order = z.object({ validFrom: Day.optional(), validTo: Day.optional() })
const Claims = z.object({
  role: Role,
  sub: z.string().min(1).max(255),
  iin: Iin.optional(),
  org: Bin.optional(),
  order: Order.optional(),
  exp: z.number(),
})

function isInForce(order: z.infer<typeof Order> | undefined, now: number): boolean {
  const today = almatyDay(now)
  return (order?.validFrom ?? today) <= today && today <= (order?.validTo ?? today)
}

/** Whether header or payload name a key twice: readers would disagree on which one counts. */
function namesTwice(token: string): boolean {
  const parts = token.split('.').slice(0, 2)
  return parts.some((part) => hasRepeatedKey(new TextDecoder().decode(base64url.decode(part))))
}

function headerFits(header: JWTHeaderParameters): boolean {
  const type = (header.typ ?? '').toLowerCase().replace(/^application\//, '')
  return TYPES.has(type) && REFUSED_HEADERS.every((name) => !(name in header))
}

interface Verified {
  readonly caller: Caller
  readonly until: number
}

function toVerified(payload: JWTPayload, now: number): Verified | null {
  const claims = Claims.safeParse(payload)
  if (!claims.success) return null
  const { role, sub, iin, org, order, exp } = claims.data
  const school = isInForce(order, now) ? (org ?? null) : null
  return { caller: { role, sub, iin: iin ?? null, org: school }, until: Math.min(exp * 1000, now + LONGEST_CACHED_MS) }
}

/**
 * Verifies tokens as the API page, 2 says: closed list of algorithms, `typ`, `iss`, `aud`, `exp`, `nbf` (60 s of skew), `sub`, a
 * role of the closed list. Anything else is null. Verified tokens are remembered for a minute, never past their `exp`.
 */
export function createVerifier({ keys, issuer, audience, clock }: VerifierOptions): VerifyToken {
  const cache = new Map<string, Verified>()
  const rules = { algorithms: ALGORITHMS, issuer, audience, clockTolerance: SKEW_SECONDS, requiredClaims: ['exp', 'sub'] }

  function remember(hash: string, verified: Verified): void {
    const oldest = cache.keys().next().value
    if (cache.size >= MOST_CACHED && oldest !== undefined) cache.delete(oldest)
    cache.set(hash, verified)
  }

  async function verify(token: string, now: number): Promise<Verified | null> {
    try {
      const { protectedHeader, payload } = await jwtVerify(token, keys, { ...rules, currentDate: new Date(now) })
      return headerFits(protectedHeader) && !namesTwice(token) ? toVerified(payload, now) : null
    } catch {
      // Every reason has the same answer.
      return null
    }
  }

  return async (token) => {
    if (token.length > LONGEST_TOKEN) return null
    const now = clock.now()
    const hash = createHash('sha256').update(token).digest('base64')
    const known = cache.get(hash)
    if (known && now < known.until) return known.caller
    cache.delete(hash)
    const verified = await verify(token, now)
    if (verified && now < verified.until) remember(hash, verified)
    return verified?.caller ?? null
  }
}
