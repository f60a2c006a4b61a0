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

/** The letters of one word folded: Latin look-alikes in a Cyrillic word, Kazakh and Russian spellings. */
function foldWord(word: string): string {
  const cyrillic = /\p{Script=Cyrillic}/u.test(word) ? word.replace(/[A-Z]/g, (letter) => LATIN_TO_CYRILLIC[letter] ?? letter) : word
  return cyrillic.replace(/[ЁӘҒҚҢӨҰҮҺІЫЙ]/gu, (letter) => KAZAKH_TO_RUSSIAN[letter] ?? letter)
}

function withoutDoubles(text: string): string {
  return text.replace(/(.)\1+/gu, '$1')
}

/** Upper case without apostrophes and signs, NFC without loose marks, single blanks, one hyphen, letters folded. */
function foldLetters(name: string): string {
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

/** A name folded for comparison: letters, blanks and signs folded, doubled letters as one. */
export function foldName(name: string): string {
  return withoutDoubles(foldLetters(name))
}

const KAZAKH = new Intl.Collator('kk', { numeric: true })

/** Order of names and of other words in lists: ә after а, і after ы (domain page, 8), 9А before 10А. Never the order of bytes. */
export function compareNames(one: string, other: string): number {
  return KAZAKH.compare(one, other)
}

/** A patronymic folded, without the ending of its form (-ұлы, -ович, -евич; -қызы, -овна, -евна). */
export function foldPatronymic(patronymic: string): string {
  // Before doubles are folded: in «Серікқызы» one қ belongs to the name and one to the ending.
  return withoutDoubles(foldLetters(patronymic).replace(/[ -]?(?:УЛИ|ОВИЧ|ЕВИЧ|КИЗИ|ОВНА|ЕВНА)$/u, ''))
}

/** Letters that a system has lost. */
const LOST = /[?\uFFFD]/u
/** A name of which only the first letter is written: «Т.», «Т.М.». */
const INITIAL = /^(\p{L})\.?(?:\p{L}\.?)?$/u

function nameKey(...parts: readonly string[]): string {
  return `name:${parts.join(' ')}`
}

/**
 * The keys under which a full name as lists write it (surname first) is found by `keysOfPerson`, for rows of which nobody can say for
 * certain whose they are. Of a name without a patronymic it may be anybody's of that name. None where it names nobody readably.
 */
export function keysOfFullName(fio: string): readonly string[] {
  if (LOST.test(fio)) return []
  const [surname = '', name = '', ...rest] = foldName(fio).split(' ')
  const patronymic = foldPatronymic(rest.join(' '))
  const initial = INITIAL.exec(name)?.[1]
  if (initial) return [nameKey(surname, `${initial}.`)]
  if (name === '') return []
  if (patronymic === '' || INITIAL.test(patronymic)) return [nameKey(surname, name)]
  return [nameKey(surname, name, patronymic), nameKey(surname, name, '*')]
}

/** The keys under which a person may stand in such a list; one of whom no patronymic is known may have any. None without surname and name. */
export function keysOfPerson(
  names: { readonly surname: string | null; readonly name: string | null; readonly patronymic: string | null } | null,
): readonly string[] {
  if (!names?.surname || !names.name) return []
  const [surname, name] = [foldName(names.surname), foldName(names.name)]
  const last = names.patronymic ? foldPatronymic(names.patronymic) : '*'
  return [nameKey(surname, name), nameKey(surname, `${name.charAt(0)}.`), nameKey(surname, name, last)]
}
