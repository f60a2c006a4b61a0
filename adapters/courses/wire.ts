import { z } from 'zod'
import { refuse, WireBoolean, WireDay, WireId, WireName, WireText, WireTitle, wireText, wireValue } from '../../schemas/wire.ts'

/** Hours with or without their unit; the plain words of both languages. */
const HOURS = /^(\d+(?:[.,]\d+)?)\s*(?:(?:ч|час|часа|часов|сағ|сағат)\.?)?$/iu

/** Hours as a number or as text («72 ч.», «72 сағ.»). Any other text, as «80/16», is not decided here: null, and it stays in `raw`. */
const Hours = wireValue((given) => {
  if (typeof given === 'number') return Number.isFinite(given) && given >= 0 ? given : refuse('hours')
  const hours = HOURS.exec(wireText(given) ?? '')?.[1]
  return hours === undefined ? null : Number(hours.replace(',', '.'))
})

/** One certificate of the page: only the fields that we read (contract page, C). */
export const CourseWire = z.object({
  certificateNo: WireId,
  courseCode: WireId,
  titleKk: WireTitle,
  titleRu: WireTitle,
  provider: WireName,
  hours: Hours,
  startDate: WireDay,
  finishDate: WireDay,
  issuedAt: WireDay,
  programmeAgreed: WireBoolean,
  inProfile: WireBoolean,
  status: WireText,
})
export type CourseWire = z.infer<typeof CourseWire>
