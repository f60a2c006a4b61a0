/** A length of time as the calendar counts it. */
export interface Span {
  readonly years: number
  readonly months: number
  readonly days: number
}

/** The parts of a day `yyyy-MM-dd`. */
function parts(day: string): readonly [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

/** The same day some years later; 29 February becomes 1 March where there is none. */
export function addYears(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return day.endsWith('-02-29') ? new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) : moved
}

/** The day after. */
export function nextDay(day: string): string {
  const [year, month, date] = parts(day)
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10)
}

/** From one day up to another, not counting the latter: calendar years, then months, then days. */
export function spanBetween(from: string, until: string): Span {
  const [startYear, startMonth, startDay] = parts(from)
  const [endYear, endMonth, endDay] = parts(until)
  const borrowed = endDay < startDay
  const months = (endYear - startYear) * 12 + endMonth - startMonth - (borrowed ? 1 : 0)
  // The whole months end in the month before the last one, on its last day where it is too short.
  const lastDay = new Date(Date.UTC(endYear, endMonth - 1, 0)).getUTCDate()
  const days = borrowed ? endDay + lastDay - Math.min(startDay, lastDay) : endDay - startDay
  return { years: Math.floor(months / 12), months: months % 12, days }
}
