import { unreadable } from './body.ts'

/** Deeper than any answer of the contracts, shallower than any stack. */
const DEEPEST = 64
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])

function refuse(detail: string): never {
  throw unreadable('protocol', detail)
}

/**
 * Walks the text once beside `JSON.parse`, which keeps the last of two equal keys and any depth: nesting is bounded, and an object
 * that names a key twice is refused. `text` is known to be valid JSON.
 */
function checkShape(text: string): void {
  const open: (Set<string> | null)[] = []
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (let match = token.exec(text); match !== null; match = token.exec(text)) step(match[0], match[1] !== undefined, open)
}

function step(found: string, isKey: boolean, open: (Set<string> | null)[]): void {
  if (isKey) addKey(found.slice(1, found.lastIndexOf('"')), open.at(-1))
  else if (found === '}' || found === ']') open.pop()
  else if ((found === '{' || found === '[') && open.push(found === '{' ? new Set() : null) > DEEPEST) refuse('nested too deeply')
}

function addKey(key: string, keys: Set<string> | null | undefined): void {
  if (RESERVED.has(key)) refuse('reserved key')
  if (keys?.has(key)) refuse('a key twice')
  keys?.add(key)
}

/** A JSON body: valid, bounded in depth, no key twice, no reserved key. Throws `unreadable`/`protocol`. */
export function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    refuse('not JSON')
  }
  checkShape(text)
  return value
}
