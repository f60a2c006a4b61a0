import type { Person } from '../../mocks/cast/person.ts'
import { iinFault } from '../../schemas/identifiers.ts'

const DIGITS = 12

/** Twelve-digit runs that are numbers of persons. */
export function numbersIn(text: string): readonly string[] {
  return (text.match(/\d{12,}/g) ?? []).flatMap((run) =>
    Array.from({ length: run.length - DIGITS + 1 }, (_, start) => run.slice(start, start + DIGITS)).filter((one) => iinFault(one) === null),
  )
}

/** Names of these people, in the ways in which they are written; short ones could be part of any word. */
export function namesIn(text: string, people: readonly Person[]): readonly string[] {
  const upper = text.toUpperCase()
  return people
    .flatMap(({ surname, name, patronymic }) => [surname, name, patronymic])
    .filter((part) => part && part.length > 3 && upper.includes(part)) as string[]
}
