import type { Keyed } from './keyed.ts'

/*
 * Invented names: alternating letters of the folded alphabet (schemas/names.ts), which no folding changes further, so that two spellings
 * of one name become two spellings of one invented name.
 */

const CYRILLIC = { vowels: 'АОУИЕ', others: 'ЭЮЯ', consonants: 'БВГДЖЗКЛМНПРСТФХЦЧШЩ', last: 'БВГДЖЗЛМНПРСТФХЦШЩ' } as const
const LATIN = { vowels: 'AOUIE', others: 'Y', consonants: 'BCDFGHJKLMNPQRSTVWXZ', last: 'BCDFGHJKLMNPQRSTVWXZ' } as const

/** Vowels of a name. For each first letter there are some 5·10^9 names, so that two of a country hardly ever meet. */
const VOWELS = 5
/** The first vowel is one that also has a Kazakh spelling and a Latin look-alike. */
const SPELLABLE = 3
/** Endings of patronymics begin with these, and a doubled letter is folded with them: a name that ends so goes on to. */
const MEETING = 'КУОЕ'

function lettersOf(folded: string): typeof CYRILLIC | typeof LATIN {
  return /\p{Script=Cyrillic}/u.test(folded) ? CYRILLIC : LATIN
}

/** The first letter of every name that begins with this folded one: an initial stays that of its name. */
export function initialFor(folded: string, keyed: Keyed): string {
  const { vowels, others, consonants } = lettersOf(folded)
  const kind = consonants.includes(folded) ? consonants : vowels + others
  const place = kind.indexOf(folded)
  return place < 0 ? (folded < 'А' ? 'Q' : 'Щ') : kind.charAt(keyed.shuffled(`initial ${kind}`, place, kind.length))
}

/** The invented name for a folded one, folded as well; it never ends like a patronymic. */
export function inventedName(folded: string, keyed: Keyed): string {
  const { vowels, consonants, last } = lettersOf(folded)
  const bytes = keyed.bytes('name', folded, 2 * VOWELS + 2)
  const at = (from: string, place: number) => from.charAt((bytes[place] ?? 0) % from.length)
  let name = initialFor(folded.charAt(0), keyed)
  if (!consonants.includes(name)) name += at(consonants, 0)
  for (let place = 0; place < VOWELS; place++) {
    if (place > 0) name += at(consonants, place)
    name += at(place === 0 ? vowels.slice(0, SPELLABLE) : vowels, VOWELS + place)
  }
  const end = folded.charAt(folded.length - 1)
  if (!MEETING.includes(end)) return name + at(last, 2 * VOWELS)
  return end === 'К' ? name + end : name + at(consonants, 2 * VOWELS) + end
}
