import type { Visit } from './visit.ts'

/* Pairs of a form or of a query, as they were written. */

/** A part of an address or of a form as a text; as it is where it cannot be read. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}

/** A name of the wire says nothing of anybody; anything else that stands where one could may be a number or a name. */
const WIRE_NAME = /^(?!.*\d{6})[\w.[\]-]*$/

function keyOf(written: string, visit: Visit): string {
  const key = decoded(written)
  if (WIRE_NAME.test(key)) return written
  const other = visit([''], key, 0)
  return other === key ? written : encodeURIComponent(other)
}

/** `a=1&b=2` with its values as `visit` gives them; a pair that stays the same stays as it was written. */
export function rewritePairs(text: string, visit: Visit): string {
  return text
    .split('&')
    .map((pair) => {
      const sign = pair.indexOf('=')
      if (sign < 0) return keyOf(pair, visit)
      const [name, value] = [pair.slice(0, sign), decoded(pair.slice(sign + 1))]
      const other = visit([decoded(name)], value, 0)
      return `${keyOf(name, visit)}=${other === value ? pair.slice(sign + 1) : encodeURIComponent(other)}`
    })
    .join('&')
}
