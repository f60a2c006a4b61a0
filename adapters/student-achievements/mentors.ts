import { z } from 'zod'
import { foldName } from '../../schemas/names.ts'
import { listOf } from '../../schemas/wire.ts'
import type { Teacher } from '../adapter.ts'
import { Mentor } from './wire.ts'

type Names = NonNullable<Teacher['names']>

/** The key of a person known by name only: matched, and marked as such. */
function nameKey(fio: string): string {
  return `name:${foldName(fio)}`
}

/** The ways in which a list may write the name of the teacher: with and without the patronymic. */
function nameKeys({ surname, name, patronymic }: Names): string[] {
  if (surname === null || name === null) return []
  const short = [surname, name]
  return [short, ...(patronymic === null ? [] : [[...short, patronymic]])].map((parts) => nameKey(parts.join(' ')))
}

/** The people whom an achievement is about: each mentor by number, or by name where the list has no number. */
export function mentorKeys(record: unknown): readonly string[] {
  const mentors = z.array(z.unknown()).parse(listOf((record as { mentors?: unknown } | null)?.mentors))
  return mentors.flatMap((one) => {
    const mentor = Mentor.safeParse(one)
    if (!mentor.success) return []
    const { iin, fio } = mentor.data
    if (iin !== null) return [iin]
    return fio === null ? [] : [nameKey(fio)]
  })
}

/** The keys under which this teacher is looked for. */
export function teacherKeys({ iin, names }: Teacher): readonly string[] {
  return [iin, ...(names ? nameKeys(names) : [])]
}
