import type { Keyed } from './keyed.ts'
import type { Kind } from './kinds.ts'
import type { KnownNames } from './known-names.ts'
import { redactedLeaf } from './leaf.ts'

/** What the keys of a claim hold (schemas/portfolio-request.ts); all others are plain. */
const KINDS: Readonly<Record<string, Kind>> = {
  ...{ iin: 'number', caseId: 'document', 'names.surname': 'name', 'names.name': 'name', 'names.patronymic': 'patronymic' },
  ...{ 'names.birthDate': 'birth_date', 'consents.token': 'credential', 'consents.publicKey': 'credential' },
}

/** The names that a claim tells are known from then on. */
export function learnNames(claim: object, names: KnownNames): void {
  const told = 'names' in claim && typeof claim.names === 'object' && claim.names !== null ? claim.names : {}
  for (const [part, text] of Object.entries(told)) {
    if (part !== 'birthDate' && typeof text === 'string') names.add(text, part === 'patronymic')
  }
}

/** A claim, or a part of it, as the pseudonym would ask. */
export function redactedClaim(value: unknown, path: string, keyed: Keyed, names: KnownNames): unknown {
  if (typeof value === 'string') return redactedLeaf(KINDS[path] ?? 'plain', value, keyed, names)
  if (Array.isArray(value)) return value.map((item) => redactedClaim(item, path, keyed, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redactedClaim(item, path === '' ? key : `${path}.${key}`, keyed, names)]),
  )
}
