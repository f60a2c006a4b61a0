import type { Names } from './names.ts'

/* The same names as papers in Russian and passports write them. */

const TO_RUSSIAN: Readonly<Record<string, string>> = { Ә: 'А', Ғ: 'Г', Қ: 'К', Ң: 'Н', Ө: 'О', Ұ: 'У', Ү: 'У', Һ: 'Х', І: 'И' }
const FROM = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'
const INTO = 'A B V G D E YO ZH Z I I K L M N O P R S T U F KH TS CH SH SHCH - Y - E YU YA'.split(' ').map((part) => part.replace('-', ''))
const TO_LATIN: Readonly<Record<string, string>> = Object.fromEntries([...FROM].map((letter, place) => [letter, INTO[place] ?? '']))
const VOWELS = 'АЕЁИОУЫЭЮЯ'

/** A name with Russian letters alone. */
function russian(name: string): string {
  let written = ''
  for (const letter of name) written += TO_RUSSIAN[letter] ?? letter
  return written
}

/** A name as a passport writes it: Е is YE at the beginning, after a vowel and after a sign (ЕРЛАН → YERLAN). */
function latin(name: string): string {
  let written = ''
  let before = ''
  for (const letter of russian(name)) {
    const isSoft = letter === 'Е' && (before === '' || VOWELS.includes(before) || 'ЬЪ'.includes(before))
    written += isSoft ? 'YE' : (TO_LATIN[letter] ?? letter)
    before = letter
  }
  return written
}

function each(names: Names, write: (name: string) => string): Names {
  const { surname, name, patronymic } = names
  return { surname: write(surname), name: write(name), patronymic: patronymic && write(patronymic) }
}

/** Names in the two other writings: upper case, Russian letters alone, and Latin ones. */
export function spellings(names: Names): { readonly ru: Names; readonly latin: Names } {
  return { ru: each(names, russian), latin: each(names, latin) }
}
