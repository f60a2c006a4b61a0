import { z } from 'zod'
import { WireBin, WireBoolean, WireDay, WireDictionary, WireName, WireText, WireWhole, wireObject } from '../../schemas/wire.ts'

/** One `diploma` of the answer: only the fields that we read (contract page, A). */
export const DiplomaWire = z.object({
  series: WireText,
  number: WireText,
  registrationNumber: WireText,
  issueDate: WireDay,
  graduationYear: WireWhole,
  level: WireDictionary,
  institution: wireObject(z.object({ bin: WireBin, nameRu: WireName, nameKz: WireName })),
  specialityCode: WireText,
  specialityRu: WireName,
  specialityKz: WireName,
  qualificationRu: WireName,
  qualificationKz: WireName,
  honour: WireBoolean,
  foreign: WireBoolean,
  recognitionNumber: WireText,
  recognitionDate: WireDay,
  duplicate: WireBoolean,
  duplicateOf: wireObject(z.object({ series: WireText, number: WireText })),
  holder: wireObject(z.object({ surname: WireName, name: WireName, patronymic: WireName, birthDate: WireDay })),
  status: WireDictionary,
})
export type DiplomaWire = z.infer<typeof DiplomaWire>
