import { z } from 'zod'
import { Category } from '../../schemas/category.ts'
import { listOf, WireDay, WireName, WireText, WireWhole } from '../../schemas/wire.ts'
import { categoryNamed } from './categories.ts'

/** A dictionary value, or its text: a category by its code or by its name. Anything else is a wrong type. */
const WireCategory = z
  .union([z.object({ code: WireText, kkValue: WireText, ruValue: WireText }), WireText])
  .nullish()
  .transform((given, context) => {
    if (given === null || given === undefined) return null
    const texts = typeof given === 'string' ? [given] : [given.code, given.kkValue, given.ruValue]
    if (texts.every((text) => text === null)) return null
    const category = texts.map((text) => Category.safeParse(text).data ?? categoryNamed(text)).find(Boolean)
    if (!category) context.addIssue({ code: 'custom', message: 'category' })
    return category ?? z.NEVER
  })

/** A value that may be text or a dictionary item: its code. */
const WireCode = z
  .union([z.object({ code: WireText }).transform(({ code }) => code), WireText])
  .nullish()
  .transform((code) => code ?? null)

const File = z.object({ name: z.string(), base64Data: z.object({ sha256: z.string(), size: z.number().int() }) })

/** The application as its messages state it together: head fields, and the form's values by code (contract page, B). */
export const ApplicationWire = z.object({
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
  declared_category: WireCategory,
  current_category: WireCategory,
  current_category_valid_until: WireDay,
  current_category_order_no: WireText,
  current_category_order_date: WireDay,
  post: WireCode,
  organisation_bin: WireText,
  submitted_at: WireDay,
  essay_language: WireCode,
  essay_words: WireWhole.nullish(),
  documents: z.preprocess(listOf, z.array(File)),
})
export type ApplicationWire = z.infer<typeof ApplicationWire>
