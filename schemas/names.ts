/*
 * Folding of names, for comparison only (domain page, 8): the original is always kept and shown.
 */

const LATIN_TO_CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
}
const KAZAKH_TO_RUSSIAN: Readonly<Record<string, string>> = {
  Ё: 'Е',
  Ә: 'А',
  Ғ: 'Г',
  Қ: 'К',
  Ң: 'Н',
  Ө: 'О',
  Ұ: 'У',
  Ү: 'У',
  Һ: 'Х',
  І: 'И',
  Ы: 'И',
  Й: 'И',
}

/** One word folded: Latin look-alikes in a Cyrillic word, Kazakh and Russian spellings, doubles. */
function foldWord(word: string): string {
  const cyrillic = /\p{Script=Cyrillic}/u.test(word) ? word.replace(/[A-Z]/g, (letter) => LATIN_TO_CYRILLIC[letter] ?? letter) : word
  return cyrillic.replace(/[ЁӘҒҚҢӨҰҮҺІЫЙ]/gu, (letter) => KAZAKH_TO_RUSSIAN[letter] ?? letter).replace(/(.)\1+/gu, '$1')
}

/** A name folded for comparison: upper case without apostrophes and signs, NFC without loose marks, single blanks, one hyphen, letters folded. */
export function foldName(name: string): string {
  const letters = name
    .toUpperCase()
    .replace(/['’ʼ`´ЬЪ]/gu, '')
    .normalize('NFC')
    .replace(/\p{M}/gu, '')
  const spaced = letters
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s*-\s*/gu, '-')
    .replace(/\s+/gu, ' ')
  return spaced.trim().split(' ').map(foldWord).join(' ')
}

/** A patronymic folded, without the ending of its form (-ұлы, -ович, -евич; -қызы, -овна, -евна). */
export function foldPatronymic(patronymic: string): string {
  return foldName(patronymic).replace(/[ -]?(?:УЛИ|ОВИЧ|ЕВИЧ|КИЗИ|ОВНА|ЕВНА)$/u, '')
}
