import type { Names } from './names.ts'

/* The same names as papers in Russian and passports write them. */

const TO_RUSSIAN: Readonly<Record<string, string>> = { Ә: 'А', Ғ: 'Г', Қ: 'К', Ң: 'Н', Ө: 'О', Ұ: 'У', Ү: 'У', Һ: 'Х', І: 'И' }
const FROM = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'
const INTO = 'A B V G D E YO ZH Z I I K L M N O P R S T U F KH TS CH SH SHCH - Y - E YU YA'.split(' ').map((part) => part.replace('-', ''))
const TO_LATIN: Readonly<Record<string, string>> = Object.fromEntries([...FROM].map((letter, place) => [letter, INTO[place] ?? '']))
const BEFORE_YE = 'АЕЁИОУЫЭЮЯЬЪ'

/** A name with Russian letters alone. */
function russian(name: string): string {
  return Array.from(name, (letter) => TO_RUSSIAN[letter] ?? letter).join('')
}

/** A name as a passport writes it: Е is YE at the beginning, after a vowel and after a sign (ЕРЛАН → YERLAN). */
function latin(name: string): string {
  const letters = [...russian(name)]
  const isSoft = (place: number) => letters[place] === 'Е' && BEFORE_YE.includes(letters[place - 1] ?? 'А')
  return letters.map((letter, place) => (isSoft(place) ? 'YE' : (TO_LATIN[letter] ?? letter))).join('')
}

/** What was written before. It never grows beyond the lists from which names are drawn. */
const known = new Map<string, readonly [ru: string, latin: string]>()

function written(name: string): readonly [ru: string, latin: string] {
  const found = known.get(name) ?? ([russian(name), latin(name)] as const)
  known.set(name, found)
  return found
}

/** Names in the two other writings: upper case, Russian letters alone, and Latin ones. */
export function spellings({ surname, name, patronymic }: Names): { readonly ru: Names; readonly latin: Names } {
  const [own, given, fathers] = [written(surname), written(name), patronymic === null ? null : written(patronymic)]
  return {
    ru: { surname: own[0], name: given[0], patronymic: fathers ? fathers[0] : null },
    latin: { surname: own[1], name: given[1], patronymic: fathers ? fathers[1] : null },
  }
}
