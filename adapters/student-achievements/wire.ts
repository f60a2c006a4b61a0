import { z } from 'zod'
import { listOf, WireBoolean, WireDay, WireLevel, WireText } from '../../schemas/wire.ts'

export const Mentor = z.object({ iin: WireText, fio: WireText })

/** One achievement of the school's list: only the fields that we read (contract page, C). */
export const AchievementWire = z.object({
  id: z.union([z.number().transform(String), WireText]),
  participantRef: WireText,
  eventCode: WireText,
  eventNameKk: WireText,
  eventNameRu: WireText,
  eventListed: WireBoolean.nullish(),
  level: WireLevel.nullish(),
  cityLevel: WireBoolean.nullish(),
  result: WireText,
  date: WireDay,
  mentors: z.preprocess(listOf, z.array(Mentor)),
  documentNo: WireText,
  certificateUrl: WireText,
  updatedAt: WireText,
})
export type AchievementWire = z.infer<typeof AchievementWire>
