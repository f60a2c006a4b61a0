/*
 * Repairs of text that lose nothing and can be proved: each is noted in `provenance.repairs`, the value as sent stays in `raw`.
 */

/** C0 and C1 control characters but tab and line breaks (quirk Q44). */
const CONTROL = /[^\P{Cc}\t\n\r]/gu
/** Half of a pair: no letter, and strict readers of JSON and the database refuse it (fault U42). */
const LONE = /\p{Cs}/gu
/** UTF-8 read as Latin-1 or windows-1252 starts Cyrillic letters with these (quirk Q05). */
const MOJIBAKE = /[ÐÑÒÓ][^A-Za-z0-9\s]/
/** What windows-1252 shows for the bytes 0x80–0x9F, in order; a dot where it has no letter. */
const CP1252 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'
/** What windows-1251 shows for the Kazakh letters of the KZ-1048 code page (quirk Q06b), and those letters in the same order. */
const SHOWN = 'ЌЈЄЅҐЎЇЋќјєѕґўїћ'
const MEANT = 'ҚӘҒҢӨҰҮҺқәғңөұүһ'
/** A word in which they stand beside letters that Kazakh has; no such word of another language is in a Kazakh register. */
const KZ1048_WORD = /[ЌЈЄЅҐЎЇЋќјєѕґўїћА-Яа-яІіЁё]*[ЌЈЄЅҐЎЇЋќјєѕґўїћ][ЌЈЄЅҐЎЇЋќјєѕґўїћА-Яа-яІіЁё]*/gu
const RUSSIAN = /[А-Яа-яЁё]/u
/** Letters that KZ-1048 read as windows-1251 cannot show: a text that has one of them was read as it was meant. */
const KAZAKH = new RegExp(`[${MEANT}]`, 'u')

/** The text with the letters meant. */
function withoutKz1048(text: string): string {
  if (KAZAKH.test(text)) return text
  return text.replace(KZ1048_WORD, (word) =>
    RUSSIAN.test(word) ? word.replace(/[ЌЈЄЅҐЎЇЋќјєѕґўїћ]/gu, (letter) => MEANT.charAt(SHOWN.indexOf(letter))) : word,
  )
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The byte that a letter stands for in Latin-1 or windows-1252; -1: it is in neither. */
function byteOf(letter: string): number {
  const code = letter.charCodeAt(0)
  if (code < 0x100) return code
  const place = CP1252.indexOf(letter)
  return place < 0 ? -1 : 0x80 + place
}

/** The text meant, where the round trip through bytes gives valid UTF-8: what begins as above are Cyrillic letters. Else null. */
function withoutMojibake(text: string): string | null {
  if (!MOJIBAKE.test(text)) return null
  const bytes = Array.from(text, byteOf)
  if (bytes.includes(-1)) return null
  try {
    return utf8.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

function repairText(text: string, noted: Set<string>): string {
  const decoded = withoutMojibake(text)
  if (decoded !== null) noted.add('text.mojibake')
  const spelt = decoded ?? text
  const readable = withoutKz1048(spelt)
  if (readable !== spelt) noted.add('text.kz1048')
  const clean = readable.replace(CONTROL, '')
  if (clean !== readable) noted.add('text.control-characters')
  const paired = clean.replace(LONE, '')
  if (paired !== clean) noted.add('text.lone-surrogates')
  return paired
}

function repairValue(value: unknown, noted: Set<string>): unknown {
  if (typeof value === 'string') return repairText(value, noted)
  if (Array.isArray(value)) return value.map((item) => repairValue(item, noted))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, repairValue(item, noted)]))
}

/** What either repair would look at, in one pass. */
const SUSPECT = /[ÐÑÒÓЌЈЄЅҐЎЇЋќјєѕґўїћ]|[^\P{Cc}\t\n\r]|\p{Cs}/u

/** Whether any text of a record may need a repair; most records need none and are not copied. */
function needsRepair(value: unknown): boolean {
  if (typeof value === 'string') return SUSPECT.test(value)
  if (value === null || typeof value !== 'object') return false
  for (const key in value) if (needsRepair(value[key as keyof typeof value])) return true
  return false
}

/** A record with its texts repaired, and the names of the repairs made. */
export function repaired(value: unknown): { readonly value: unknown; readonly repairs: readonly string[] } {
  if (!needsRepair(value)) return { value, repairs: [] }
  const noted = new Set<string>()
  return { value: repairValue(value, noted), repairs: [...noted] }
}
