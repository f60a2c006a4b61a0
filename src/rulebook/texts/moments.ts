import type { Trilingual } from '../../../schemas/trilingual.ts'
import { inEach } from './sentences.ts'

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Almaty',
  hourCycle: 'h23',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
})
const ZONE: Trilingual = { kk: 'Алматы уақыты', ru: 'время Алматы', en: 'Almaty time' }
const SECOND: Trilingual = { kk: 'с', ru: 'с', en: 's' }
const UNITS: readonly (readonly [seconds: number, name: Trilingual])[] = [
  [86_400, { kk: 'тәул', ru: 'сут', en: 'd' }],
  [3600, { kk: 'сағ', ru: 'ч', en: 'h' }],
  [60, { kk: 'мин', ru: 'мин', en: 'min' }],
]

/** The calendar of Almaty at an instant. */
function almaty(instant: string): { readonly day: string; readonly time: string } {
  const parts = Object.fromEntries(CLOCK.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/** The day of an instant in Almaty, `yyyy-MM-dd`. */
export function dayOf(instant: string): string {
  return almaty(instant).day
}

/** A day as people write it: `24.11.2026`, in English `2026-11-24`. */
export function dayText(day: string): Trilingual {
  const written = day.split('-').reverse().join('.')
  return { kk: written, ru: written, en: day }
}

/** An instant with the time zone in words: `24.11.2026 10:00 (Алматы уақыты)`. */
export function momentText(instant: string): Trilingual {
  const { day, time } = almaty(instant)
  return inEach((language) => `${dayText(day)[language]} ${time} (${ZONE[language]})`)
}

/** How old something was at an instant, in the largest whole unit: `3 сағ`. Never below zero. */
export function ageText(from: string, at: string): Trilingual {
  const seconds = Math.max(0, Math.floor((Date.parse(at) - Date.parse(from)) / 1000))
  const [length, name] = UNITS.find(([unit]) => seconds >= unit) ?? [1, SECOND]
  return inEach((language) => `${Math.floor(seconds / length)} ${name[language]}`)
}
