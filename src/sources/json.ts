import { unreadable } from './body.ts'

/** Deeper than any answer of the contracts, shallower than any stack. */
const DEEPEST = 64
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a]

function refuse(detail: string): never {
  throw unreadable('protocol', detail)
}

/** The end of a string that begins at `start`: its closing quote. `text` is valid JSON. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return end
  }
}

/** How many keys stand in a text of valid JSON: colons outside of strings. */
function keysWritten(text: string): number {
  let keys = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === QUOTE) at = endOfString(text, at)
    else if (letter === COLON) keys++
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
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    refuse('not JSON')
  }
  if (keysRead(value) !== keysWritten(text)) refuse('a key twice')
  return value
}
