/*
 * The shape of a text: which letters stand for which others. Latin and Cyrillic letters that look alike are one symbol in two spellings,
 * so that a number written in either stays one number (schemas/names.ts, diplomas/normalise.ts).
 */

/** An alphabet of symbols; a symbol may have a second spelling. */
interface Alphabet {
  readonly letters: string
  readonly twins: string
}

const ALPHABETS: readonly Alphabet[] = [
  { letters: '0123456789', twins: '' },
  { letters: 'ABCEHIKMOPTXY', twins: 'АВСЕНІКМОРТХУ' },
  { letters: 'DFGJLNQRSUVWZ', twins: '' },
  { letters: 'БГДЁЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ', twins: '' },
  { letters: 'ӘҒҚҢӨҰҮҺ', twins: '' },
  // What KZ-1048 read as windows-1251 shows for Kazakh letters, and what UTF-8 read as Latin-1 shows, stay of their kind.
  { letters: 'ЌЈЄЅҐЎЇЋ', twins: '' },
]

/** One letter or digit of a text. */
export interface WireSymbol {
  readonly alphabet: Alphabet
  /** Its place in the alphabet. */
  readonly place: number
  readonly isTwin: boolean
  readonly isLower: boolean
}

const KNOWN = new Map<string, WireSymbol>()
for (const alphabet of ALPHABETS) {
  for (const [isTwin, letters] of [[false, alphabet.letters] as const, [true, alphabet.twins] as const]) {
    for (const [place, letter] of Array.from(letters).entries()) {
      KNOWN.set(letter.toLowerCase(), { alphabet, place, isTwin, isLower: true })
      KNOWN.set(letter, { alphabet, place, isTwin, isLower: false })
    }
  }
}
const [DIGITS, , OTHER] = ALPHABETS as [Alphabet, Alphabet, Alphabet]

/** The symbol that a letter or a digit is; null: a sign, which is kept. Letters of other scripts become Latin ones. */
export function symbolOf(letter: string): WireSymbol | null {
  const known = KNOWN.get(letter)
  if (known) return known
  if (/\p{Nd}/u.test(letter)) return { alphabet: DIGITS, place: 0, isTwin: false, isLower: false }
  return /\p{L}/u.test(letter) ? { alphabet: OTHER, place: letter.codePointAt(0) ?? 0, isTwin: false, isLower: true } : null
}

/** How many symbols may stand in its place: the first digit of a number is never 0. */
export function radixOf({ alphabet }: WireSymbol, isFirstDigit: boolean): number {
  return alphabet.letters.length - (alphabet === DIGITS && isFirstDigit ? 1 : 0)
}

/** Whether a symbol is a digit. */
export function isDigit({ alphabet }: WireSymbol): boolean {
  return alphabet === DIGITS
}

/** A symbol written in the spelling and case of another, from its own alphabet. */
export function spelt({ alphabet, isTwin, isLower }: WireSymbol, place: number): string {
  const letter = (isTwin ? alphabet.twins : alphabet.letters).charAt(place % alphabet.letters.length)
  return isLower ? letter.toLowerCase() : letter
}
