import { z } from 'zod'
import { foldName, foldPatronymic } from '../../schemas/names.ts'
import { iinRepairs, listOf, paddedIin, WireName, WireText } from '../../schemas/wire.ts'
import type { Teacher } from '../adapter.ts'

/** Under this key stand the rows that do not say readably whom they are about: they may be about anybody of the school. */
const UNREADABLE = 'unreadable'

/** The key of a person known by name only: surname, name, and the patronymic whatever its form. */
export function nameKey(fio: string): string {
  const [surname = '', name = '', ...patronymic] = foldName(fio).split(' ')
  return `name:${[surname, name, foldPatronymic(patronymic.join(' '))].join(' ').trim()}`
}

/** A mentor as a key: the number, or the name where the list has no valid number; null where it has neither. */
export const Mentor = z.object({ iin: z.union([z.number(), WireText]), fio: WireText }).transform(({ iin, fio }, context) => {
  const number = paddedIin(iin)
  if (number !== null || fio === null) return number
  const name = WireName.safeParse(fio)
  if (!name.success) context.addIssue({ code: 'custom', message: 'name.corrupted', path: ['fio'] })
  return name.data ? nameKey(name.data) : z.NEVER
})

function mentorsOf(row: unknown): readonly unknown[] {
  return typeof row === 'object' && row !== null ? listOf((row as { mentors?: unknown }).mentors) : [row]
}

/** The people whom an achievement is about: each mentor by number, or by name where the list has no number. */
export function mentorKeys(row: unknown): readonly string[] {
  return mentorsOf(row).flatMap((sent) => {
    const mentor = Mentor.safeParse(sent)
    return mentor.success ? (mentor.data ?? []) : UNREADABLE
  })
}

/** What had to be done to read the numbers of this row. */
export function repairsOf(row: unknown): readonly string[] {
  return [...new Set(mentorsOf(row).flatMap((sent) => iinRepairs((sent as { iin?: unknown } | null)?.iin)))]
}

/** The keys of a teacher by name, with and without the patronymic; none where the request gives no name. */
export function nameKeys({ names }: Teacher): readonly string[] {
  if (!names?.surname || !names.name) return []
  const short = `${names.surname} ${names.name}`
  return [short, ...(names.patronymic ? [`${short} ${names.patronymic}`] : [])].map(nameKey)
}

/** The keys under which this teacher is looked for. */
export function teacherKeys(teacher: Teacher): readonly string[] {
  return [teacher.iin, ...nameKeys(teacher), UNREADABLE]
}
