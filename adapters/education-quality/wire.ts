import { z } from 'zod'
import { WireDay, WireName, WireNumber, WireText, WireWhole, wireObject } from '../../schemas/wire.ts'

/** `2024-2025`, or the year in which the school year begins. */
const SchoolYear = z.union([z.number().int(), WireText]).transform((given, context) => {
  if (given === null) return null
  const years = /^(\d{4})(?:[-–/](\d{4}))?$/.exec(String(given))
  const from = Number(years?.[1])
  const follows = years && (years[2] === undefined || Number(years[2]) === from + 1)
  if (!follows) context.addIssue({ code: 'custom', message: 'schoolYear' })
  return follows ? `${from}-${from + 1}` : z.NEVER
})

/** A period that is none of these cannot be read: no human could type what it stands for. */
const Period = WireText.transform((text, context) => {
  if (text === null) return null
  const period = z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'YEAR']).safeParse(text.toUpperCase())
  if (!period.success) context.addIssue({ code: 'custom', message: 'period' })
  return period.data ?? z.NEVER
})

/** One row of the page: only the fields that we read (contract page, C). */
export const QualityWire = z.object({
  organisationBin: WireText,
  academicYear: SchoolYear,
  period: Period,
  subject: wireObject(z.object({ code: WireText, kk: WireName, ru: WireName })),
  grade: WireWhole,
  class: WireText,
  studentsTotal: WireWhole,
  studentsAssessed: WireWhole,
  marks: wireObject(z.object({ m5: WireWhole, m4: WireWhole, m3: WireWhole, m2: WireWhole })),
  qualityPercent: WireNumber,
  performancePercent: WireNumber,
  vendor: WireText,
  calculatedAt: WireDay,
})
export type QualityWire = z.infer<typeof QualityWire>
