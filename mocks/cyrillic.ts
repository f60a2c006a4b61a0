/* The single-byte encodings of Kazakhstan, as exports write them. */

/** Kazakh letters that windows-1251 has not, the Russian ones that careful systems write in their place, and what KZ-1048 puts on their bytes. */
const KAZAKH = 'ӘҒҚҢӨҰҮҺәғқңөұүһ'
const RUSSIAN = 'АГКНОУУХагкноуух'
const SHOWN = 'ЈЄЌЅҐЎЇЋјєќѕґўїћ'

const decoder = new TextDecoder('windows-1251')
const BYTES = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))

function encoded(text: string, instead: (place: number) => string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => BYTES.get(letter) ?? BYTES.get(instead(KAZAKH.indexOf(letter))) ?? 0x3f)
}

/** windows-1251 has І/і and no other Kazakh letter: Russian ones stand in their place, as in an export that loses no letter. */
export function windows1251(text: string): Uint8Array<ArrayBuffer> {
  return encoded(text, (place) => RUSSIAN[place] ?? '')
}

/** windows-1251 in which each Kazakh letter became a question mark. */
export function lossy1251(text: string): Uint8Array<ArrayBuffer> {
  return encoded(text, () => '')
}

/** The Kazakh code page KZ-1048: whoever takes it for windows-1251 sees Serbian and Ukrainian letters. */
export function kz1048(text: string): Uint8Array<ArrayBuffer> {
  return encoded(text, (place) => SHOWN[place] ?? '')
}
