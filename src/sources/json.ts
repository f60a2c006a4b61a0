import { unreadable } from './body.ts'
import { giveWay } from './give-way.ts'

/** Deeper than any answer of the contracts, shallower than any stack. */
const DEEPEST = 64
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
/** More than two MiB of any list of the contracts hold: one value takes twenty characters there. */
const MOST_VALUES = 100_000
/** Of one object: no contract has a tenth of it, and one of many thousand keys is slow to make and to look at. */
const MOST_KEYS = 1000
/** So much is looked over in one turn, characters: a millisecond or two, and more than nearly all answers have. */
export const SLICE = 64 * 1024
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

type Sign = readonly [keys: number, values: number, depth: number]

/** What each sign adds to keys, values and depth. */
const SIGNS: Readonly<Record<number, Sign>> = {
  [COLON]: [1, 0, 0],
  [COMMA]: [0, 1, 0],
  [OPENING[0]]: [0, 1, 1],
  [OPENING[1]]: [0, 1, 1],
  [CLOSING[0]]: [0, 0, -1],
  [CLOSING[1]]: [0, 0, -1],
}

/** Counts the keys of a text of JSON, and refuses what is too deep or too wide before anything is built of it (fault U39). */
class Scan {
  keys = 0
  at = 0
  private values = 0
  private depth = 0
  /** By depth: how many keys the object has so far that is open there. */
  private readonly inside: number[] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }
  /** Looks on until here, or to the end of the string that stands here. */
  until(end: number): this {
    for (; this.at < end; this.at++) {
      const letter = this.text.charCodeAt(this.at)
      if (letter === QUOTE) this.at = endOfString(this.text, this.at)
      else if (SIGNS[letter]) this.count(SIGNS[letter])
    }
    return this
  }
  private count([keys, values, depth]: Sign): void {
    this.keys += keys
    this.values += values
    this.depth += depth
    if (this.depth > DEEPEST) refuse('nested too deeply')
    if (this.depth < 0) refuse('not JSON')
    const inside = depth > 0 ? 0 : (this.inside[this.depth] ?? 0) + keys
    this.inside[this.depth] = inside
    if (inside > MOST_KEYS) refuse('too many keys')
    if (this.values > MOST_VALUES) refuse('too many values')
  }
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    refuse('not JSON')
  }
}

function checked(value: unknown, keysWritten: number): unknown {
  if (keysRead(value) !== keysWritten) refuse('a key twice')
  return value
}

/**
 * A JSON body: valid, bounded in depth, no reserved key, and no key twice, of which `JSON.parse` would keep the last: then fewer keys
 * are read than were written. Throws `unreadable`/`protocol`.
 */
export function parseJson(text: string): unknown {
  const { keys } = new Scan(text).until(text.length)
  return checked(parse(text), keys)
}

/** The same for what others sent: where it is long, whatever is waiting has its turn in between. Throws the cause of the signal too. */
export async function parseJsonInTurns(text: string, signal: AbortSignal | null): Promise<unknown> {
  if (text.length <= SLICE) return parseJson(text)
  const scan = new Scan(text)
  while (scan.at < text.length) {
    scan.until(Math.min(scan.at + SLICE, text.length))
    await giveWay(signal)
  }
  const value = parse(text)
  await giveWay(signal)
  checked(value, scan.keys)
  await giveWay(signal)
  return value
}
