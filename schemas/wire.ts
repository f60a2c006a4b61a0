import { z } from 'zod'
import { binFault, iinFault } from './identifiers.ts'

/*
 * Vocabulary of the wires: how government systems write the same few things. Each schema accepts what is written and
 * yields the canonical value; a value of a wrong type fails (the record is rejected), an empty one becomes null.
 */

/** What the registers write where they have nothing: blank, a dash, «нет», `None`. */
const NOTHING = /^(?:[-–—]+|нет|жоқ|отсутствует|none|null)?$/iu
const LONGEST_NOTHING = 'отсутствует'.length

/** What `refuse` throws and `wireValue` turns into an issue of zod. */
class Refusal {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

/** Ends the reading of a value of a wrong type; `message` names what was expected, never the value. Only inside `wireValue`. */
export function refuse(message: string): never {
  throw new Refusal(message)
}

/**
 * A value of the wire read in one step. Schemas put together of several small ones cost many times as much, and every value of every
 * record passes here.
 */
export function wireValue<Value>(read: (given: unknown) => Value) {
  return z.transform((given: unknown, context): Value => {
    try {
      return read(given)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      context.addIssue({ code: 'custom', message: error.message })
      return z.NEVER
    }
  })
}

function isNothing(clean: string): boolean {
  return clean === '' || (clean.length <= LONGEST_NOTHING && NOTHING.test(clean))
}

/** Text, trimmed and in NFC; nothing and its many spellings become null (quirks Q12, Q18). */
export function wireText(given: unknown): string | null {
  if (given === null || given === undefined) return null
  if (typeof given !== 'string') return refuse('text')
  const clean = given.normalize('NFC').trim()
  return isNothing(clean) ? null : clean
}
export const WireText = wireValue(wireText)

/** `8.50312E+11`: a spreadsheet has cut the digits (quirk Q15). */
const CUT = /^\d[.,]\d+E\+\d+$/i

/**
 * An id, a code or a number of a document: text, or a number as text. One too long for a number, or written with an exponent by a
 * spreadsheet, has lost digits: a wrong type. A `.0` stays, for it may belong to the id.
 */
export const WireId = wireValue((given) => {
  if (typeof given !== 'number') {
    const id = wireText(given)
    return id !== null && CUT.test(id) ? refuse('id') : id
  }
  return Math.abs(given) <= Number.MAX_SAFE_INTEGER ? String(given) : refuse('id')
})

/** A name of a person or a thing. One that lost letters (`?`, U+FFFD) is not data: the record is refused (U41). */
export const WireName = wireValue((given) => {
  const name = wireText(given)
  return name !== null && /[?\uFFFD]/u.test(name) ? refuse('name.corrupted') : name
})

/**
 * A title or a topic. A question may stand in it, so a `?` at the end of a word is one; two of them, one with a letter directly after it
 * and U+FFFD are lost letters: the record is refused (U41).
 */
export const WireTitle = wireValue((given) => {
  const title = wireText(given)
  return title !== null && /\uFFFD|\?[?\p{L}]/u.test(title) ? refuse('name.corrupted') : title
})

/** The number of an organisation; one that is none gives null (what was sent stays in `raw`), for it would contradict the right one. */
export const WireBin = wireValue((given) => {
  const bin = wireText(given)
  return bin !== null && binFault(bin) === null ? bin : null
})

/** Formats of a calendar day, by the shape of the text: the parts are read, never turned into an instant (quirks Q19, Q20). */
const YEAR_FIRST = /^(\d{4}-\d{2}-\d{2})(?:(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?)$/
const DAY_FIRST = /^(\d{2})\.(\d{2})\.(\d{4})(?: \d{2}:\d{2}(?::\d{2})?)?$/
const Day = z.iso.date()

/** The day written in `text` as `yyyy-MM-dd`, or null where it is none of the known shapes or no day of the calendar. */
export function dayIn(text: string): string | null {
  const reversed = DAY_FIRST.exec(text)
  const day = reversed ? `${reversed[3]}-${reversed[2]}-${reversed[1]}` : YEAR_FIRST.exec(text)?.[1]
  return day !== undefined && Day.safeParse(day).success ? day : null
}

/** A calendar day; nothing is null, any other text that is no day is a wrong type. */
export const WireDay = wireValue((given) => {
  const text = wireText(given)
  return text === null ? null : (dayIn(text) ?? refuse('day'))
})

/** A number written as a number or as text, decimal comma allowed ("76,0"). */
function numberOf(given: unknown): number | null {
  if (typeof given === 'number') return Number.isFinite(given) ? given : refuse('number')
  const text = wireText(given)
  if (text === null) return null
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : refuse('number')
}
export const WireNumber = wireValue(numberOf)

/** A whole number; a fraction is a wrong type. */
export const WireWhole = wireValue((given) => {
  const number = numberOf(given)
  return number === null || Number.isSafeInteger(number) ? number : refuse('whole')
})

/** A truth value written as a boolean, `true`/`false` or `1`/`0`, the last two as text or as numbers. */
export const WireBoolean = wireValue((given) => {
  if (typeof given === 'boolean') return given
  const text = typeof given === 'number' ? String(given) : wireText(given)
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  return text === null ? null : refuse('boolean')
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

/** A number of digits without the `.0` that a spreadsheet puts to it (quirk Q15); any other text as it is. */
export function withoutDecimal(text: string): string {
  return text.replace(/^(\d+)[.,]0+$/, '$1')
}

/**
 * The person number that was sent, its `.0` left out and lost leading zeros put back where day and check digit then fit (quirks Q14, Q15);
 * null: none that is valid.
 */
export function paddedIin(sent: unknown): string | null {
  const padded = withoutDecimal(echoedIin(sent) ?? '').padStart(12, '0')
  return iinFault(padded) === null ? padded : null
}

/** What had to be done to read a person number, for the provenance of its facts; nothing where it is none that is valid. */
export function iinRepairs(sent: unknown): readonly string[] {
  if (paddedIin(sent) === null) return []
  const text = echoedIin(sent) ?? ''
  const whole = withoutDecimal(text)
  return [...(whole === text ? [] : ['iin.decimal']), ...(whole.length < 12 ? ['iin.leading-zero'] : [])]
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
export const WireLevel = wireValue((given) => {
  const text = typeof given === 'number' ? String(given) : wireText(given)
  if (text === null) return null
  if (/^\d/.test(text)) return /^[1-5]$/.test(text) ? Number(text) : null
  const folded = text.toLowerCase()
  return LEVEL_WORDS.find(([, word]) => word.test(folded))?.[0] ?? null
})
