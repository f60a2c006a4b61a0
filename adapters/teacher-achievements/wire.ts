import { z } from 'zod'
import { WireBoolean, WireDay, WireId, WireLevel, WireName, WireText, WireWhole, wireObject } from '../../schemas/wire.ts'

/** One award of the list with its entry of the dictionary under `award`: only the fields that we read (contract page, C). */
export const AwardWire = z.object({
  id: WireId,
  awardId: WireId,
  award: wireObject(z.object({ nameKz: WireName, nameRu: WireName, listed: WireBoolean })),
  kind: WireText,
  level: WireLevel,
  result: WireText,
  date: WireDay,
  orderNumber: WireId,
  statusCode: WireWhole,
})
export type AwardWire = z.infer<typeof AwardWire>
