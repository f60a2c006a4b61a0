import { foldName, foldPatronymic } from '../../schemas/names.ts'
import type { Keyed } from './keyed.ts'
import { patronymic, personName } from './person-name.ts'

/** Names that may stand in any text, by their folded words. */
export interface KnownNames {
  /** `isPatronymic`: its form is no difference. */
  add(text: string, isPatronymic: boolean): void
  /** The text with pseudonyms for all known names in it. */
  without(text: string): string
}

const WORD = /\p{L}[\p{L}\p{M}'’ʼ`´?]+/gu
/** A part of fewer letters is as likely a word of its own. */
const SHORTEST = 3

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter((word) => word.length >= SHORTEST)
}

/** An empty list of names; `outer` are known besides. */
export function createKnownNames(keyed: Keyed, outer?: KnownNames): KnownNames {
  const names = new Set<string>()
  const fathers = new Set<string>()

  function replaced(word: string): string {
    if (names.has(foldName(word))) return personName(word, keyed)
    return fathers.size > 0 && fathers.has(foldPatronymic(word)) ? patronymic(word, keyed) : word
  }
  return {
    add(text, isPatronymic) {
      for (const word of wordsOf(text)) {
        if (isPatronymic) fathers.add(foldPatronymic(word))
        else names.add(foldName(word))
      }
    },
    without(text) {
      const own = names.size + fathers.size === 0 ? text : text.replace(WORD, replaced)
      // What became a pseudonym is no name that others could know.
      return own === text && outer ? outer.without(text) : own
    },
  }
}
