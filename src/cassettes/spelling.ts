/* How a name is written: what of it folding takes for no difference, carried over to another name. */

const KAZAKH: Readonly<Record<string, string>> = { Ә: 'А', Ғ: 'Г', Қ: 'К', Ң: 'Н', Ө: 'О', Ұ: 'У', Ү: 'У', Һ: 'Х', І: 'И' }
const LATIN: Readonly<Record<string, string>> = {
  ...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К' },
  ...{ M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У' },
}
/** What a letter becomes where none of those that the original has can stand. */
const INSTEAD: Readonly<Record<string, string>> = { А: 'Ә', О: 'Ө', У: 'Ү' }
const LOOK_ALIKE: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(LATIN).map(([latin, plain]) => [plain, latin]))

/** The letters that an original has of a table, each under the plain one that it stands for. */
function found(original: string, table: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Array.from(original).flatMap((letter) => (table[letter] === undefined ? [] : [[table[letter], letter] as const])))
}

/** The name with letters of a table where the original has them; at least one, if it is one of `instead`. */
function respelt(name: string, letters: ReadonlyMap<string, string>, instead: Readonly<Record<string, string>>): string {
  if (letters.size === 0) return name
  const spelt = Array.from(name, (letter) => letters.get(letter) ?? letter).join('')
  if (spelt !== name) return spelt
  const place = Array.from(name).findIndex((letter) => instead[letter] !== undefined)
  return place < 0 ? name : name.slice(0, place) + instead[name.charAt(place)] + name.slice(place + 1)
}

/** A folded name written like an original: its case, Kazakh letters there or lost, Latin look-alikes. */
export function spelledLike(name: string, original: string): string {
  const upper = original.toUpperCase()
  const kazakh = found(upper, KAZAKH)
  // І alone is in windows-1251, the others are not: none of them may come in.
  const onlyI = kazakh.size === 1 && kazakh.has('И')
  const isMixed = /\p{Script=Cyrillic}/u.test(upper)
  const inKazakh = respelt(name, kazakh, onlyI ? {} : INSTEAD)
  const spelt = isMixed ? respelt(inKazakh, found(upper, LATIN), LOOK_ALIKE) : inKazakh
  if (original === upper && (original.length > 1 || name.length === 1)) return spelt
  const isTitle = original.charAt(0) === upper.charAt(0)
  return isTitle ? spelt.charAt(0) + spelt.slice(1).toLowerCase() : spelt.toLowerCase()
}
