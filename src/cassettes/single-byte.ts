/* The single-byte encoding in which registers still export. Kazakh letters of KZ-1048 stand in it as other letters (quirk Q06b). */

const decoder = new TextDecoder('windows-1251')
/** All 256 bytes as letters: each byte is another letter, so that decoding loses nothing. */
const LETTERS = decoder.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
const BYTES = new Map(Array.from(LETTERS, (letter, byte) => [letter, byte]))
const QUESTION_MARK = 0x3f

/** Bytes of windows-1251 as text. */
export function decode1251(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** Text as bytes of windows-1251; a letter that it has not becomes a question mark, as in any export. */
export function encode1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => BYTES.get(letter) ?? QUESTION_MARK)
}
