import { Buffer } from 'node:buffer'
import { iinFault } from '../../schemas/identifiers.ts'
import type { RecordedRequest } from './cassette.ts'
import { textOf } from './leaves.ts'
import type { Redactor } from './redactor.ts'

/** Pairs of what was recorded and what stands there now: ids of calls, numbers of those asked about. */
export type Swaps = readonly (readonly [recorded: string, present: string])[]

const TWELVE_DIGITS = /(?<!\d)\d{12}(?!\d)/g

/** The persons whom a question names, each by the pseudonym that a recording has in their place. */
export function namesOf({ path, body }: RecordedRequest, redactor: Redactor): Swaps {
  const numbers = new Set(`${path} ${body === null ? '' : textOf(body)}`.match(TWELVE_DIGITS) ?? [])
  return [...numbers].filter((number) => iinFault(number) === null).map((number) => [redactor.iin(number), number])
}

/** The bytes with the present values; ids and numbers are ASCII, so that every encoding of the country has the same bytes for them. */
export function putBack(bytes: Uint8Array, swaps: Swaps): Uint8Array {
  const differing = swaps.filter(([recorded, present]) => recorded !== present && recorded !== '')
  if (differing.length === 0) return bytes
  let text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  for (const [recorded, present] of differing) text = text.replaceAll(recorded, () => present)
  return Buffer.from(text, 'latin1')
}
