import { Script } from 'node:vm'
import { FactValues } from '../../schemas/fact.ts'
import type { SectionId } from '../../schemas/section.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import type { SectionRule } from '../../src/rulebook/edition.ts'
import { Refused } from './refused.ts'

/** What somebody says of a source that the contract does not name yet; what is not said is undefined. */
export interface Said {
  readonly fills: string | undefined
  readonly titles: Readonly<Record<keyof Trilingual, string | undefined>>
}

/** A source that the contract does not name yet. */
export interface NewId {
  readonly fills: readonly SectionId[]
  readonly title: Trilingual
}

/** Words that mean something else: the request itself, folders of the mocks, and what variables of other things begin with. */
const RESERVED = ['platform', 'cast', 'shep', 'faults', 'gateway', 'mocks', 'test-database']
/** What a new source fills where nobody says it: records that everybody has, several of them, with dates. */
const USUAL_SECTION: SectionId = 'courses'
/** Facts that the gateway itself makes of others. */
const DERIVED = ['service_total']
const LONGEST = 40
/** As the contract kit asks of the titles of every source. */
const TITLES: Readonly<Record<keyof Trilingual, RegExp>> = {
  kk: /^[\p{Script=Cyrillic}\p{Zs}()«»-]{3,120}$/u,
  ru: /^[\p{Script=Cyrillic}\p{Zs}()«»-]{3,120}$/u,
  en: /^[A-Za-z0-9 (),.-]{3,120}$/,
}

/** Whether a source can give facts of this type. */
export function isGiven(type: string): type is keyof FactValues {
  return type in FactValues && !DERIVED.includes(type)
}

/** What a source is called until somebody names it: to be seen as such wherever it stands. In CI `test/named.test.ts` refuses it. */
export function placeholderTitle(id: string): Trilingual {
  return { kk: 'Атауы әлі жоқ дереккөз', ru: 'Источник пока без названия', en: `Unnamed source (${id})` }
}

function isWord(name: string): boolean {
  try {
    return new Script(`'use strict'; async () => { const ${name} = 0 }`) instanceof Script
  } catch {
    return false
  }
}

/** Says why a source cannot be called so. `name` is the id as a name of code. Throws `Refused`. */
export function refuseId(id: string, name: string): void {
  if (id.length > LONGEST || !/^[a-z][a-z\d]+(?:-[a-z\d]+)*$/.test(id))
    throw new Refused(
      `«${id}» is no id: small Latin letters and digits, parts joined by single dashes, at most ${LONGEST} characters: demo-source`,
    )
  if (RESERVED.includes(id) || !isWord(name)) throw new Refused(`«${id}» means something else here; choose another id`)
}

function fillsIn(text: string, rules: readonly SectionRule[]): readonly SectionId[] {
  const open = rules.filter(({ factType }) => isGiven(factType)).map(({ id }) => id)
  return [...new Set(text.split(','))].map((word) => {
    const section = open.find((id) => id === word)
    if (!section) throw new Refused(`«${word}» is no section that a source can fill; there are: ${open.join(' ')}`)
    return section
  })
}

function titleIn(id: string, titles: Said['titles']): Trilingual {
  const title = { ...placeholderTitle(id), ...Object.fromEntries(Object.entries(titles).filter(([, text]) => text !== undefined)) }
  for (const language of ['kk', 'ru', 'en'] as const) {
    if (!TITLES[language].test(title[language]))
      throw new Refused(
        `--title-${language} is a title of 3 to 120 ${language === 'en' ? 'Latin' : 'Cyrillic'} letters, without quotation marks but «»`,
      )
  }
  return title
}

/** What is said of a new id, completed by what is usual. Throws `Refused`. */
export function newIdOf(id: string, { fills, titles }: Said, rules: readonly SectionRule[]): NewId {
  return { fills: fillsIn(fills ?? USUAL_SECTION, rules), title: titleIn(id, titles) }
}
