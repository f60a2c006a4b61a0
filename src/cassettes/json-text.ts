import type { Visit } from './visit.ts'

/*
 * JSON as it was written: only values change, so that blanks, repeated keys, a comma too many and an end that is missing stay.
 */

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|$)|[{}[\]:,]|\s+|[^\s{}[\]:,"]+/gsu
const LITERAL = /^(?:true|false|null)$/

interface Frame {
  readonly isList: boolean
  key: string | null
  expectsKey: boolean
}

function decoded(token: string): string | null {
  try {
    return JSON.parse(token)
  } catch {
    return null
  }
}

/** Text as a string of JSON, in ASCII alone where the original was. */
function encoded(text: string, like: string): string {
  const written = JSON.stringify(text)
  if (!/\\u[0-9a-f]{4}/i.test(like)) return written
  return written.replace(/[^\0-\u007f]/gu, (letter) =>
    Array.from({ length: letter.length }, (_, at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )
}

/** Reads the tokens and knows where each of them stands. */
class Place {
  private readonly frames: Frame[] = []
  /** The element of the outermost list in which we are. */
  record = 0

  get path(): readonly string[] {
    return this.frames.flatMap(({ key }) => key ?? [])
  }
  get expectsKey(): boolean {
    return this.frames.at(-1)?.expectsKey ?? false
  }
  name(key: string): void {
    const frame = this.frames.at(-1)
    if (frame) Object.assign(frame, { key, expectsKey: false })
  }
  sign(token: string): void {
    const frame = this.frames.at(-1)
    if (token === '{' || token === '[') this.frames.push({ isList: token === '[', key: null, expectsKey: token === '{' })
    if (token === '}' || token === ']') this.frames.pop()
    if (token !== ',' || !frame) return
    if (!frame.isList) Object.assign(frame, { key: null, expectsKey: true })
    else if (this.frames.findIndex(({ isList }) => isList) === this.frames.length - 1) this.record++
  }
}

function stringOf(token: string, place: Place, visit: Visit): string {
  const text = decoded(token)
  // A string without its end, or with what no string can hold.
  if (text === null)
    return `"${visit([...place.path, ''], token.slice(1), place.record).replaceAll('"', '')}${token.length > 1 && token.endsWith('"') ? '"' : ''}`
  if (place.expectsKey) {
    place.name(text)
    return keyOf(token, text, place, visit)
  }
  const other = visit(place.path, text, place.record)
  return other === text ? token : encoded(other, token)
}

/** A name of the wire; a person's number or name may stand in its place. */
const WIRE_NAME = /^(?!.*\d{6})[\w$@#.:/-]*$/

function keyOf(token: string, key: string, place: Place, visit: Visit): string {
  if (WIRE_NAME.test(key)) return token
  return encoded(visit([/\d{11}/.test(key) ? 'iin' : ''], key, place.record), token)
}

/** What is no string of JSON stays a number where it was one. */
function bare(token: string, other: string): string {
  return /^-?\d/.test(token) && !/^-?\d/.test(other) ? '0' : other
}

/** A text of JSON with its values as `visit` gives them. */
export function rewriteJson(text: string, visit: Visit): string {
  const place = new Place()
  return text.replace(TOKENS, (token) => {
    if (token.startsWith('"')) return stringOf(token, place, visit)
    if (/^[{}[\]:,]$/.test(token)) {
      place.sign(token)
      return token
    }
    if (LITERAL.test(token) || /^\s/.test(token) || token === '\uFEFF') return token
    return bare(token, visit(place.path, token, place.record))
  })
}
