import { listOf } from './wire.ts'

/* What the registers on the synchronous channel of the bus write alike (contract page, A). */

/** Where `messageResult` says how the question ended, and what its codes mean; any other code is the register's error. */
export const MESSAGE_RESULT = {
  at: ['messageResult', 'code'],
  codes: {
    '00000': 'processed',
    '00404': 'empty',
    '00403': 'consent_refused',
    '00413': 'consent_expired',
    '00423': 'consent_revoked',
  },
} as const

/** The person asked about, with the consent where the caller gave one. */
interface Asked {
  readonly iin: string
  readonly consent: { readonly token: string; readonly publicKey: string | null } | null
}

/** The fields of a question about one person: the number, and beside it the consent token with its key (wire formats, 3.4). */
export function personFields({ iin, consent }: Asked) {
  return { iin, kdpToken: consent?.token, publicKey: consent?.publicKey ?? undefined }
}

/** Where an answer holds its records. */
export interface RecordPlace {
  /** The element that holds them all, and the element of one. */
  readonly wrapper: string
  readonly record: string
  /** Elements that may stand beside the wrapper and are no records; a signature always may. */
  readonly beside: readonly string[]
}

type Element = Readonly<Record<string, unknown>>

const isElement = (one: unknown): one is Element => typeof one === 'object' && one !== null

/** Whether something is there that is neither a record nor known to stand beside them: the shape has changed. */
function isStrange(data: Element, wrappers: readonly unknown[], { wrapper, record, beside }: RecordPlace): boolean {
  if (Object.hasOwn(data, wrapper)) return wrappers.some((one) => !isElement(one) || !Object.hasOwn(one, record))
  return Object.entries(data).some(([name, one]) => isElement(one) && name !== 'Signature' && !beside.includes(name))
}

/**
 * The records inside their wrapper; a wrapper absent or empty holds none (quirk Q13). Null: other elements stand in their place, and
 * "none" would be said of a shape that changed.
 */
export function recordsIn(data: Element, place: RecordPlace): readonly unknown[] | null {
  const wrappers = listOf(data[place.wrapper]).flatMap((one) => listOf(one))
  if (isStrange(data, wrappers, place)) return null
  return wrappers.filter(isElement).flatMap((one) => listOf(one[place.record]))
}
