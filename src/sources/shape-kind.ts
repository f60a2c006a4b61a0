/** The kind of a value on the wire. */
export type Kind = 'text' | 'number' | 'boolean' | 'object' | 'list'
/** What a text looks like; no part of it is kept. */
export type Look = 'day' | 'digits' | 'words'

/** Null: nothing is there, in whatever spelling. */
export function kindOf(value: unknown): Kind | null {
  if (typeof value === 'string') return value.trim() === '' ? null : 'text'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value !== 'object' || value === null) return null
  return Array.isArray(value) ? 'list' : 'object'
}

/** A year, a month and a day, whichever comes first. */
const DAY = /^\s*(?:\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4})/
const DIGITS = /^\s*[+-]?\d+(?:[.,]\d+)?\s*$/

/** What a text looks like. */
export function lookOf(text: string): Look {
  // Most texts begin with a letter, and no pattern need be tried.
  if (text.charCodeAt(0) > 57) return 'words'
  if (DIGITS.test(text)) return 'digits'
  return DAY.test(text) ? 'day' : 'words'
}

/** A word of Latin letters: nobody's name in a Kazakh register, no number and no document. */
const WORD = /^[A-Za-z][A-Za-z0-9_-]{0,23}$/
/** A number is a code only under a name that says so: everywhere else it counts something. */
const NUMBER = /^\d{1,2}$/
const NAMES_A_CODE = /(?:code|status|kind|type|level|state)$/i

/** The value of a key as a code; null: it is none, or may be more than one. */
export function codeOf(value: unknown, key: string): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  const isCode = WORD.test(text) ? !/\d{6}/.test(text) : NAMES_A_CODE.test(key) && NUMBER.test(text)
  return isCode ? text : null
}

/** A name of a key that may be kept and told; anything else could be a value of a person in the place of a key. */
export function keyName(key: string): string {
  return /^[A-Za-z_]\w{0,47}$/.test(key) && !/\d{6}/.test(key) ? key : '*'
}
