import { z } from 'zod'
import { WireDay, WireName, WireText, WireWhole } from '../../schemas/wire.ts'

/** One row of a year's list: only the fields that we read (contract page, C), and the year of the list. The person number is no part of it. */
export const ReserveWire = z.object({
  status: WireText,
  year: WireWhole,
  fio: WireName,
  region: WireName,
  orderNo: z.union([z.number().transform(String), WireText]),
  appointedAt: WireDay,
})
export type ReserveWire = z.infer<typeof ReserveWire>
