import { foldName } from '../../schemas/names.ts'
import { initialFor, inventedName } from './invented-name.ts'
import type { Keyed } from './keyed.ts'
import { scrambled } from './shape.ts'
import { spelledLike } from './spelling.ts'

/** What a system has lost stays lost. */
const LOST = /[?\uFFFD]/u
/** Words of a name; what stands between them is kept. */
const WORDS = /[^\s.,;:()"«»/\\‐‑‒–—―−-]+/gu

/** A letter in all spellings that `foldPatronymic` takes for one, and the signs that it leaves out. */
const [A, E, I, O, U] = ['[АӘA]', '[ЕЁE]', '[ИІЫЙI]', '[ОӨO]', '[УҰҮY]']
const [V, K, N] = ['[ВB]', '[КҚK]', '[НҢH]']
const SILENT = "['’ʼ`´ЬЪ\\p{M}]*"
const ENDINGS = [
  [U, 'Л', I],
  [O, V, I, 'Ч'],
  [E, V, I, 'Ч'],
  [K, I, 'З', I],
  [O, V, N, A],
  [E, V, N, A],
]
const ENDING = new RegExp(`[\\s‐‑‒–—―−-]*${SILENT}(?:${ENDINGS.map((letters) => letters.join(SILENT)).join('|')})${SILENT}\\s*$`, 'iu')

function word(original: string, keyed: Keyed): string {
  if (LOST.test(original)) return scrambled(original, keyed)
  const folded = foldName(original)
  if (!/\p{L}/u.test(folded)) return scrambled(original, keyed)
  return spelledLike(folded.length === 1 ? initialFor(folded, keyed) : inventedName(folded, keyed), original)
}

/** A surname or a given name as another one: the same for all spellings that `foldName` takes for one name. */
export function personName(text: string, keyed: Keyed): string {
  return text.normalize('NFC').replace(WORDS, (original) => word(original, keyed))
}

/** A patronymic as another one of the same form: -ұлы, -ович, -қызы, -овна and whether it has one (`foldPatronymic`). */
export function patronymic(text: string, keyed: Keyed): string {
  const whole = text.normalize('NFC')
  const last = /\S*\s*$/u.exec(whole)?.[0] ?? ''
  // Of a word in Latin letters alone no look-alike is folded.
  const ending = /\p{Script=Cyrillic}/u.test(last) ? (ENDING.exec(whole)?.[0] ?? '') : ''
  return personName(whole.slice(0, whole.length - ending.length), keyed) + ending
}

/** A name as lists write it: surname, name, patronymic. Two names with a hyphen between them are one part. */
export function fullName(text: string, keyed: Keyed): string {
  const [, surname = '', name = '', rest = ''] = /^(\s*\S+(?:\s*-\s*\S+)*)(\s+\S+(?:\s*-\s*\S+)*)?(.*)$/su.exec(text) ?? []
  return personName(surname, keyed) + personName(name, keyed) + patronymic(rest, keyed)
}
