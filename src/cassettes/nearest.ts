import { differencesOf, type Question } from './question.ts'

/** The recorded question that is most like one that was not recorded: where it was put, and the places in which the two differ. */
export interface Nearest {
  readonly path: string
  readonly places: readonly string[]
}

/** Null: nothing was recorded at all. Only places, never values: they may be numbers of persons. */
export function nearestOf(asked: Question, recorded: readonly { readonly question: Question }[]): Nearest | null {
  let nearest: Nearest | null = null
  for (const { question } of recorded) {
    const places = differencesOf(asked, question)
    if (nearest === null || places.length < nearest.places.length) nearest = { path: question.leaves.get('path') ?? '', places }
  }
  return nearest
}
