import { z } from 'zod'

/*
 * Vocabulary of the wires: how government systems write the same few things. Each schema accepts what is written and
 * yields the canonical value; a value of a wrong type fails (the record is rejected), an empty one becomes null.
 */

/** What the registers write where they have nothing: blank, a dash, «нет», `None`. */
const NOTHING = /^(?:[-–—]+|нет|жоқ|отсутствует|none|null)?$/iu

/** Text, trimmed and in NFC; nothing and its many spellings become null (quirks Q12, Q18). */
export const WireText = z
  .string()
  .nullish()
  .transform((text) => {
    const clean = text?.normalize('NFC').trim() ?? ''
    return NOTHING.test(clean) ? null : clean
  })

/** A name of a person or an organisation. One that lost letters (`?`, U+FFFD) is not data: the record is refused (U41). */
export const WireName = WireText.refine((name) => name === null || !/[?\uFFFD]/u.test(name), { message: 'name.corrupted' })

/** Formats of a calendar day, by the shape of the text: the parts are read, never turned into an instant (quirks Q19, Q20). */
const DAY_SHAPES = [
  /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:Z|[+-]\d{2}:\d{2})?$/,
  /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/,
  /^(?<d>\d{2})\.(?<m>\d{2})\.(?<y>\d{4})(?: \d{2}:\d{2}(?::\d{2})?)?$/,
]

/** The day written in `text` as `yyyy-MM-dd`, or null where it is none of the known shapes or no day of the calendar. */
export function dayIn(text: string): string | null {
  for (const shape of DAY_SHAPES) {
    const parts = shape.exec(text)?.groups
    if (parts) {
      const day = `${parts.y}-${parts.m}-${parts.d}`
      return z.iso.date().safeParse(day).success ? day : null
    }
  }
  return null
}

/** A calendar day; nothing is null, any other text that is no day is a wrong type. */
export const WireDay = WireText.transform((text, context) => {
  if (text === null) return null
  const day = dayIn(text)
  if (day === null) context.addIssue({ code: 'custom', message: 'day' })
  return day ?? z.NEVER
})

/** A number written as a number or as text, decimal comma allowed ("76,0"). */
export const WireNumber = z.union([z.number(), WireText]).transform((given, context) => {
  if (given === null || typeof given === 'number') return given
  const number = /^[+-]?\d+(?:[.,]\d+)?$/.test(given) ? Number(given.replace(',', '.')) : Number.NaN
  if (Number.isNaN(number)) context.addIssue({ code: 'custom', message: 'number' })
  return Number.isNaN(number) ? z.NEVER : number
})

/** A whole number; a fraction is a wrong type. */
export const WireWhole = WireNumber.refine((number) => number === null || Number.isSafeInteger(number), { message: 'whole' })

/** A truth value written as a boolean, `true`/`false` or `1`/`0`. */
export const WireBoolean = z.union([z.boolean(), WireText]).transform((given, context) => {
  if (given === null || typeof given === 'boolean') return given
  if (given === 'true' || given === '1') return true
  if (given === 'false' || given === '0') return false
  context.addIssue({ code: 'custom', message: 'boolean' })
  return z.NEVER
})

/** An object, or nothing: nil, an empty element and the many spellings of nothing become null; other text is a wrong type. */
export function wireObject<Content extends z.ZodType>(content: Content) {
  return z.preprocess((sent) => (typeof sent === 'string' && NOTHING.test(sent.trim()) ? null : (sent ?? null)), content.nullable())
}

/** A dictionary value of the bus: code with names; `changeDate` is not read. Nothing becomes null. */
export const WireDictionary = wireObject(z.object({ code: WireText, nameRu: WireText, nameKz: WireText }))

/** The person number that a record echoes, as it was sent: text, or a number that lost its zeros (quirk Q14); null: none. */
export function echoedIin(sent: unknown): string | null {
  const text = String(sent ?? '').trim()
  return NOTHING.test(text) ? null : text
}

/** One or many: XML gives a lone element as an object, an absent list as nothing (quirks Q11, Q13). */
export function listOf(given: unknown): unknown[] {
  if (given === undefined || given === null || (typeof given === 'string' && NOTHING.test(given.trim()))) return []
  return Array.isArray(given) ? given : [given]
}

/** The beginnings that tell a level written as text (contract page, C): 1 organisation … 5 international. */
const LEVEL_WORDS: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:мектеп|школ|организац|ұйым)/u],
  [2, /^(?:аудан|район|қала|город)/u],
  [3, /^(?:облыс|област|регион)/u],
  [4, /^республик/u],
  [5, /^(?:халықар|междунар)/u],
]

/** A level of an achievement 1–5; a text that none of the words begins gives null (the text stays in `raw`). */
export const WireLevel = z.union([z.number(), WireText]).transform((given) => {
  const level = typeof given === 'number' ? given : /^[1-5]$/.test(given ?? '') ? Number(given) : null
  if (level !== null) return Number.isInteger(level) && level >= 1 && level <= 5 ? level : null
  const folded = String(given ?? '').toLowerCase()
  return LEVEL_WORDS.find(([, word]) => word.test(folded))?.[0] ?? null
})
