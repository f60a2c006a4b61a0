import { z } from 'zod'
import { WireBoolean, WireDay, WireLevel, WireName, WireText, WireWhole, wireObject } from '../../schemas/wire.ts'

/** An id written as text or as a number. */
const Id = z.union([z.number().transform(String), WireText])

/** One award of the list with its entry of the dictionary under `award`: only the fields that we read (contract page, C). */
export const AwardWire = z.object({
  id: Id,
  awardId: Id,
  award: wireObject(z.object({ nameKz: WireName, nameRu: WireName, listed: WireBoolean })),
  kind: WireText,
  level: WireLevel,
  result: WireText,
  date: WireDay,
  orderNumber: WireText,
  statusCode: WireWhole,
})
export type AwardWire = z.infer<typeof AwardWire>
