import { repaired } from '../portfolio/repairs.ts'

/*
 * Text that was garbled on its way (quirks Q05, Q06b, Q44): the text that was meant is redacted, and garbled again in the same way, so
 * that the replay has to repair it as well.
 */

const CONTROL = /[^\P{Cc}\t\n\r]/u
const LONE = /\p{Cs}/gu
/** What stands at the end for half of a pair of surrogates, once it was made well-formed. */
const LOST = /\uFFFD+$/u
/** What windows-1252 shows for the bytes 0x80–0x9F; where it has no letter, the byte itself. */
const CP1252 = new TextDecoder('windows-1252')
const SHOWN = 'ЌЈЄЅҐЎЇЋќјєѕґўїћ'
const MEANT = 'ҚӘҒҢӨҰҮҺқәғңөұүһ'

function latin1(text: string, like: string): string {
  const bytes = Array.from(new TextEncoder().encode(text))
  // Read as windows-1252, some of the bytes became letters beyond Latin-1.
  const wide = /[^\0-\u00ff]/u.test(like)
  return bytes.map((byte) => (wide ? CP1252.decode(Uint8Array.of(byte)) : String.fromCharCode(byte))).join('')
}

function kz1048(text: string): string {
  return text.replace(/[ҚӘҒҢӨҰҮҺқәғңөұүһ]/gu, (letter) => SHOWN.charAt(MEANT.indexOf(letter)))
}

/** Does `change` to the text that was meant, and garbles what comes of it as the text was garbled. */
export function throughGarbling(text: string, change: (meant: string) => string): string {
  const lost = LOST.exec(text)?.[0] ?? ''
  if (lost !== '') return throughGarbling(text.slice(0, -lost.length), change) + lost
  const { value, repairs } = repaired(text)
  if (repairs.length === 0) return change(text)
  let changed = change(String(value))
  if (repairs.includes('text.kz1048')) changed = kz1048(changed)
  if (repairs.includes('text.control-characters')) changed = changed.slice(0, 1) + (CONTROL.exec(text)?.[0] ?? '') + changed.slice(1)
  if (repairs.includes('text.lone-surrogates')) changed += (text.match(LONE) ?? []).join('')
  return repairs.includes('text.mojibake') ? latin1(changed, text) : changed
}
