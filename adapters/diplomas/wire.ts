import { z } from 'zod'
import { WireBoolean, WireDay, WireDictionary, WireName, WireText, WireWhole } from '../../schemas/wire.ts'

const Blank = z.literal('').transform(() => null)
const Holder = z.object({ iin: WireText, surname: WireName, name: WireName, patronymic: WireName, birthDate: WireDay })

/** One `diploma` of the answer: only the fields that we read (contract page, A). */
export const DiplomaWire = z.object({
  series: WireText,
  number: WireText,
  registrationNumber: WireText,
  issueDate: WireDay,
  graduationYear: WireWhole,
  level: WireDictionary,
  institution: z.union([z.object({ bin: WireText, nameRu: WireName, nameKz: WireName }), Blank]).nullish(),
  specialityCode: WireText,
  specialityRu: WireText,
  specialityKz: WireText,
  qualificationRu: WireText,
  qualificationKz: WireText,
  honour: WireBoolean,
  foreign: WireBoolean,
  recognitionNumber: WireText,
  recognitionDate: WireDay,
  duplicate: WireBoolean,
  duplicateOf: z.union([z.object({ series: WireText, number: WireText }), Blank]).nullish(),
  holder: z.union([Holder, Blank]).nullish(),
  status: WireDictionary,
})
export type DiplomaWire = z.infer<typeof DiplomaWire>
