import type { InForce } from './actions.ts'

/** An announced window of every day, minutes after midnight in Almaty; one that ends before it begins goes over midnight. */
export interface DailyWindow {
  readonly from: number
  readonly to: number
}

/** A window of one day; milliseconds since 1970. */
export interface Planned {
  readonly from: number
  readonly to: number
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Almaty has had this one offset since 1 March 2024, before which nobody plans anything any more. */
const ALMATY_MS = 5 * 3_600_000
const WINDOW = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/

/** `13:00-14:00,18:00-18:30` as windows; null: it is not written so. */
export function dailyWindows(text: string): readonly DailyWindow[] | null {
  const windows = text.split(',').map((part) => WINDOW.exec(part.trim())?.slice(1).map(Number))
  if (windows.some((found) => found === undefined)) return null
  const minutes = windows.map(([h1 = 0, m1 = 0, h2 = 0, m2 = 0] = []) => ({ from: h1 * 60 + m1, to: h2 * 60 + m2 }))
  return minutes.some(({ from, to }) => from === to) ? null : minutes
}

/** What of the windows is under way or still comes in the next 24 hours, the earliest first. `now` in milliseconds since 1970. */
export function plannedAt(windows: readonly DailyWindow[], now: number): readonly Planned[] {
  const midnight = Math.floor((now + ALMATY_MS) / DAY_MS) * DAY_MS - ALMATY_MS
  return [-1, 0, 1]
    .flatMap((day) =>
      windows.map(({ from, to }) => {
        const begins = midnight + day * DAY_MS + from * MINUTE_MS
        return { from: begins, to: begins + ((to - from) * MINUTE_MS + (to < from ? DAY_MS : 0)) }
      }),
    )
    .filter(({ from, to }) => to > now && from < now + DAY_MS)
    .sort((one, other) => one.from - other.from)
}

/** Announced work as it is shown: `by` is the operator who told of it, null the settings. */
export interface Announced extends Planned {
  readonly reason: string
  readonly by: string | null
}

type Told = Pick<InForce, 'windows'>

/** Work of every day, of the next 24 hours, and all that operators have told of, the earliest first. */
export function announcedAt(daily: readonly DailyWindow[], { windows }: Told, now: number): readonly Announced[] {
  const usual = plannedAt(daily, now).map((planned) => ({ ...planned, reason: 'announced', by: null }))
  const told = windows.map(({ from, to, reason, by }) => ({ from: Date.parse(from), to: Date.parse(to), reason, by }))
  return [...usual, ...told.filter(({ to }) => to > now)].sort((one, other) => one.from - other.from || one.to - other.to)
}

/** When the work ends that is under way at this moment; null: none is. */
export function workEndsAt(daily: readonly DailyWindow[], told: Told, now: number): number | null {
  const ends = announcedAt(daily, told, now).flatMap(({ from, to }) => (from <= now ? [to] : []))
  return ends.length === 0 ? null : Math.max(...ends)
}
