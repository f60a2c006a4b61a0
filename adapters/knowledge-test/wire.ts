import { z } from 'zod'
import { listOf, WireBoolean, WireDay, WireId, WireNumber, WireText, wireObject, wireText, wireValue } from '../../schemas/wire.ts'

/** `regular`, `early`, `appeal`, whatever their case; another word stays what it is. */
const Kind = wireValue((given) => wireText(given)?.toLowerCase() ?? null)

/** One part of a test; a part that was not asked is null on the wire and is left out. */
const Module = wireObject(z.object({ code: WireId, maxScore: WireNumber, score: WireNumber }))

/** One attempt of the answer: only the fields that we read (contract page, C). `percent` and `validUntil` are read where they are sent. */
export const AttemptWire = z.object({
  testDate: WireDay,
  attemptKind: Kind,
  positionCode: WireId,
  subjectCode: WireId,
  language: WireText,
  modules: z.preprocess(listOf, z.array(Module)),
  score: WireNumber,
  maxScore: WireNumber,
  percent: WireNumber,
  certificateNo: WireId,
  annulled: WireBoolean,
  validUntil: WireDay,
})
export type AttemptWire = z.infer<typeof AttemptWire>
