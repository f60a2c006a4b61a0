import { unreadable } from './body.ts'

/** Deeper than any answer of the contracts, shallower than any stack. */
const DEEPEST = 64
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
/** More than two MiB of any list of the contracts hold: one value takes twenty characters there. */
const MOST_VALUES = 100_000
const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c]
const [OPENING, CLOSING] = [
  [0x5b, 0x7b],
  [0x5d, 0x7d],
] as const

function refuse(detail: string): never {
  throw unreadable('protocol', detail)
}

/** The end of a string that begins at `start`: its closing quote. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return end
  }
  return refuse('a text without an end')
}

/** What each sign adds to keys, values and depth. */
const SIGNS: Readonly<Record<number, readonly [keys: number, values: number, depth: number]>> = {
  [COLON]: [1, 0, 0],
  [COMMA]: [0, 1, 0],
  [OPENING[0]]: [0, 1, 1],
  [OPENING[1]]: [0, 1, 1],
  [CLOSING[0]]: [0, 0, -1],
  [CLOSING[1]]: [0, 0, -1],
}

/** How many keys stand in a text of JSON. Refuses what is too deep or too wide before anything is built of it (fault U39). */
function keysWritten(text: string): number {
  let [keys, values, depth] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === QUOTE) at = endOfString(text, at)
    const sign = letter === QUOTE ? undefined : SIGNS[letter]
    if (!sign) continue
    keys += sign[0]
    values += sign[1]
    depth += sign[2]
    if (depth > DEEPEST) refuse('nested too deeply')
    if (values > MOST_VALUES) refuse('too many values')
  }
  return keys
}

/** How many keys a value has, over all its levels; refuses what is too deep and reserved keys. */
function keysRead(value: unknown, depth = 1): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > DEEPEST) refuse('nested too deeply')
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + keysRead(item, depth + 1), 0)
  const keys = Object.keys(value)
  let sum = keys.length
  for (const key of keys) {
    if (RESERVED.has(key)) refuse('reserved key')
    sum += keysRead((value as Record<string, unknown>)[key], depth + 1)
  }
  return sum
}

/**
 * A JSON body: valid, bounded in depth, no reserved key, and no key twice, of which `JSON.parse` would keep the last: then fewer keys
 * are read than were written. Throws `unreadable`/`protocol`.
 */
export function parseJson(text: string): unknown {
  const written = keysWritten(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    refuse('not JSON')
  }
  if (keysRead(value) !== written) refuse('a key twice')
  return value
}
