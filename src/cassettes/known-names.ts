import { foldName, foldPatronymic } from '../../schemas/names.ts'
import type { Keyed } from './keyed.ts'
import { patronymic, personName } from './person-name.ts'

/** Names that may stand in any text, by their folded words. */
export interface KnownNames {
  /** `isPatronymic`: its form is no difference. */
  add(text: string, isPatronymic: boolean): void
  /** The pseudonym of one word; null: it is no known name. */
  word(word: string): string | null
  /** The text with pseudonyms for all known names in it. */
  without(text: string): string
}

const WORD = /\p{L}[\p{L}\p{M}'’ʼ`´?]+/gu
/** A part of fewer letters is as likely a word of its own. */
const SHORTEST = 3
/** What has more letters is a scan, and looking at it takes long. */
const LONGEST = 200
/** With an ending of a case such a one would be found in too many words. */
const SHORTEST_DECLINED = 4
/** Endings of the cases of names, folded: Russian, then Kazakh. */
const CASES = new Set(
  [
    'А У Е И Я Ю ОМ ЕМ ИМ ОИ ОЮ ЕИ ЕЮ ИХ АМ АХ УЮ АМИ ИМИ ОГО ОМУ',
    'Н НИН ДИН ТИН ГА ГЕ КА КЕ НА НЕ ДИ ТИ НИ ДА ДЕ ТА ТЕ НДА НДЕ ДАН ДЕН ТАН ТЕН НАН НЕН МЕН БЕН ПЕН ЛАР ЛЕР ДАР ДЕР ТАР ТЕР СИ',
  ].flatMap((endings) => endings.split(' ')),
)
const LONGEST_CASE = 3

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter((word) => word.length >= SHORTEST)
}

/** What a word may be a case of: itself without an ending, and with the vowel that gave way to one. */
function* uninflected(word: string): Generator<readonly [name: string, ending: string]> {
  for (let length = 1; length <= LONGEST_CASE; length++) {
    const [stem, ending] = [word.slice(0, -length), word.slice(-length)]
    if (!CASES.has(foldName(ending))) continue
    for (const vowel of ['', 'а', 'я']) if (stem.length + vowel.length >= SHORTEST_DECLINED) yield [stem + vowel, ending]
  }
}

/** An empty list of names; `outer` are known besides. */
export function createKnownNames(keyed: Keyed, outer?: KnownNames): KnownNames {
  const names = new Set<string>()
  const fathers = new Set<string>()

  function asWritten(word: string): string | null {
    if (names.has(foldName(word))) return personName(word, keyed)
    return fathers.size > 0 && fathers.has(foldPatronymic(word)) ? patronymic(word, keyed) : null
  }
  function own(word: string): string | null {
    const whole = asWritten(word)
    if (whole !== null || names.size + fathers.size === 0) return whole
    for (const [name, ending] of uninflected(word)) {
      const other = asWritten(name)
      if (other !== null) return other + ending
    }
    return null
  }
  const word = (text: string): string | null => (text.length > LONGEST ? null : own(text)) ?? outer?.word(text) ?? null
  return {
    add(text, isPatronymic) {
      for (const part of wordsOf(text)) {
        if (isPatronymic) fathers.add(foldPatronymic(part))
        else names.add(foldName(part))
      }
    },
    word,
    without: (text) => text.replace(WORD, (part) => word(part) ?? part),
  }
}
