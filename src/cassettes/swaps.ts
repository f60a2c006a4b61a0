import { Buffer } from 'node:buffer'
import { iinFault } from '../../schemas/identifiers.ts'
import type { RecordedRequest } from './cassette.ts'
import { textOf } from './leaves.ts'
import type { Redactor } from './redactor.ts'

/** Pairs of what was recorded and what stands there now: ids of calls, numbers of those asked about. */
export type Swaps = readonly (readonly [recorded: string, present: string])[]

const TWELVE_DIGITS = /(?<!\d)\d{12}(?!\d)/g

/** All that a question says. */
export function spoken({ path, body }: RecordedRequest): string {
  return `${path} ${body === null ? '' : textOf(body)}`
}

function personsIn(request: RecordedRequest): readonly string[] {
  const numbers = new Set(spoken(request).match(TWELVE_DIGITS) ?? [])
  return [...numbers].filter((number) => iinFault(number) === null)
}

/** Whether a question names a person. */
export function namesAny(request: RecordedRequest): boolean {
  return personsIn(request).length > 0
}

/** The persons whom a question names, each by the pseudonym that a recording has in their place. */
export function namesOf(request: RecordedRequest, redactor: Redactor): Swaps {
  return personsIn(request).map((number) => [redactor.iin(number), number])
}

/**
 * The bytes with the present values, the very same ones where nothing is to be put back. In one pass, the longest first: what was put
 * back is not looked at again, though it may read like something else that was recorded. Ids and numbers are ASCII, so that every
 * encoding of the country has the same bytes for them.
 */
export function putBack(bytes: Uint8Array, swaps: Swaps): Uint8Array {
  const presents = new Map(swaps.filter(([recorded, present]) => recorded !== present && recorded !== '').toReversed())
  if (presents.size === 0) return bytes
  const longestFirst = [...presents.keys()].sort((one, other) => other.length - one.length)
  const recorded = new RegExp(longestFirst.map((value) => RegExp.escape(value)).join('|'), 'g')
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const put = text.replace(recorded, (value) => presents.get(value) ?? value)
  return put === text ? bytes : Buffer.from(put, 'latin1')
}
