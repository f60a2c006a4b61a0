import { dayIn } from '../../schemas/wire.ts'
import type { Keyed } from './keyed.ts'
import { scrambled } from './shape.ts'

/*
 * Birth dates by the six digits with which a person number begins. Each day has another one in its place, whoever was born on it, so that
 * the date in a record stays that of the number. Where the six digits begin with zeros, so does the day in their place: a number that has
 * lost its zeros stays such a one. The century is the 1800s, in which no living person was born.
 */

const CENTURY = 18
/** There was none in 1800; the year 2000 had one. */
const LEAP_DAY = '000229'
const ZEROS = /^0*/

function leadingZeros(code: string): number {
  return ZEROS.exec(code)?.[0].length ?? 0
}

/** All days as `yyMMdd`, by how many zeros they begin with. */
function classes(): ReadonlyMap<number, readonly string[]> {
  const days: string[] = [LEAP_DAY]
  for (let at = Date.UTC(1800, 0, 1); at < Date.UTC(1900, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(2, 10).replaceAll('-', ''))
  }
  return Map.groupBy(days.sort(), leadingZeros)
}
const DAYS = classes()
const PLACES = new Map([...DAYS.values()].flatMap((days) => days.map((day, place) => [day, place] as const)))

/** The day in place of another, both `yyMMdd`; null: there is no such day. */
export function birthCode(code: string, keyed: Keyed): string | null {
  const place = PLACES.get(code)
  const days = DAYS.get(leadingZeros(code))
  if (place === undefined || !days) return null
  let at = keyed.shuffled('birth', place, days.length)
  while (days[at] === LEAP_DAY) at = keyed.shuffled('birth', at, days.length)
  return days[at] ?? null
}

/** A birth date in whatever format it came, with another day in it; what is no day stays none. */
export function birthDate(text: string, keyed: Keyed): string {
  const day = dayIn(text.trim())
  const code = day && birthCode(day.slice(2).replaceAll('-', ''), keyed)
  if (!code) return unreadable(text, keyed)
  const [year, month, date] = [`${CENTURY}${code.slice(0, 2)}`, code.slice(2, 4), code.slice(4)]
  return text.replace(/\d{4}-\d{2}-\d{2}/, `${year}-${month}-${date}`).replace(/\d{2}\.\d{2}\.\d{4}/, `${date}.${month}.${year}`)
}

function unreadable(text: string, keyed: Keyed): string {
  let other = scrambled(text, keyed)
  while (dayIn(other.trim()) !== null && other !== text) other = scrambled(other, keyed)
  return other
}
