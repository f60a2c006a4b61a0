import { z } from 'zod'
import { refuse, WireBin, WireDay, WireLevel, WireName, WireText, WireTitle, wireText, wireValue } from '../../schemas/wire.ts'

/** How many cells a row has that has not as many as the header: such a row is refused, for its cells are shifted somewhere. */
const WireCells = wireValue((given) => (wireText(given) === null ? null : refuse('cells')))

/** One row of a region's file by its columns: only those that we read (contract page, C). The person number is no part of it. */
export const GeneralisationWire = z.object({
  cells: WireCells,
  FIO: WireName,
  BIN: WireBin,
  TOPIC_KK: WireTitle,
  TOPIC_RU: WireTitle,
  LEVEL: WireLevel,
  COUNCIL: WireName,
  PROTOCOL_NO: WireText,
  PROTOCOL_DATE: WireDay,
  REG_NO: WireText,
})
export type GeneralisationWire = z.infer<typeof GeneralisationWire>
