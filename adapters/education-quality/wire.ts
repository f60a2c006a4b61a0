import { z } from 'zod'
import { refuse, WireDay, WireName, WireNumber, WireText, WireWhole, wireObject, wireText, wireValue } from '../../schemas/wire.ts'

const PERIODS = ['Q1', 'Q2', 'Q3', 'Q4', 'YEAR'] as const

/** `2024-2025`, or the year in which the school year begins. */
const SchoolYear = wireValue((given) => {
  const text = typeof given === 'number' ? String(given) : wireText(given)
  if (text === null) return null
  const years = /^(\d{4})(?:[-–/](\d{4}))?$/.exec(text)
  const from = Number(years?.[1])
  const follows = years !== null && (years[2] === undefined || Number(years[2]) === from + 1)
  return follows ? `${from}-${from + 1}` : refuse('schoolYear')
})

/** A period that is none of these cannot be read: no human could type what it stands for. */
const Period = wireValue((given) => {
  const text = wireText(given)?.toUpperCase() ?? null
  return text === null ? null : (PERIODS.find((period) => period === text) ?? refuse('period'))
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
