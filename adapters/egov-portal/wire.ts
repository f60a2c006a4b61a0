import { z } from 'zod'
import type { Category } from '../../schemas/category.ts'
import { listOf, WireDay, WireName, WireText, WireWhole, wireObject } from '../../schemas/wire.ts'
import { categoryOf } from './categories.ts'

/** A category as the form has it: the code or the name; `code` null: a text that is neither. */
type FormCategory = { readonly code: Category | null } | Category | null

const Item = z.object({ code: WireText, kkValue: WireText, ruValue: WireText })

const WireCategory = z.union([WireText, wireObject(Item)]).transform((given): FormCategory => {
  if (given === null) return null
  if (typeof given === 'string') return categoryOf(given) ?? { code: null }
  const texts = [given.code, given.kkValue, given.ruValue]
  return texts.every((text) => text === null) ? null : { code: texts.map(categoryOf).find((code) => code !== null) ?? null }
})

/** A value that may be text or a dictionary item: its code. */
const WireCode = z
  .union([WireText, wireObject(Item)])
  .transform((given) => (typeof given === 'object' && given ? { code: given.code } : given))

const File = z.object({ name: WireText, base64Data: z.object({ sha256: z.string(), size: z.number().int() }) })

/** What stands in the head of the form (contract page, B): only the fields that we read. */
const Head = z.object({
  externalRequestId: WireText,
  requesterLastName: WireName,
  requesterFirstName: WireName,
  requesterMiddleName: WireName,
  requesterBirthDate: WireDay,
  processingStatus: WireText,
  resolutionType: WireText,
  resolutionDate: WireDay,
  negativeResolutionReasonTextKk: WireText,
  negativeResolutionReasonTextRu: WireText,
  negativeResolutionMissingDocumentsListKk: WireText,
  negativeResolutionMissingDocumentsListRu: WireText,
})

/** The form's values by their codes (contract page, B). */
const Form = z.object({
  declared_category: WireCategory,
  current_category: WireCategory,
  current_category_valid_until: WireDay,
  current_category_order_no: WireText,
  current_category_order_date: WireDay,
  post: WireCode,
  organisation_bin: WireText,
  submitted_at: WireDay,
  essay_language: WireCode,
  essay_words: WireWhole,
  documents: z.preprocess(listOf, z.array(File)),
})

export const HEAD_KEYS: readonly string[] = Object.keys(Head.shape)
export const FORM_CODES: ReadonlySet<string> = new Set(Object.keys(Form.shape))

/** The application as its messages state it together: keys of the head and codes of the form side by side. */
export const ApplicationWire = z.object({ ...Head.shape, ...Form.shape })
export type ApplicationWire = z.infer<typeof ApplicationWire>

/** The code of a value of the form; null where there is none that we know. */
export function codeOf<Code extends string>(value: { readonly code: Code | null } | Code | null): Code | null {
  return typeof value === 'string' || value === null ? value : value.code
}
