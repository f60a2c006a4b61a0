import { Moment } from '../../schemas/operator-action.ts'
import type { Language } from '../../schemas/trilingual.ts'

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Almaty',
  hourCycle: 'h23',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
})
/** Without a zone: the time on a clock in Almaty, which has had this one offset since 1 March 2024. */
const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/
const OFFSET = '+05:00'

/** A moment as a person types it, with a zone or in the time of Almaty, for the API; null: it is none. */
export function momentOf(text: string): string | null {
  const [, day, time] = LOCAL.exec(text) ?? []
  const read = Moment.safeParse(day === undefined ? text : `${day}T${time}:00${OFFSET}`)
  return read.success ? read.data : null
}

/** An instant as it is shown: day and time in Almaty. */
export function almatyText(instant: string, language: Language): string {
  const { year, month, day, hour, minute } = Object.fromEntries(
    CLOCK.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  )
  const written = language === 'en' ? `${year}-${month}-${day}` : `${day}.${month}.${year}`
  return `${written} ${hour}:${minute} (${language === 'en' ? 'Almaty' : 'Алматы'})`
}
