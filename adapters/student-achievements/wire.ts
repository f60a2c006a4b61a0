import { z } from 'zod'
import { listOf, WireBoolean, WireDay, WireLevel, WireName, WireText } from '../../schemas/wire.ts'
import { Mentor } from './mentors.ts'

/** One achievement of the school's list: only the fields that we read (contract page, C). Of a mentor nothing is kept but the key. */
export const AchievementWire = z.object({
  id: z.union([z.number().transform(String), WireText]),
  participantRef: WireText,
  eventCode: WireText,
  eventNameKk: WireName,
  eventNameRu: WireName,
  eventListed: WireBoolean,
  level: WireLevel,
  cityLevel: WireBoolean,
  result: WireText,
  date: WireDay,
  mentors: z.preprocess(listOf, z.array(Mentor)),
  documentNo: WireText,
  certificateUrl: WireText,
  updatedAt: WireDay,
})
export type AchievementWire = z.infer<typeof AchievementWire>
