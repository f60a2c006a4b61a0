import { z } from 'zod'
import { WireBin, WireBoolean, WireDay, WireName, WireNumber, WireText } from '../../schemas/wire.ts'

/** One `contract` of the answer: only the fields that we read (contract page, A). */
export const ContractWire = z.object({
  contractId: WireText,
  employerBin: WireBin,
  employerNameRu: WireName,
  employerNameKz: WireName,
  contractDate: WireDay,
  beginDate: WireDay,
  endDate: WireDay,
  terminationDate: WireDay,
  terminationReason: WireText,
  positionCode: WireText,
  positionName: WireName,
  establishedPost: WireName,
  partTime: WireBoolean,
  rate: WireNumber,
  workPlaceKato: WireText,
})
export type ContractWire = z.infer<typeof ContractWire>
