import type { Visit } from './visit.ts'

/* Pairs of a form or of a query, as they were written. */

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}

/** `a=1&b=2` with its values as `visit` gives them; a pair that stays the same stays as it was written. */
export function rewritePairs(text: string, visit: Visit): string {
  return text
    .split('&')
    .map((pair) => {
      const sign = pair.indexOf('=')
      if (sign < 0) return pair
      const [name, value] = [pair.slice(0, sign), decoded(pair.slice(sign + 1))]
      const other = visit([decoded(name)], value, 0)
      return other === value ? pair : `${name}=${encodeURIComponent(other)}`
    })
    .join('&')
}
